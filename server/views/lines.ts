// One line for a message or a call, in the reader's language: made from what was kept of it. English is what is stored beside a message,
// so that lists read no more than they must.

import type { CallItem } from '@throughline/contract';
import { type MessageContent, oneLine, readContent, spokenType } from '@throughline/whatsapp';
import { keptOf, wireOf } from '../conversations/rules-said.ts';
import { retell, say } from '../words/say.ts';
import type { Reader } from '../words/viewer.ts';

export interface Lined {
  type: string;
  body: string | null;
  /** As it was stored. */
  summary: string;
  raw: unknown;
}

/** Whether the line that was stored is what this reader is told. */
export function readsStored({ language, phones }: Reader): boolean {
  return language === 'en' && phones === 'shown';
}

export function lineOf(reader: Reader, { type, body, summary, raw }: Lined): string {
  if (readsStored(reader)) return summary;
  if (type === 'text' && body !== null) return contentLine(reader, { raw: {}, type: 'text', body });
  const content = contentIn(raw);
  return content ? contentLine(reader, content) : retell(reader, summary);
}

/** Undefined where the stored line is the message's own words, or nothing else is known. */
function contentIn(raw: unknown): Content | undefined {
  const kept = keptOf(raw);
  if (!kept) return isFields(raw) ? readContent(innerOf(raw), raw) : undefined;
  const { said, template } = kept;
  if (said.type === 'reaction') return { raw: {}, type: 'reaction', emoji: said.reaction.emoji };
  if (said.type === 'template') return template ? undefined : { raw: {}, type: 'template', name: said.template.name };
  const wire = { ...wireOf(said, () => ({ id: 'ours' })) };
  return readContent(wire, wire);
}

/** An echo wraps the body that was sent. */
function innerOf(raw: Record<string, unknown>): Record<string, unknown> {
  return isFields(raw.message) && raw.type === undefined ? raw.message : raw;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Without<Part, Key extends string> = Part extends unknown ? Omit<Part, Key> : never;
/** Of what was done to another message, which one says nothing in a line. */
type Content = Without<MessageContent, 'target'>;

/** What `summarize` of the wire's package says in English. Never an id. */
export function contentLine(reader: Reader, content: Content): string {
  switch (content.type) {
    case 'text':
      return oneLine(content.body) || say(reader, 'line.empty');
    case 'image':
    case 'video':
      return withText(reader, content.type, content.caption);
    case 'document':
      return withText(reader, 'document', content.filename ?? content.caption);
    case 'location':
      return withText(reader, 'location', content.name ?? content.address);
    case 'audio':
      return say(reader, content.voice ? 'line.voice' : 'line.audio');
    case 'sticker':
    case 'revoke':
      return say(reader, `line.${content.type}`);
    case 'contacts':
      return cardsLine(
        reader,
        content.cards.map((card) => oneLine(card.name)),
      );
    case 'reaction':
      return content.emoji === null
        ? say(reader, 'line.reaction.gone')
        : say(reader, 'line.reaction', { emoji: content.emoji });
    case 'button':
      return say(reader, 'line.chose', { text: oneLine(content.label) });
    case 'interactive':
      if (content.form) return say(reader, 'line.form');
      return content.sent ? oneLine(content.label) : say(reader, 'line.chose', { text: oneLine(content.label) });
    case 'order': {
      const [count, text] = [content.itemCount, oneLine(content.text ?? '')];
      return text === '' ? say(reader, 'line.order', { count }) : say(reader, 'line.order.said', { count, text });
    }
    case 'edit':
      return withText(reader, 'edit', content.body);
    case 'template':
      return say(reader, 'line.template', { text: oneLine(content.name) });
    case 'unsupported':
      return unsupportedLine(reader, content);
    case 'unknown': {
      const kind = spokenType(content.wireType);
      return kind === undefined ? say(reader, 'line.unknown.unnamed') : say(reader, 'line.unknown', { kind });
    }
  }
}

function withText(
  reader: Reader,
  what: 'image' | 'video' | 'document' | 'location' | 'edit',
  text: string | undefined,
): string {
  const line = oneLine(text ?? '');
  return line === '' ? say(reader, `line.${what}`) : say(reader, `line.${what}.said`, { text: line });
}

function cardsLine(reader: Reader, names: readonly string[]): string {
  return names.length === 0
    ? say(reader, 'line.cards')
    : say(reader, 'line.cards.named', { count: names.length, names: names.length === 1 ? (names[0] ?? '') : names });
}

function unsupportedLine(reader: Reader, { code, kind }: Extract<Content, { type: 'unsupported' }>): string {
  if (code === 131060) return say(reader, 'line.withheld');
  const known = kind && kind !== 'unknown' ? spokenType(kind) : undefined;
  return known === undefined ? say(reader, 'line.unsupported') : say(reader, 'line.unsupported.named', { kind: known });
}

export function callLine(reader: Reader, call: Pick<CallItem, 'status' | 'direction' | 'durationS'>): string {
  const { status, direction } = call;
  switch (status) {
    case 'ringing':
    case 'missed':
      return say(reader, `line.call.${status}.${direction === 'in' ? 'in' : 'out'}`);
    case 'ended':
      return say(reader, 'line.call.ended', { length: lengthOf(call.durationS ?? 0) });
    default:
      return say(reader, `line.call.${status}`);
  }
}

function lengthOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
