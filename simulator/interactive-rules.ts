// Which interactive messages the send endpoint takes (Meta, "Interactive messages", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import { listOf } from './template-words.ts';

const MOST = { body: 1024, listBody: 4096, footer: 60, header: 60, buttons: 3, rows: 10, sections: 10 };
const LENGTHS = { label: 20, rowTitle: 24, rowText: 72, id: 256, rowId: 200 };
/** Checked no further than this: catalogs, calls and addresses have pages of their own. */
const OTHERS = [
  'address_message',
  'call_permission_request',
  'carousel',
  'catalog_message',
  'flow',
  'order_details',
  'order_status',
  'product',
  'product_list',
  'voice_call',
];

export const missing = (name: string): MetaFault => faultOf(131008, `Required parameter ${name} is missing`);
export const invalid = (name: string, wanted: string): MetaFault =>
  faultOf(131009, `Parameter ${name} must be ${wanted}`);

export function interactiveFault(inner: Json): MetaFault | undefined {
  const { type } = inner;
  if (typeof type !== 'string') return missing('interactive.type');
  if (type === 'contact_request') {
    return invalid('interactive.type', 'request_contact_info: that is its name since 2026-05-28');
  }
  const action = asObject(inner.action);
  return frameFault(inner, type) ?? actionFault(type, action);
}

/** What all of them have: a body, perhaps a header and a footer, an action. */
function frameFault(inner: Json, type: string): MetaFault | undefined {
  const body = asObject(inner.body).text;
  const bodiless = type === 'product' || type === 'voice_call';
  if (typeof body !== 'string' && !bodiless) return missing('interactive.body.text');
  const most = type === 'list' ? MOST.listBody : MOST.body;
  if (typeof body === 'string' && body.length > most)
    return invalid('interactive.body.text', `at most ${most} characters`);
  const footer = asObject(inner.footer).text;
  if (typeof footer === 'string' && footer.length > MOST.footer)
    return invalid('interactive.footer.text', `at most ${MOST.footer} characters`);
  if (inner.header !== undefined) {
    const fault = headerFault(asObject(inner.header), type);
    if (fault !== undefined) return fault;
  }
  return typeof inner.action === 'object' && inner.action !== null ? undefined : missing('interactive.action');
}

function headerFault(header: Json, type: string): MetaFault | undefined {
  if (header.type === 'text') {
    const { text } = header;
    if (typeof text !== 'string' || text === '') return missing('interactive.header.text');
    return text.length > MOST.header
      ? invalid('interactive.header.text', `at most ${MOST.header} characters`)
      : undefined;
  }
  if (type === 'list') return invalid('interactive.header.type', 'text: a list has no other header');
  if (!['image', 'video', 'document'].includes(String(header.type)))
    return invalid('interactive.header.type', 'one of text, image, video, document');
  const file = asObject(header[String(header.type)]);
  const named = typeof file.id === 'string' || typeof file.link === 'string';
  return named ? undefined : missing(`interactive.header.${String(header.type)}.id or .link`);
}

function actionFault(type: string, action: Json): MetaFault | undefined {
  switch (type) {
    case 'button':
      return buttonsFault(listOf(action.buttons));
    case 'list':
      return listFault(action);
    case 'cta_url': {
      const { display_text: label, url } = asObject(action.parameters);
      if (action.name !== 'cta_url') return invalid('interactive.action.name', 'cta_url');
      if (typeof url !== 'string' || !/^https?:\/\//.test(url))
        return invalid('interactive.action.parameters.url', 'a URL');
      return labelFault('interactive.action.parameters.display_text', label, LENGTHS.label);
    }
    case 'location_request_message':
      return action.name === 'send_location' ? undefined : invalid('interactive.action.name', 'send_location');
    case 'request_contact_info':
      return action.name === 'request_contact_info'
        ? undefined
        : invalid('interactive.action.name', 'request_contact_info');
    default:
      return OTHERS.includes(type) ? undefined : invalid('interactive.type', 'a type of interactive message');
  }
}

function buttonsFault(buttons: readonly Json[]): MetaFault | undefined {
  if (buttons.length === 0 || buttons.length > MOST.buttons)
    return invalid('interactive.action.buttons', `1 to ${MOST.buttons} buttons`);
  const replies = buttons.map((button) => asObject(button.reply));
  for (const { id, title } of replies) {
    const fault =
      labelFault('buttons.reply.title', title, LENGTHS.label) ?? labelFault('buttons.reply.id', id, LENGTHS.id);
    if (fault !== undefined) return fault;
  }
  return uniqueFault('buttons.reply', replies, ['id', 'title']);
}

function listFault(action: Json): MetaFault | undefined {
  const sections = listOf(action.sections);
  const rows = sections.flatMap((section) => listOf(section.rows));
  if (sections.length === 0 || sections.length > MOST.sections)
    return invalid('interactive.action.sections', `1 to ${MOST.sections} sections`);
  if (rows.length === 0 || rows.length > MOST.rows) return invalid('sections.rows', `1 to ${MOST.rows} rows in all`);
  if (sections.length > 1 && sections.some(({ title }) => typeof title !== 'string' || title === ''))
    return missing('sections.title');
  for (const { id, title, description } of rows) {
    const fault =
      labelFault('rows.title', title, LENGTHS.rowTitle) ??
      labelFault('rows.id', id, LENGTHS.rowId) ??
      (description === undefined ? undefined : labelFault('rows.description', description, LENGTHS.rowText));
    if (fault !== undefined) return fault;
  }
  return labelFault('interactive.action.button', action.button, LENGTHS.label) ?? uniqueFault('rows', rows, ['id']);
}

function uniqueFault(where: string, items: readonly Json[], keys: readonly string[]): MetaFault | undefined {
  const double = keys.find((key) => new Set(items.map((item) => item[key])).size < items.length);
  return double === undefined ? undefined : invalid(`${where}.${double}`, 'unique within the message');
}

function labelFault(name: string, value: unknown, most: number): MetaFault | undefined {
  if (typeof value !== 'string' || value.length === 0) return missing(name);
  return value.length > most ? invalid(name, `at most ${most} characters`) : undefined;
}
