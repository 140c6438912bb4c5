// The archive for people to read: one page of HTML that needs nothing else, in their language. Every text is escaped; nothing in it runs.

import type { Contact, Explanation } from '@throughline/contract';
import type { SaidLine, TranscriptThread } from '../../views/privacy-transcript.ts';
import type { Key } from '../../words/en/index.ts';
import { say, tell } from '../../words/say.ts';
import type { Viewer } from '../../words/viewer.ts';

export interface PageParts {
  viewer: Viewer;
  now: Date;
  contact: Contact;
  explanation: Explanation;
  threads: readonly TranscriptThread[];
  linesOf: (thread: TranscriptThread) => AsyncIterable<SaidLine>;
  /** Names in the archive. */
  files: readonly string[];
}

/** Who else is given what people write to a business on WhatsApp. */
export const recipients: readonly Key[] = ['archive.recipients.meta', 'archive.recipients.staff'];

export async function* archivePage(parts: PageParts): AsyncGenerator<string> {
  const { viewer, contact, explanation, files } = parts;
  const rtl = viewer.language === 'ar';
  const title = say(viewer, 'archive.title');
  yield `<!doctype html><html lang="${viewer.language}"${rtl ? ' dir="rtl"' : ''}><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1b1a}h2{margin-top:2.5rem}
li{margin:.25rem 0}.line{margin:.35rem 0}.line time{color:#6b6762;font-size:.85em}.us{padding-inline-start:2rem}pre{white-space:pre-wrap}</style>
<h1>${escaped(title)}</h1><p>${escaped(say(viewer, 'archive.intro', { on: parts.now }))}</p>`;
  yield* identity(parts);
  yield `<h2>${escaped(say(viewer, 'archive.why'))}</h2><ul>`;
  for (const { at, title: what, detail } of explanation.steps)
    yield `<li><time>${day(viewer, at)}</time> ${escaped(what)} ${escaped(detail)}</li>`;
  yield `</ul><h2>${escaped(say(viewer, 'archive.recipients'))}</h2><ul>${recipients.map((key) => `<li>${escaped(tell(viewer, { key, values: {} }))}</li>`).join('')}</ul>`;
  yield `<h2>${escaped(say(viewer, 'archive.said', { name: contact.displayName }))}</h2>`;
  for (const thread of parts.threads) yield* conversation(parts, thread);
  if (files.length > 0) {
    yield `<h2>${escaped(say(viewer, 'archive.files'))}</h2><ul>`;
    for (const name of files) yield `<li><a href="${escaped(name)}">${escaped(name)}</a></li>`;
    yield '</ul>';
  }
  yield `<p>${escaped(say(viewer, 'archive.rest'))}</p></html>`;
}

function* identity({ viewer, contact }: PageParts): Generator<string> {
  yield `<h2>${escaped(say(viewer, 'archive.known'))}</h2><ul><li><bdi>${escaped(contact.displayName)}</bdi></li>`;
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

async function* conversation({ viewer, linesOf }: PageParts, thread: TranscriptThread): AsyncGenerator<string> {
  yield `<h3><bdi>${escaped(thread.with)}</bdi></h3>`;
  const whose = { in: say(viewer, 'archive.you'), out: say(viewer, 'archive.us') };
  const call = say(viewer, 'archive.call');
  for await (const { at, direction, kind, text } of linesOf(thread))
    yield `<div class="line${direction === 'out' ? ' us' : ''}"><time>${moment(viewer, at)}</time> <b>${escaped(whose[direction])}</b> <bdi>${escaped(kind === 'call' ? call : text)}</bdi></div>\n`;
}

const day = ({ locale }: Viewer, at: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at));
const moment = ({ locale }: Viewer, at: Date) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(at);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
}
