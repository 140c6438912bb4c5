// How one message reads: the parts its type has, made anew from what was kept of it, with what was done to it since.

import type { Media, MessageItem, MessageParts, TemplateText } from '@throughline/contract';
import { readable } from '@throughline/whatsapp';
import type { Marked } from '../conversations/rules-marks.ts';
import { keptOf, wireOf } from '../conversations/rules-said.ts';
import { say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { cardsIn } from './card-parts.ts';
import { contentLine, type Lined, lineOf } from './lines.ts';

/** `raw`: what came or was said; null where the rest tells everything. */
export type Written = Lined;

interface Around {
  media: Media | undefined;
  marked: Marked;
}

type Reading = Pick<MessageItem, 'summary'> & MessageParts;

/** Deleted: nothing of what it said. Edited: what it says now, and what it said before. */
export function messageReading(viewer: Viewer, { media, marked, ...written }: Written & Around): Reading {
  if (marked.deletedAt !== null)
    return { summary: say(viewer, 'line.deleted'), deletedAt: new Date(marked.deletedAt).toISOString() };
  const parts = partsOf(written, media);
  const reactions = marked.reactions.map(({ at, ...one }) => ({ ...one, at: new Date(at).toISOString() }));
  return {
    ...(marked.edited
      ? edited(viewer, parts, { ...written, at: marked.edited.at, edit: marked.edited.body })
      : { ...parts, summary: lineOf(viewer, written) }),
    ...(reactions.length > 0 && { reactions }),
  };
}

/** Of an edit whose message was deleted: that there was one, and nothing of its words. */
export function silenced(viewer: Viewer, { type }: Pick<Written, 'type'>): Reading {
  return { summary: say(viewer, type === 'edit' ? 'line.edit' : 'line.revoke') };
}

function partsOf({ body, raw }: Written, file: Media | undefined): MessageParts {
  const parts: Parts = saidParts(raw) ?? readParts(raw);
  const { media, template, ...rest } = parts;
  return {
    ...(body !== null && { text: { body } }),
    ...rest,
    ...(file && { media: { ...file, ...(media?.caption && { caption: media.caption }) } }),
    ...(template && { template: { text: null, ...template } }),
  };
}

function readParts(raw: unknown): Parts {
  if (typeof raw !== 'object' || raw === null) return {};
  const parts = readable(raw as Record<string, unknown>);
  return parts.cards ? { ...parts, cards: cardsIn(raw) } : parts;
}

type Parts = Omit<ReturnType<typeof readable>, 'template' | 'cards'> &
  Pick<MessageParts, 'cards'> & {
    template?: { name: string; language: string; text?: TemplateText | null };
  };

/** What was said here, read the way it reads to whoever gets it. */
function saidParts(raw: unknown): Parts | undefined {
  const kept = keptOf(raw);
  if (!kept) return undefined;
  const { said } = kept;
  if (said.type === 'reaction') return {};
  if (said.type !== 'template') return readable({ ...wireOf(said, () => ({ id: 'ours' })) });
  const { name, language } = said.template;
  return { template: { name, language: language.code, text: kept.template ?? null } };
}

function edited(
  viewer: Viewer,
  parts: MessageParts,
  { at, edit: body, ...written }: Written & { at: number; edit: string },
): Reading {
  const before = parts.media?.caption ?? parts.text?.body ?? '';
  const mark = { edited: { at: new Date(at).toISOString(), before } };
  if (parts.media) {
    const { type, filename, voice } = parts.media;
    const said = { raw: {}, type, caption: body, ...(filename && { filename }), ...(voice && { voice }) };
    return { ...parts, media: { ...parts.media, caption: body }, summary: contentLine(viewer, said), ...mark };
  }
  if (!parts.text) return { ...parts, summary: lineOf(viewer, written), ...mark };
  return { ...parts, text: { body }, summary: contentLine(viewer, { raw: {}, type: 'text', body }), ...mark };
}
