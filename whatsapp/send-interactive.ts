// Messages with something to tap (Meta, "Interactive reply buttons messages", "Interactive list messages", "Interactive call-to-action
// URL button messages", "Location request messages", and "Request contact info", read 2026-09).

import type { FileSource } from './send-media.ts';
import { countProblems, lengthProblems, repeatProblems, type SendProblem } from './send-problem.ts';

interface TextHeader {
  type: 'text';
  text: string;
}
/** Not for lists (Meta, "Interactive reply buttons messages" and "Interactive call-to-action URL button messages", read 2026-09). */
type FileHeader =
  | { type: 'image'; image: FileSource }
  | { type: 'video'; video: FileSource }
  | { type: 'document'; document: FileSource & { filename?: string } };
interface Framed {
  header?: TextHeader | FileHeader;
  body: { text: string };
  footer?: { text: string };
}

export interface ButtonsInteractive extends Framed {
  type: 'button';
  action: { buttons: { type: 'reply'; reply: { id: string; title: string } }[] };
}
export interface ListInteractive extends Framed {
  type: 'list';
  action: {
    button: string;
    sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[];
  };
}
export interface LinkInteractive extends Framed {
  type: 'cta_url';
  action: { name: 'cta_url'; parameters: { display_text: string; url: string } };
}
export interface LocationRequestInteractive {
  type: 'location_request_message';
  body: { text: string };
  action: { name: 'send_location' };
}
/** Asks for the person's number. Was called `contact_request` until 2026-05-28. */
export interface NumberRequestInteractive {
  type: 'request_contact_info';
  body: { text: string };
  action: { name: 'request_contact_info' };
}

/**
 * What nothing here composes, in Meta's own form; what it says beyond this is Meta's to judge. Of "Flow messages", "Share products with customers"
 * (product, product_list, catalog_message), "Interactive media carousel messages", "Address messages", "Request call permissions", "Call button
 * messages" and "Payments" (order_details, order_status), read 2026-11.
 */
export interface ElsewhereInteractive {
  type: ElsewhereType;
  header?: Readonly<Record<string, unknown>>;
  body?: { text: string };
  footer?: { text: string };
  action: Readonly<Record<string, unknown>>;
}
export const elsewhereTypes = [
  'flow',
  'product',
  'product_list',
  'catalog_message',
  'carousel',
  'address_message',
  'call_permission_request',
  'voice_call',
  'order_details',
  'order_status',
] as const;
type ElsewhereType = (typeof elsewhereTypes)[number];

export interface InteractiveSend {
  type: 'interactive';
  interactive:
    | ButtonsInteractive
    | ListInteractive
    | LinkInteractive
    | LocationRequestInteractive
    | NumberRequestInteractive
    | ElsewhereInteractive;
}

export function interactiveProblems({ interactive }: InteractiveSend): SendProblem[] {
  switch (interactive.type) {
    case 'button':
      return [...frameProblems(interactive, 1024), ...buttonsProblems(interactive.action.buttons)];
    case 'list':
      return [...frameProblems(interactive, 4096), ...listProblems(interactive.action)];
    case 'cta_url':
      return [...frameProblems(interactive, 1024), ...linkProblems(interactive.action.parameters)];
    case 'location_request_message':
    case 'request_contact_info':
      return frameProblems(interactive, 1024);
    default:
      return [];
  }
}

function frameProblems({ header, body, footer }: Framed, most: number): SendProblem[] {
  return [
    ...lengthProblems('interactive.header.text', header?.type === 'text' ? header.text : undefined, { most: 60 }),
    ...lengthProblems('interactive.body.text', body.text, { most }),
    ...lengthProblems('interactive.footer.text', footer?.text, { most: 60 }),
  ];
}

function buttonsProblems(buttons: ButtonsInteractive['action']['buttons']): SendProblem[] {
  const field = 'interactive.action.buttons';
  return [
    ...countProblems(field, buttons.length, { most: 3, what: 'buttons' }),
    ...buttons.flatMap(({ reply }, index) => [
      ...lengthProblems(`${field}.${index}.reply.id`, reply.id, { most: 256 }),
      ...lengthProblems(`${field}.${index}.reply.title`, reply.title, { most: 20 }),
    ]),
    ...repeats(
      field,
      buttons.map(({ reply }) => reply),
    ),
  ];
}

function repeats(field: string, choices: readonly { id: string; title: string }[]): SendProblem[] {
  return [
    ...repeatProblems(
      field,
      choices.map(({ id }) => id),
      'id',
    ),
    ...repeatProblems(
      field,
      choices.map(({ title }) => title),
      'title',
    ),
  ];
}

function listProblems({ button, sections }: ListInteractive['action']): SendProblem[] {
  const field = 'interactive.action.sections';
  const rows = sections.flatMap((section) => section.rows);
  return [
    ...lengthProblems('interactive.action.button', button, { most: 20 }),
    ...countProblems(field, sections.length, { most: 10, what: 'sections' }),
    ...countProblems(field, rows.length, { most: 10, what: 'rows over all sections' }),
    ...sections.flatMap((section, index) => sectionProblems(`${field}.${index}`, section, sections.length > 1)),
    ...repeatProblems(
      field,
      rows.map(({ id }) => id),
      'id',
    ),
  ];
}

function sectionProblems(
  field: string,
  { title, rows }: ListInteractive['action']['sections'][number],
  oneOfSeveral: boolean,
): SendProblem[] {
  return [
    ...(oneOfSeveral && !title
      ? [{ field: `${field}.title`, problem: 'must be there, where there are several sections' }]
      : []),
    ...lengthProblems(`${field}.title`, title, { least: 0, most: 24 }),
    ...countProblems(`${field}.rows`, rows.length, { most: 10, what: 'rows' }),
    ...rows.flatMap((row, index) => [
      ...lengthProblems(`${field}.rows.${index}.id`, row.id, { most: 200 }),
      ...lengthProblems(`${field}.rows.${index}.title`, row.title, { most: 24 }),
      ...lengthProblems(`${field}.rows.${index}.description`, row.description, { least: 0, most: 72 }),
    ]),
  ];
}

function linkProblems({ display_text: label, url }: LinkInteractive['action']['parameters']): SendProblem[] {
  return [
    ...lengthProblems('interactive.action.parameters.display_text', label, { most: 20 }),
    ...(/^https?:\/\/\S+$/.test(url)
      ? []
      : [{ field: 'interactive.action.parameters.url', problem: 'must be an address that begins with https://' }]),
  ];
}
