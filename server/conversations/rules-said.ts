// What people and programs here say, as Meta wants it said. The kept form is ours: it holds no id of Meta's, and can be said again.

import type { Card, InteractiveContent, MessageContent, TemplateText } from '@throughline/contract';
import type { FileSource, InteractiveSend, SendCard, SendContent } from '@throughline/whatsapp';

/** Asking for a number is no message agents write; it has a call of its own. */
export interface NumberRequestContent {
  type: 'interactive';
  interactive: { kind: 'number_request'; body: string };
}

export interface ReactionContent {
  type: 'reaction';
  /** `message` is our id; null takes the reaction back. */
  reaction: { message: string; emoji: string | null };
}

/** In Meta's own form, as an integration behind the relay composed it; files of ours in it stand under our ids. Nobody here writes such a message. */
export interface RelayedContent {
  type: 'interactive';
  interactive: { kind: 'relayed'; meta: InteractiveSend['interactive'] };
}

export type Said = MessageContent | NumberRequestContent | ReactionContent | RelayedContent;

/** What is said, and the message of the thread it answers. */
export type Content = Said & { replyTo?: string | undefined };

/** What a sent message keeps: what was said, and for a template the words its reader sees, where they are known. */
export interface Kept {
  said: Content;
  template?: TemplateText;
}

/** Undefined for what was not said here. Rows from before there was more than text and templates hold what was said itself. */
export function keptOf(raw: unknown): Kept | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  return 'said' in raw ? (raw as Kept) : undefined;
}

/** The parts that need nothing looked up; `file` says what Meta calls a file of ours. */
export function wireOf(
  said: Exclude<Said, ReactionContent | { type: 'template' }>,
  file: (media: string) => FileSource,
): SendContent {
  switch (said.type) {
    case 'text': {
      const { body, previewUrl } = said.text;
      return { type: 'text', text: { body, ...(previewUrl !== undefined && { preview_url: previewUrl }) } };
    }
    case 'image':
      return { type: 'image', image: { ...source(said.image, file), ...given({ caption: said.image.caption }) } };
    case 'video':
      return { type: 'video', video: { ...source(said.video, file), ...given({ caption: said.video.caption }) } };
    case 'audio':
      return { type: 'audio', audio: { ...source(said.audio, file), ...given({ voice: said.audio.voice }) } };
    case 'document': {
      const { caption, filename } = said.document;
      return { type: 'document', document: { ...source(said.document, file), ...given({ caption, filename }) } };
    }
    case 'sticker':
      return { type: 'sticker', sticker: source(said.sticker, file) };
    case 'location': {
      const { latitude, longitude, name, address } = said.location;
      return { type: 'location', location: { latitude, longitude, ...given({ name, address }) } };
    }
    case 'contacts':
      return { type: 'contacts', contacts: said.contacts.map(cardOf) };
    case 'interactive':
      return { type: 'interactive', interactive: interactiveOf(said.interactive) };
  }
}

function source(
  part: { media?: string | undefined; link?: string | undefined },
  file: (media: string) => FileSource,
): FileSource {
  return part.media === undefined ? { link: part.link ?? '' } : file(part.media);
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without what was left out or empty: Meta refuses empty texts. */
function given<T extends Record<string, string | boolean | undefined>>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<T>;
}

function cardOf(card: Card): SendCard {
  const { name, phones, emails, addresses, organization, urls, birthday } = card;
  const { formatted, first, last, middle, prefix, suffix } = name;
  const parts = given({ first_name: first, last_name: last, middle_name: middle, prefix, suffix });
  return {
    // Meta wants a part of the name beside the whole; where nobody told them apart, the whole is the first.
    name: { formatted_name: formatted, ...(Object.keys(parts).length > 0 ? parts : { first_name: formatted }) },
    ...(phones.length > 0 && { phones: phones.map(phoneOf) }),
    ...(emails.length > 0 && { emails: emails.map(({ email, type }) => ({ email, ...given({ type }) })) }),
    ...(addresses.length > 0 && {
      addresses: addresses.map(({ street, city, state, zip, country, countryCode, type }) =>
        given({ street, city, state, zip, country, country_code: countryCode, type }),
      ),
    }),
    ...(organization && { org: given(organization) }),
    ...(urls.length > 0 && { urls: urls.map(({ url, type }) => ({ url, ...given({ type }) })) }),
    ...(birthday && /^\d{4}-\d{2}-\d{2}$/.test(birthday) && { birthday }),
  };
}

/** With `wa_id` WhatsApp offers to write to the number; without it, to invite whoever has it. */
function phoneOf({ text, phone, type }: Card['phones'][number]) {
  return { phone: text, ...given({ type }), ...(phone && { wa_id: phone.replace('+', '') }) };
}

type WireInteractive = Extract<SendContent, { type: 'interactive' }>['interactive'];

function interactiveOf(
  content: InteractiveContent | NumberRequestContent['interactive'] | RelayedContent['interactive'],
): WireInteractive {
  switch (content.kind) {
    case 'relayed':
      return content.meta;
    case 'buttons':
      return {
        type: 'button',
        ...frameOf(content),
        action: { buttons: content.buttons.map((reply) => ({ type: 'reply', reply })) },
      };
    case 'list':
      return {
        type: 'list',
        ...frameOf(content),
        action: {
          button: content.button,
          sections: content.sections.map(({ title, rows }) => ({
            ...given({ title }),
            rows: rows.map(({ id, title: label, description }) => ({ id, title: label, ...given({ description }) })),
          })),
        },
      };
    case 'link':
      return {
        type: 'cta_url',
        ...frameOf(content),
        action: { name: 'cta_url', parameters: { display_text: content.label, url: content.url } },
      };
    case 'location_request':
      return { type: 'location_request_message', body: { text: content.body }, action: { name: 'send_location' } };
    case 'number_request':
      return { type: 'request_contact_info', body: { text: content.body }, action: { name: 'request_contact_info' } };
  }
}

function frameOf({ header, body, footer }: { header?: string | undefined; body: string; footer?: string | undefined }) {
  return {
    ...(header && { header: { type: 'text' as const, text: header } }),
    body: { text: body },
    ...(footer && { footer: { text: footer } }),
  };
}
