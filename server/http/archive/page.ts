// The archive for people to read: pages of HTML that need nothing else, in their language. Every text is escaped; nothing in them runs. What is
// long has pages of its own, so that a browser can show it.

import type { Contact, Explanation } from '@throughline/contract';
import type { SaidLine } from '../../views/privacy-transcript.ts';
import type { Key } from '../../words/en/index.ts';
import { say, tell } from '../../words/say.ts';
import type { Viewer } from '../../words/viewer.ts';

/** Some lines of a thread: on the first page where they are few, else on a page of their own. */
export type Part =
  | { kind: 'here'; lines: readonly SaidLine[] }
  | { kind: 'page'; name: string; from: Date; until: Date };

export interface PageParts {
  viewer: Viewer;
  now: Date;
  contact: Contact;
  explanation: Explanation;
  threads: readonly { with: string; parts: readonly Part[] }[];
  files: FileList;
}

export type FileList =
  | { kind: 'here'; names: readonly string[] }
  | { kind: 'pages'; pages: readonly { name: string; from: number; until: number }[] };

/** Who else is given what people write to a business on WhatsApp. */
export const recipients: readonly Key[] = ['archive.recipients.meta', 'archive.recipients.staff'];

export function* firstPage(parts: PageParts): Generator<string> {
  const { viewer, contact, explanation } = parts;
  yield head(viewer);
  yield `<h1>${word(viewer, 'archive.title')}</h1><p>${escaped(say(viewer, 'archive.intro', { on: parts.now }))}</p>`;
  yield* identity(parts);
  yield `<h2>${word(viewer, 'archive.why')}</h2><ul>`;
  for (const { at, title: what, detail } of explanation.steps)
    yield `<li><time>${day(viewer, at)}</time> ${escaped(what)} ${escaped(detail)}</li>`;
  yield `</ul><h2>${word(viewer, 'archive.recipients')}</h2><ul>${recipients.map((key) => `<li>${escaped(tell(viewer, { key, values: {} }))}</li>`).join('')}</ul>`;
  yield `<h2>${escaped(say(viewer, 'archive.said', { name: contact.displayName }))}</h2>`;
  for (const thread of parts.threads) yield* conversation(viewer, thread);
  yield* fileList(parts);
  yield `<p>${word(viewer, 'archive.rest')}</p></html>`;
}

function* identity({ viewer, contact }: PageParts): Generator<string> {
  yield `<h2>${word(viewer, 'archive.known')}</h2><ul><li><bdi>${escaped(contact.displayName)}</bdi></li>`;
  if (contact.username) yield `<li><bdi>@${escaped(contact.username)}</bdi></li>`;
  for (const { value, from, until } of contact.phones) {
    const span = until === null ? 'archive.since' : 'archive.between';
    const when =
      span === 'archive.since'
        ? say(viewer, span, { from: new Date(from) })
        : say(viewer, 'archive.between', { from: new Date(from), until: new Date(until ?? from) });
    yield `<li><bdi>${escaped(value)}</bdi> ${escaped(when)}</li>`;
  }
  yield '</ul>';
}

function* conversation(viewer: Viewer, thread: PageParts['threads'][number]): Generator<string> {
  yield `<h3><bdi>${escaped(thread.with)}</bdi></h3>`;
  const pages: string[] = [];
  for (const part of thread.parts)
    if (part.kind === 'here') yield* said(viewer, part.lines);
    else {
      const { name, from, until } = part;
      pages.push(`<li><a href="${escaped(name)}">${escaped(say(viewer, 'archive.part', { from, until }))}</a></li>`);
    }
  if (pages.length > 0) yield `<ul>${pages.join('')}</ul>`;
}

function* fileList({ viewer, files }: PageParts): Generator<string> {
  const isEmpty = files.kind === 'here' && files.names.length === 0;
  if (isEmpty) return;
  yield `<h2>${word(viewer, 'archive.files')}</h2>`;
  if (files.kind === 'here') yield* listed(files.names, '');
  else {
    yield '<ul>';
    for (const { name, from, until } of files.pages)
      yield `<li><a href="${escaped(name)}">${escaped(say(viewer, 'archive.some_files', { from, until }))}</a></li>`;
    yield '</ul>';
  }
}

export interface Neighbors {
  /** Of the pages of the same thread, from where this one stands. */
  earlier: string | undefined;
  later: string | undefined;
}

/** A part of a long thread; it stands in a folder. */
export function* partPage(
  viewer: Viewer,
  { with: name, lines, earlier, later }: { with: string; lines: readonly SaidLine[] } & Neighbors,
): Generator<string> {
  const link = (key: Key, to: string | undefined) => (to ? `<a href="${escaped(to)}">${word(viewer, key)}</a> ` : '');
  const ways = `<p>${link('archive.start', '../index.html')}${link('archive.earlier', earlier)}${link('archive.later', later)}</p>`;
  yield `${head(viewer)}<h1><bdi>${escaped(name)}</bdi></h1>${ways}`;
  yield* said(viewer, lines);
  yield `${ways}</html>`;
}

/** Of many files, some; it stands in their folder. */
export function* filesPage(viewer: Viewer, names: readonly string[]): Generator<string> {
  yield `${head(viewer)}<h1>${word(viewer, 'archive.files')}</h1><p><a href="../index.html">${word(viewer, 'archive.start')}</a></p>`;
  yield* listed(names, '../');
  yield '</html>';
}

function* listed(names: readonly string[], way: string): Generator<string> {
  yield '<ul>';
  for (const name of names) yield `<li><a href="${escaped(way + name)}">${escaped(name)}</a></li>`;
  yield '</ul>';
}

function head(viewer: Viewer): string {
  const { language } = viewer;
  return `<!doctype html><html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${word(viewer, 'archive.title')}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1b1a}h2{margin-top:2.5rem}
li{margin:.25rem 0}.line{margin:.35rem 0}.line time{color:#6b6762;font-size:.85em}.us{padding-inline-start:2rem}pre{white-space:pre-wrap}</style>
`;
}

function* said(viewer: Viewer, lines: readonly SaidLine[]): Generator<string> {
  const whose = { in: word(viewer, 'archive.you'), out: word(viewer, 'archive.us') };
  const call = say(viewer, 'archive.call');
  const moment = new Intl.DateTimeFormat(viewer.locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
  for (const { at, direction, kind, text } of lines)
    yield `<div class="line${direction === 'out' ? ' us' : ''}"><time>${moment.format(at)}</time> <b>${whose[direction]}</b> <bdi>${escaped(kind === 'call' ? call : text)}</bdi></div>\n`;
}

const word = (viewer: Viewer, key: Key) => escaped(tell(viewer, { key, values: {} }));
const day = ({ locale }: Viewer, at: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at));

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
}
