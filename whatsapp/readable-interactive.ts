// What a business sent with something to tap: by us, from the WhatsApp Business app, or by another program.

import { type Fields, fieldsOf, isFields, listOf, wordsOf } from './fields.ts';
import { cut, webAddress } from './readable-referral.ts';

export interface ReadableInteractive {
  kind: 'buttons' | 'list' | 'link' | 'location_request' | 'number_request' | 'flow' | 'product' | 'other';
  header?: string;
  body: string;
  footer?: string;
  options: { label: string; description?: string; url?: string }[];
}

const kinds = new Map<unknown, ReadableInteractive['kind']>([
  ['button', 'buttons'],
  ['list', 'list'],
  ['cta_url', 'link'],
  ['location_request_message', 'location_request'],
  ['request_contact_info', 'number_request'],
  ['contact_request', 'number_request'],
  ['flow', 'flow'],
  ['product', 'product'],
  ['product_list', 'product'],
  ['catalog_message', 'product'],
  ['carousel', 'other'],
  ['address_message', 'other'],
  ['call_permission_request', 'other'],
  ['voice_call', 'other'],
  ['order_details', 'other'],
  ['order_status', 'other'],
]);

/** Undefined for answers: they carry the part they are named by instead of a body and an action. */
export function readableInteractive(part: Fields): ReadableInteractive | undefined {
  const kind = kinds.get(part.type);
  const body = wordsOf(fieldsOf(part.body).text);
  if (!kind && (!body || isFields(part[String(part.type)]))) return undefined;
  const header = wordsOf(fieldsOf(part.header).text);
  const footer = wordsOf(fieldsOf(part.footer).text);
  return {
    kind: kind ?? 'other',
    ...(header && { header: cut(header, 200) }),
    body: cut(body ?? '', 4096),
    ...(footer && { footer: cut(footer, 200) }),
    options: optionsOf(fieldsOf(part.action)),
  };
}

const mostOptions = 100;

function optionsOf(action: Fields): ReadableInteractive['options'] {
  const parameters = fieldsOf(action.parameters);
  const buttons = listOf(action.buttons).flatMap((button) => option(fieldsOf(fieldsOf(button).reply).title));
  const rows = listOf(action.sections)
    .flatMap((section) => listOf(fieldsOf(section).rows))
    .flatMap((row) => option(fieldsOf(row).title, fieldsOf(row).description));
  const link = option(parameters.display_text, undefined, parameters.url);
  const form = option(parameters.flow_cta);
  const cards = listOf(action.cards).flatMap(cardOptions);
  return [...buttons, ...rows, ...link, ...form, ...cards].slice(0, mostOptions);
}

/** Of a carousel: what a card says stands beside each of its buttons. */
function cardOptions(card: unknown): ReadableInteractive['options'] {
  const { body, action } = fieldsOf(card);
  const options = optionsOf({ ...fieldsOf(action), cards: [] });
  const text = wordsOf(fieldsOf(body).text);
  if (!text) return options;
  return options.length === 0 ? option(text) : options.map((one) => ({ description: cut(text, 200), ...one }));
}

function option(label: unknown, description?: unknown, address?: unknown): ReadableInteractive['options'] {
  const words = wordsOf(label);
  const more = wordsOf(description);
  const url = webAddress(address);
  return words ? [{ label: cut(words, 200), ...(more && { description: cut(more, 200) }), ...(url && { url }) }] : [];
}
