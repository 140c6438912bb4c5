// How a message reads, made anew from the message as it came: only words for people, nothing Meta calls anybody or anything.

import { readContent } from './content.ts';
import { type Fields, fieldsOf, isFields, wordsOf } from './fields.ts';
import type { MessageContent } from './items.ts';
import { type ReadableCard, readableCards } from './readable-cards.ts';
import { type ReadableChoice, type ReadableForm, readableChoice, readableForm } from './readable-choice.ts';
import { type ReadableInteractive, readableInteractive } from './readable-interactive.ts';
import { type ReadableOrder, readableOrder } from './readable-order.ts';
import { cut, type ReadableReferral, readableReferral } from './readable-referral.ts';

export interface Readable {
  text?: { body: string };
  /** What the message says of its file; the file itself is kept elsewhere. */
  media?: { type: MediaType; caption?: string; filename?: string; voice?: boolean };
  location?: { latitude: number; longitude: number; name?: string; address?: string };
  cards?: ReadableCard[];
  interactive?: ReadableInteractive;
  choice?: ReadableChoice;
  form?: ReadableForm;
  order?: ReadableOrder;
  template?: { name: string; language: string };
  referral?: ReadableReferral;
  /** The product of the catalog the message asks about, as the business numbers it. */
  product?: string;
  forwarded?: 'once' | 'often';
}

type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** `raw`: the message object of a webhook, or the body of a send. */
export function readable(raw: Fields): Readable {
  const body = messageBody(raw);
  return { ...partOf(readContent(body, raw), body), ...surroundings(raw, body) };
}

/** What an observed agent sent stands one level deeper (Meta, "Standby webhooks", August 2026). */
export function messageBody(raw: Fields): Fields {
  return isFields(raw.message) && raw.type === undefined ? raw.message : raw;
}

function partOf(content: MessageContent, body: Fields): Readable {
  switch (content.type) {
    case 'text':
      return { text: { body: content.body } };
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker': {
      const { type, caption, filename, voice } = content;
      return { media: { type, ...(caption && { caption }), ...(filename && { filename }), ...(voice && { voice }) } };
    }
    case 'location': {
      const { latitude, longitude, name, address } = content;
      return { location: { latitude, longitude, ...(name && { name }), ...(address && { address }) } };
    }
    case 'contacts':
      return { cards: readableCards(body.contacts) };
    case 'button':
      return { choice: { label: content.label } };
    case 'interactive':
      return interactivePart(fieldsOf(body.interactive), content.label);
    case 'order':
      return { order: readableOrder(fieldsOf(body.order)) };
    case 'template':
      return templatePart(fieldsOf(body.template));
    case 'reaction':
    case 'edit':
    case 'revoke':
    case 'unsupported':
    case 'unknown':
      return {};
  }
}

function interactivePart(part: Fields, label: string): Readable {
  if (part.type === 'nfm_reply') return { form: readableForm(fieldsOf(part.nfm_reply)) };
  const product = wordsOf(fieldsOf(part.product).product_retailer_id);
  if (product) return { product: cut(product, 200) };
  const interactive = readableInteractive(part);
  return interactive ? { interactive } : { choice: readableChoice(part, label) };
}

function templatePart(part: Fields): Readable {
  const name = wordsOf(part.name);
  const language = wordsOf(fieldsOf(part.language).code) ?? wordsOf(part.language);
  return name ? { template: { name: cut(name, 512), language: cut(language ?? '', 15) } } : {};
}

/** `frequently_forwarded`: more than five times (Meta, "Messages webhook reference", read 2026-09). */
function surroundings(raw: Fields, body: Fields): Readable {
  const context = fieldsOf(raw.context ?? body.context);
  const referral = readableReferral(fieldsOf(raw.referral));
  const product = wordsOf(fieldsOf(context.referred_product).product_retailer_id);
  return {
    ...(referral && { referral }),
    ...(product && { product: cut(product, 200) }),
    ...(context.frequently_forwarded === true
      ? { forwarded: 'often' as const }
      : context.forwarded === true && { forwarded: 'once' as const }),
  };
}
