// What an integration asks for in the language of Meta's send API ("Send messages", read 2026-09), in ours. Ids in it are left as they came: which
// messages and files they mean is looked up by whoever reads this. Pure.

import { elsewhereTypes } from '@throughline/whatsapp';
import { type Fields, fieldsOf, isFields, listOf } from './fields.ts';

export type SendRequest =
  | { kind: 'message'; message: AskedMessage }
  /** `typing`: show that an answer is being written, too. */
  | { kind: 'read'; wamid: string; typing: boolean }
  | { kind: 'bad'; field: string; problem: string };

export interface AskedMessage {
  /** A phone or an alias, as it was written. Goes before `recipient`, as at Meta's. */
  to: string | undefined;
  recipient: string | undefined;
  /** In the form of the API's own messages; `media` and the message of a reaction as Meta's format names them. */
  said: Fields & { type: string };
  /** The file in it, by the id the integration has. */
  media: string | undefined;
  reactsTo: string | undefined;
  quotes: string | undefined;
  callbackData: string | null;
}

const files = ['image', 'video', 'audio', 'document', 'sticker'];

export function readSendRequest(body: unknown, callbackLetters: number): SendRequest {
  if (!isFields(body)) return bad('body', 'must be an object');
  if (body.messaging_product !== 'whatsapp') return bad('messaging_product', 'must be whatsapp');
  if (body.status !== undefined) return readStatus(body);
  const to = textOf(body.to);
  const recipient = textOf(body.recipient);
  if (to === undefined && recipient === undefined) return bad('to', 'is required');
  if (body.recipient_type !== undefined && body.recipient_type !== 'individual')
    return bad('recipient_type', 'must be individual');
  const callbackData = body.biz_opaque_callback_data ?? null;
  if (callbackData !== null && (typeof callbackData !== 'string' || callbackData.length > callbackLetters))
    return bad('biz_opaque_callback_data', `must be a text of ${callbackLetters} letters at most`);
  const type: string = textOf(body.type) ?? 'text';
  const part = body[type];
  const said = saidOf(type, part);
  if (isProblem(said)) return bad(said.field, said.problem);
  const quotes = textOf(fieldsOf(body.context).message_id);
  return {
    kind: 'message',
    message: {
      ...{ to, recipient, said, quotes, callbackData: callbackData as string | null },
      media: files.includes(type) ? textOf(fieldsOf(part).id) : undefined,
      reactsTo: type === 'reaction' ? textOf(fieldsOf(part).message_id) : undefined,
    },
  };
}

function readStatus(body: Fields): SendRequest {
  if (body.status !== 'read') return bad('status', 'must be read');
  const wamid = textOf(body.message_id);
  if (wamid === undefined) return bad('message_id', 'is required');
  return { kind: 'read', wamid, typing: fieldsOf(body.typing_indicator).type === 'text' };
}

interface Problem {
  field: string;
  problem: string;
}

function isProblem(one: Fields | Problem): one is Problem {
  return 'problem' in one && 'field' in one;
}

function saidOf(type: string, part: unknown): (Fields & { type: string }) | Problem {
  if (type === 'contacts')
    return Array.isArray(part) ? { type, contacts: part.map(cardOf) } : { field: 'contacts', problem: 'is required' };
  if (!isFields(part)) return { field: type, problem: known.has(type) ? 'is required' : 'is of a type not known here' };
  switch (type) {
    case 'text':
      return {
        type,
        text: { body: part.body, ...(part.preview_url !== undefined && { previewUrl: part.preview_url === true }) },
      };
    case 'reaction':
      return { type, reaction: { message: part.message_id, emoji: part.emoji === '' ? null : (part.emoji ?? null) } };
    case 'location':
      return { type, location: { ...part, latitude: Number(part.latitude), longitude: Number(part.longitude) } };
    case 'template':
      return { type, template: templateOf(part) };
    case 'interactive':
      return interactiveOf(part);
    default:
      if (!files.includes(type)) return { field: 'type', problem: `${type} is not sent by this relay` };
      return { type, [type]: fileOf(part) };
  }
}

const known = new Set(['text', 'reaction', 'location', 'template', 'interactive', ...files]);

function fileOf({ id, link, caption, filename, voice }: Fields): Fields {
  return given({ media: id, link, caption, filename, voice });
}

function templateOf({ name, language, components }: Fields): Fields {
  const parts = listOf(components);
  return { name, language: { code: fieldsOf(language).code }, ...(parts.length > 0 && { components: parts }) };
}

/** What our own form has no word for goes in Meta's, as it came: `kind: 'relayed'`. */
function interactiveOf(part: Fields): (Fields & { type: string }) | Problem {
  const action = fieldsOf(part.action);
  const header = fieldsOf(part.header);
  if (header.type !== undefined && header.type !== 'text' && elsewhereHeaders.has(String(part.type)))
    return relayed(part);
  const frame = given({
    header: header.text,
    body: fieldsOf(part.body).text,
    footer: fieldsOf(part.footer).text,
  });
  const of = (interactive: Fields) => ({ type: 'interactive', interactive: { ...frame, ...interactive } });
  switch (part.type) {
    case 'button':
      return of({
        kind: 'buttons',
        buttons: listOf(action.buttons).map((one) => {
          const { id, title } = fieldsOf(fieldsOf(one).reply);
          return { id, title };
        }),
      });
    case 'list':
      return of({ kind: 'list', button: action.button, sections: listOf(action.sections).map(sectionOf) });
    case 'cta_url': {
      const { display_text: label, url } = fieldsOf(action.parameters);
      return of({ kind: 'link', label, url });
    }
    case 'location_request_message':
      return { type: 'interactive', interactive: { kind: 'location_request', body: frame.body } };
    case 'request_contact_info':
      return { type: 'interactive', interactive: { kind: 'number_request', body: frame.body } };
    default:
      if (!elsewhereTypes.some((type) => type === part.type))
        return { field: 'interactive.type', problem: `must be one of ${interactiveTypes.join(', ')}` };
      return relayed(part);
  }
}

/** Which of those our own form knows may have a file above their words. */
const elsewhereHeaders = new Set(['button', 'cta_url']);
const interactiveTypes = [
  ...['button', 'list', 'cta_url', 'location_request_message', 'request_contact_info'],
  ...elsewhereTypes,
];

/** Looked at as far as it must be to be shown and sent; the rest Meta judges. */
function relayed(part: Fields): (Fields & { type: string }) | Problem {
  if (!isFields(part.action)) return { field: 'interactive.action', problem: 'is required' };
  for (const name of ['header', 'body', 'footer'])
    if (part[name] !== undefined && !isFields(part[name]))
      return { field: `interactive.${name}`, problem: 'must be an object' };
  if (part.body !== undefined && textOf(fieldsOf(part.body).text) === undefined)
    return { field: 'interactive.body.text', problem: 'is required' };
  if (part.type === 'button' && listOf(part.action.buttons).some((one) => !isFields(fieldsOf(one).reply)))
    return { field: 'interactive.action.buttons', problem: 'must each have a reply' };
  if (part.type === 'cta_url' && !isFields(part.action.parameters))
    return { field: 'interactive.action.parameters', problem: 'is required' };
  return { type: 'interactive', interactive: { kind: 'relayed', meta: part } };
}

function sectionOf(section: unknown): Fields {
  const { title, rows } = fieldsOf(section);
  return given({
    title,
    rows: listOf(rows).map((row) => {
      const { id, title: label, description } = fieldsOf(row);
      return given({ id, title: label, description });
    }),
  });
}

function cardOf(card: unknown): Fields {
  const { name, phones, emails, addresses, org, urls, birthday } = fieldsOf(card);
  const { formatted_name, first_name, last_name, middle_name, prefix, suffix } = fieldsOf(name);
  return given({
    name: given({
      formatted: formatted_name,
      ...{ first: first_name, last: last_name, middle: middle_name, prefix, suffix },
    }),
    phones: listOf(phones).map((one) => {
      const { phone, type, wa_id: waId } = fieldsOf(one);
      return given({ text: phone, type, phone: typeof waId === 'string' ? `+${waId}` : undefined });
    }),
    emails: listOf(emails),
    addresses: listOf(addresses).map((one) => {
      const { country_code: countryCode, ...rest } = fieldsOf(one);
      return given({ ...rest, countryCode });
    }),
    organization: org,
    urls: listOf(urls),
    birthday,
  });
}

function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function bad(field: string, problem: string): SendRequest {
  return { kind: 'bad', field, problem };
}
