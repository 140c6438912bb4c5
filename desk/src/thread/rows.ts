// A timeline as the rows to draw: days headed, reactions put on what they react to, replies not yet sent at the end,
// and the line that runs beside it all, which ends only where the number went to somebody else. Pure.

import type { CallItem, MessageItem, NoticeItem, TimelineItem } from '@throughline/contract';
import type { Unsent } from '../api/outbox.ts';
import { dayHeading, dayKey } from '../words/time.ts';

/** through: the line runs on. ends: it stops at this row's knot. starts: another begins at this row. */
export type Line = 'through' | 'ends' | 'starts';

interface Base {
  key: string;
  line: Line;
}
export type Row = Base &
  (
    | { kind: 'day'; title: string }
    | { kind: 'message'; item: MessageItem; reactions: string[]; quoted: Quoted | undefined; isFollowOn: boolean }
    | { kind: 'notice'; item: NoticeItem }
    | { kind: 'call'; item: CallItem }
    | { kind: 'unsent'; unsent: Unsent }
  );

export interface Quoted {
  id: string | undefined;
  direction: 'in' | 'out';
  summary: string;
}

const followOnMs = 5 * 60_000;

export function rowsOf(items: TimelineItem[], unsent: Unsent[], now: number): Row[] {
  const messages = new Map(items.flatMap((item) => (item.kind === 'message' ? [[item.id, item] as const] : [])));
  const reactions = reactionsOf(items, messages);
  const rows: Row[] = [];
  let day = '';
  let before: TimelineItem | undefined;
  let line: Line = 'through';
  const push = (at: string, row: (line: Line) => Row) => {
    if (dayKey(at) !== day) {
      day = dayKey(at);
      rows.push({ kind: 'day', key: `day-${day}-${rows.length === 0 ? '' : 'on'}`, line, title: dayHeading(at, now) });
      before = undefined;
      if (line === 'starts') line = 'through';
    }
    rows.push(row(line));
    line = 'through';
  };
  for (const item of items) {
    if (isPlaced(item, messages)) continue;
    if (item.kind === 'message') {
      const isFollowOn = follows(before, item);
      const quoted = quotedBy(item, messages);
      push(item.at, (at) => ({
        kind: 'message',
        key: item.id,
        line: at,
        item,
        quoted,
        isFollowOn: isFollowOn && before !== undefined,
        reactions: reactions.get(item.id) ?? [],
      }));
    } else if (item.kind === 'notice') {
      const ends = item.type === 'number_in_new_hands';
      push(item.at, (at) => ({ kind: 'notice', key: item.id, line: ends ? 'ends' : at, item }));
      if (ends) line = 'starts';
    } else push(item.at, (at) => ({ kind: 'call', key: item.id, line: at, item }));
    before = item;
  }
  for (const one of unsent) push(one.at, (at) => ({ kind: 'unsent', key: one.key, line: at, unsent: one }));
  return rows;
}

/** Incoming messages and calls after the item last seen: what the button down to the newest counts. */
export function arrivedAfter(items: TimelineItem[], seenId: string | undefined): number {
  const seen = items.findLastIndex(({ id }) => id === seenId);
  return seen === -1 ? 0 : items.slice(seen + 1).filter(({ direction }) => direction === 'in').length;
}

function reactionsOf(items: TimelineItem[], messages: Map<string, MessageItem>): Map<string, string[]> {
  // One per side: a new reaction of the same side replaces the one before, and an empty one takes it back.
  const bySide = new Map<string, Map<string, string>>();
  for (const item of items) {
    if (item.kind !== 'message' || !isPlaced(item, messages) || !item.target) continue;
    const sides = bySide.get(item.target) ?? new Map<string, string>();
    if (item.emoji) sides.set(item.direction, item.emoji);
    else sides.delete(item.direction);
    bySide.set(item.target, sides);
  }
  return new Map([...bySide].map(([id, sides]) => [id, [...sides.values()]]));
}

function isPlaced(item: TimelineItem, messages: Map<string, MessageItem>): boolean {
  return (
    item.kind === 'message' && item.type === 'reaction' && typeof item.target === 'string' && messages.has(item.target)
  );
}

function quotedBy(item: MessageItem, messages: Map<string, MessageItem>): Quoted | undefined {
  if (item.quotes === undefined) return undefined;
  const quoted = item.quotes === null ? undefined : messages.get(item.quotes);
  if (quoted) return { id: quoted.id, direction: quoted.direction, summary: quoted.text?.body ?? quoted.summary };
  return {
    id: undefined,
    direction: item.direction,
    summary: item.quotes === null ? 'A message that is not here' : 'An earlier message',
  };
}

function follows(before: TimelineItem | undefined, item: MessageItem): boolean {
  if (before?.kind !== 'message' || before.direction !== item.direction || before.author !== item.author) return false;
  return Date.parse(item.at) - Date.parse(before.at) < followOnMs;
}
