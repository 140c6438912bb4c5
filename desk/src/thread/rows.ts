// A timeline as the rows to draw: days headed, reactions put on what they react to, replies not yet sent at the end,
// and the line that runs beside it all, which ends only where the number went to somebody else. Pure.

import type { CallItem, MessageItem, NoteItem, NoticeItem, TimelineItem, WorkItem } from '@throughline/contract';
import type { Unsent } from '../api/outbox.ts';
import { say } from '../words/say.tsx';
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
    | {
        kind: 'message';
        item: MessageItem;
        reactions: Reaction[];
        quoted: Quoted | undefined;
        isFollowOn: boolean;
        /** The newest message: where the keys come in to what may be done. */
        isLast: boolean;
      }
    | { kind: 'notice'; item: NoticeItem }
    | { kind: 'call'; item: CallItem }
    | { kind: 'note'; item: NoteItem }
    | { kind: 'work'; item: WorkItem }
    | { kind: 'unsent'; unsent: Unsent }
  );

export interface Quoted {
  id: string | undefined;
  direction: 'in' | 'out';
  summary: string;
}

/** One that stands: one of each side at most. */
export interface Reaction {
  emoji: string;
  by: 'customer' | 'business';
  author: string | undefined;
  isSending: boolean;
}

const followOnMs = 5 * 60_000;

export function rowsOf(items: TimelineItem[], unsent: Unsent[], now: number): Row[] {
  const messages = new Map(items.flatMap((item) => (item.kind === 'message' ? [[item.id, item] as const] : [])));
  const reactions = reactionsOf(items, unsent, messages);
  const lastId = items.findLast(({ kind }) => kind === 'message')?.id;
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
        isLast: item.id === lastId,
      }));
    } else if (item.kind === 'notice') {
      const ends = item.type === 'number_in_new_hands';
      push(item.at, (at) => ({ kind: 'notice', key: item.id, line: ends ? 'ends' : at, item }));
      if (ends) line = 'starts';
    } else if (item.kind === 'note') push(item.at, (at) => ({ kind: 'note', key: item.id, line: at, item }));
    else if (item.kind === 'work') push(item.at, (at) => ({ kind: 'work', key: item.id, line: at, item }));
    else push(item.at, (at) => ({ kind: 'call', key: item.id, line: at, item }));
    before = item;
  }
  for (const one of unsent) {
    if (one.content.type === 'reaction' && one.state === 'sending') continue;
    push(one.at, (at) => ({ kind: 'unsent', key: one.key, line: at, unsent: one }));
  }
  return rows;
}

/** Incoming messages and calls after the item last seen: what the button down to the newest counts. */
export function arrivedAfter(items: TimelineItem[], seenId: string | undefined): number {
  const seen = items.findLastIndex(({ id }) => id === seenId);
  return seen === -1 ? 0 : items.slice(seen + 1).filter(({ direction }) => direction === 'in').length;
}

function reactionsOf(
  items: TimelineItem[],
  unsent: Unsent[],
  messages: Map<string, MessageItem>,
): Map<string, Reaction[]> {
  const standing = new Map<string, Map<Reaction['by'], Reaction & { at: string }>>();
  const set = (
    target: string,
    by: Reaction['by'],
    next: Omit<Reaction, 'by' | 'emoji'> & { emoji: string | null; at: string },
  ) => {
    const sides = standing.get(target) ?? new Map();
    standing.set(target, sides);
    // Told twice, by the message and by the reaction itself: the later one stands.
    if ((sides.get(by)?.at ?? '') > next.at) return;
    if (next.emoji) sides.set(by, { ...next, by });
    else sides.delete(by);
  };
  for (const { id, reactions } of messages.values()) {
    for (const { emoji, by, at } of reactions ?? []) set(id, by, { emoji, at, author: undefined, isSending: false });
  }
  for (const item of items) {
    if (item.kind !== 'message' || item.type !== 'reaction' || !item.target || !messages.has(item.target)) continue;
    const failed = item.status === 'failed' || item.status === 'cancelled';
    const by = item.direction === 'in' ? 'customer' : 'business';
    if (!failed)
      set(item.target, by, { emoji: item.emoji ?? null, at: item.at, author: item.author, isSending: false });
  }
  for (const { content, at, state } of unsent) {
    if (content.type !== 'reaction' || state !== 'sending') continue;
    set(content.reaction.message, 'business', {
      emoji: content.reaction.emoji,
      at,
      author: undefined,
      isSending: true,
    });
  }
  return new Map([...standing].map(([id, sides]) => [id, [...sides.values()].map(({ at, ...one }) => one)]));
}

/** Whether it is shown on the message it is about, rather than by itself. */
function isPlaced(item: TimelineItem, messages: Map<string, MessageItem>): boolean {
  if (item.kind !== 'message' || typeof item.target !== 'string') return false;
  const target = messages.get(item.target);
  if (target === undefined) return false;
  if (item.type === 'reaction') return item.status !== 'failed';
  return (
    (item.type === 'edit' && target.edited !== undefined) || (item.type === 'revoke' && target.deletedAt !== undefined)
  );
}

function quotedBy(item: MessageItem, messages: Map<string, MessageItem>): Quoted | undefined {
  if (item.quotes === undefined) return undefined;
  const quoted = item.quotes === null ? undefined : messages.get(item.quotes);
  if (quoted) return { id: quoted.id, direction: quoted.direction, summary: wordsOf(quoted) };
  return {
    id: undefined,
    direction: item.direction,
    summary: item.quotes === null ? say('thread.notHere') : say('thread.earlier'),
  };
}

/** A message in a line or two, for where another one answers it. */
export function wordsOf(item: MessageItem): string {
  return item.deletedAt !== undefined ? say('thread.deleted') : (item.text?.body ?? item.summary);
}

function follows(before: TimelineItem | undefined, item: MessageItem): boolean {
  if (before?.kind !== 'message' || before.direction !== item.direction || before.author !== item.author) return false;
  return Date.parse(item.at) - Date.parse(before.at) < followOnMs;
}
