// What a message says, typed where the desk shows it.

import { parseE164 } from '@throughline/identity';
import { decimalOf, type Fields, fieldsOf, idOf, isFields, listOf, numberOf, textOf, wordsOf } from './fields.ts';
import type { MessageContent, SharedCard, Wamid } from './items.ts';
import { nameOf } from './parties.ts';
import { hashOf } from './read-media.ts';

/**
 * `message` holds `type` and the part named by it; `raw` is the whole thing as it came (the same object, except where
 * an echo wraps the body that was sent). A part that is not what its type promises becomes `unknown`: the message is
 * shown all the same.
 */
export function readContent(message: Fields, raw: Fields): MessageContent {
  const wireType = wordsOf(message.type) ?? typeByPart(message);
  return readPart(wireType, message, raw) ?? { raw, type: 'unknown', wireType: wireType.slice(0, 64) };
}

const typesByPart = ['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'interactive', 'template'];

function typeByPart(message: Fields): string {
  return typesByPart.find((type) => isFields(message[type])) ?? 'none';
}

function readPart(wireType: string, message: Fields, raw: Fields): MessageContent | undefined {
  switch (wireType) {
    case 'text':
      return readText(fieldsOf(message.text), raw);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return isFields(message[wireType]) ? readMedia(wireType, message[wireType], raw) : undefined;
    case 'voice':
      return isFields(message.voice) ? { ...readMedia('audio', message.voice, raw), voice: true } : undefined;
    case 'location':
      return readLocation(fieldsOf(message.location), raw);
    case 'contacts':
      return Array.isArray(message.contacts)
        ? { raw, type: 'contacts', cards: readCards(message.contacts) }
        : undefined;
    case 'reaction':
      return readReaction(fieldsOf(message.reaction), raw);
    case 'button':
      return readButton(fieldsOf(message.button), raw);
    case 'interactive':
      return readInteractive(fieldsOf(message.interactive), raw);
    case 'order':
      return isFields(message.order) ? readOrder(message.order, raw) : undefined;
    case 'edit':
      return readEdit(message, raw);
    case 'revoke':
      return readRevoke(message, raw);
    case 'template':
      return readTemplate(fieldsOf(message.template), raw);
    case 'unsupported':
    case 'unknown':
      return readUnsupported(message, raw);
    default:
      return undefined;
  }
}

function readText(part: Fields, raw: Fields): MessageContent | undefined {
  const body = textOf(part.body);
  return body === undefined ? undefined : { raw, type: 'text', body };
}

type Media = Extract<MessageContent, { type: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>;

function readMedia(type: Media['type'], part: Fields, raw: Fields): Media {
  const media: Media = { raw, type };
  const mediaId = idOf(part.id);
  const mimeType = wordsOf(part.mime_type);
  const caption = wordsOf(part.caption);
  const filename = wordsOf(part.filename);
  if (mediaId) media.mediaId = mediaId;
  if (mimeType) media.mimeType = mimeType;
  if (caption) media.caption = caption;
  if (filename) media.filename = filename;
  if (part.voice === true) media.voice = true;
  const sha256 = hashOf(part.sha256);
  if (sha256) media.sha256 = sha256;
  return media;
}

function readLocation(part: Fields, raw: Fields): MessageContent | undefined {
  const latitude = decimalOf(part.latitude);
  const longitude = decimalOf(part.longitude);
  if (latitude === undefined || longitude === undefined) return undefined;
  const location: Extract<MessageContent, { type: 'location' }> = { raw, type: 'location', latitude, longitude };
  const name = wordsOf(part.name);
  const address = wordsOf(part.address);
  if (name) location.name = name;
  if (address) location.address = address;
  return location;
}

function readCards(contacts: unknown[]): SharedCard[] {
  return contacts.filter(isFields).map((card) => ({
    name: cardName(fieldsOf(card.name)),
    phones: listOf(card.phones).filter(isFields).map(readCardPhone),
    origin: card.origin === 'contact_request' ? 'contact_request' : 'other',
  }));
}

function cardName(name: Fields): string {
  const parts = [name.first_name, name.middle_name, name.last_name].map(nameOf).filter((part) => part !== undefined);
  return nameOf(name.formatted_name) ?? (parts.length > 0 ? parts.join(' ') : 'Unnamed contact');
}

/** `wa_id` is digits; the printed form counts as a number only with its country code, hence the `+`. */
function readCardPhone(entry: Fields): SharedCard['phones'][number] {
  const printed = wordsOf(entry.phone);
  const digits = idOf(entry.wa_id);
  const phone = (digits ? parseE164(digits) : undefined) ?? (printed?.startsWith('+') ? parseE164(printed) : undefined);
  const text = printed ?? phone ?? '';
  return phone ? { text, phone } : { text };
}

/** A reaction taken back arrives without `emoji` (Meta, "Reaction messages webhook", read 2026-09). */
function readReaction(part: Fields, raw: Fields): MessageContent | undefined {
  const target = idOf(part.message_id);
  if (!target) return undefined;
  return { raw, type: 'reaction', target: target as Wamid, emoji: wordsOf(part.emoji) ?? null };
}

function readButton(part: Fields, raw: Fields): MessageContent | undefined {
  const payload = textOf(part.payload);
  const label = wordsOf(part.text) ?? wordsOf(payload);
  if (!label) return undefined;
  return payload === undefined ? { raw, type: 'button', label } : { raw, type: 'button', label, payload };
}

/** Answers carry a `..._reply` part named by their type; what the business sent carries a `body`. */
function readInteractive(part: Fields, raw: Fields): MessageContent | undefined {
  const reply = fieldsOf(part[wordsOf(part.type) ?? ''] ?? part.button_reply ?? part.list_reply ?? part.nfm_reply);
  const payload = textOf(reply.id) ?? textOf(reply.response_json);
  const label =
    permissionLabel(part.type, reply) ??
    wordsOf(reply.title) ??
    wordsOf(reply.body) ??
    wordsOf(fieldsOf(part.body).text) ??
    (part.type === 'nfm_reply' ? 'Form answered' : undefined) ??
    sentWithoutWords.get(part.type);
  if (!label) return undefined;
  return {
    raw,
    type: 'interactive',
    label,
    ...(payload !== undefined && { payload }),
    ...(isFields(part.action) && { sent: true as const }),
    ...(part.type === 'nfm_reply' && { form: true as const }),
  };
}

/** What may be sent without a word. */
const sentWithoutWords = new Map<unknown, string>([
  ['product', 'A product'],
  ['voice_call', 'A button to call'],
]);

function permissionLabel(type: unknown, reply: Fields): string | undefined {
  if (type !== 'call_permission_reply') return undefined;
  return reply.response === 'accept' ? 'Calls allowed' : 'Calls not allowed';
}

function readOrder(part: Fields, raw: Fields): MessageContent {
  let itemCount = 0;
  for (const item of listOf(part.product_items)) {
    const quantity = numberOf(fieldsOf(item).quantity);
    itemCount += quantity !== undefined && quantity >= 1 ? Math.floor(quantity) : 1;
  }
  const text = wordsOf(part.text);
  return text ? { raw, type: 'order', itemCount, text } : { raw, type: 'order', itemCount };
}

function readEdit(message: Fields, raw: Fields): MessageContent | undefined {
  const part = fieldsOf(message.edit);
  const target = idOf(part.original_message_id) ?? idOf(message.original_message_id);
  if (!target) return undefined;
  const body = editedBody(fieldsOf(part.message)) ?? editedBody(part) ?? editedBody(message);
  return body === undefined
    ? { raw, type: 'edit', target: target as Wamid }
    : { raw, type: 'edit', target: target as Wamid, body };
}

function editedBody(message: Fields): string | undefined {
  const captioned = fieldsOf(message.image ?? message.video ?? message.document);
  return textOf(fieldsOf(message.text).body) ?? textOf(message.body) ?? textOf(captioned.caption);
}

function readRevoke(message: Fields, raw: Fields): MessageContent | undefined {
  const target = idOf(fieldsOf(message.revoke).original_message_id) ?? idOf(message.original_message_id);
  return target ? { raw, type: 'revoke', target: target as Wamid } : undefined;
}

function readTemplate(part: Fields, raw: Fields): MessageContent | undefined {
  const name = wordsOf(part.name);
  return name ? { raw, type: 'template', name } : undefined;
}

function readUnsupported(message: Fields, raw: Fields): MessageContent {
  const code = numberOf(fieldsOf(listOf(message.errors)[0]).code);
  const kind = wordsOf(fieldsOf(message.unsupported).type);
  return { raw, type: 'unsupported', ...(code !== undefined && { code }), ...(kind && { kind: kind.slice(0, 64) }) };
}
