// One thread, read: messages, calls, notices, notes and what was done with it, in event order, a page at a time.

import type { CallItem, MessageItem, NoticeItem, TimelineItem, WorkFact, WorkItem } from '@throughline/contract';
import type { NoticeFact } from '@throughline/identity';
import { type CallMoments, callStatus } from '../calls/rules-outcome.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import type { ConversationFound } from './conversation-list.ts';
import { callLine } from './lines.ts';
import { messageItems } from './message-items.ts';
import { type NoteRow, noteColumns, noteItem } from './notes.ts';
import { cursorOf, readCursor } from './paging.ts';
import { noticeWords } from './words.ts';

/** Event order: time, then the evidence's tie, a notice before the message that caused it, then the id. */
type Place = [at: string, tie: string, rank: number, id: string];

interface Placed {
  place: Place;
  item: TimelineItem;
}

export interface TimelineQuery {
  limit: number;
  cursor?: string | undefined;
  order: 'newest' | 'oldest';
}

/** A page in timeline order, oldest on top; `next` leads away from where the reading began. */
export async function timeline(db: Reader, found: ConversationFound, query: TimelineQuery) {
  const reading: Reading = {
    db,
    found,
    limit: query.limit + 1,
    after: readCursor<Place>(query.cursor, ['time', 'tie', 'rank', 'id']),
    newest: query.order === 'newest',
  };
  const all = await placed(reading);
  const shown = all.slice(0, query.limit);
  const last = shown.at(-1);
  const data = (reading.newest ? shown.toReversed() : shown).map((one) => one.item);
  return { data, next: all.length > query.limit && last ? cursorOf(last.place) : null };
}

/**
 * The page around an item or a moment: `next` leads to what is older, `newer` to what is newer (with `order=oldest`), null where the thread
 * begins or ends. Undefined where the item is not in this thread.
 */
export async function timelineAround(
  db: Reader,
  found: ConversationFound,
  { around, at, limit }: { around?: string | undefined; at?: string | undefined; limit: number },
): Promise<{ data: TimelineItem[]; next: string | null; newer: string | null } | undefined> {
  const place = around === undefined ? startOf(at) : await placeOf(db, found, around);
  if (!place) return undefined;
  const half = Math.ceil(limit / 2);
  const reading = { db, found, limit: half + 1, after: place };
  const [before, from] = await Promise.all([
    placed({ ...reading, newest: true }),
    placed({ ...reading, newest: false, including: true }),
  ]);
  const older = before.slice(0, half).reverse();
  const newer = from.slice(0, half);
  const data = [...older, ...newer];
  const [first, last] = [data[0], data.at(-1)];
  return {
    data: data.map((one) => one.item),
    next: before.length > half && first ? cursorOf(first.place) : null,
    newer: from.length > half && last ? cursorOf(last.place) : null,
  };
}

function startOf(at: string | undefined): Place | undefined {
  return at === undefined ? undefined : [new Date(at).toISOString(), '', 0, '00000000-0000-0000-0000-000000000000'];
}

async function placeOf(db: Reader, { portfolioId, conversation, holderId }: ConversationFound, id: string) {
  const [row] = await db.sql<{ at: Date; tie: string; rank: number }[]>`
    select at, tie, 1 as rank from messages where portfolio_id = ${portfolioId} and conversation_id = ${conversation.id} and id = ${id}
    union all
    select at, tie, 1 from calls where portfolio_id = ${portfolioId} and conversation_id = ${conversation.id} and id = ${id}
    union all
    select at, tie, 1 from notes where portfolio_id = ${portfolioId} and conversation_id = ${conversation.id} and id = ${id}
    union all
    select at, tie, 0 from notices where portfolio_id = ${portfolioId} and holder_id = ${holderId} and id = ${id}`;
  return row && ([row.at.toISOString(), row.tie, row.rank, id] satisfies Place);
}

/** One message of ours or theirs, as the timeline shows it. */
export async function messageById(db: Reader, found: ConversationFound, id: string): Promise<MessageItem | undefined> {
  const which = fragment`where m.portfolio_id = ${found.portfolioId} and m.id = ${id}`;
  const [row] = await messageItems(db, found, which);
  return row?.item;
}

/** Nearest first. */
async function placed(reading: Reading): Promise<Placed[]> {
  const parts = await Promise.all([messages, calls, notices, notes, work].map((read) => read(reading)));
  const sign = reading.newest ? -1 : 1;
  return parts
    .flat()
    .sort((a, b) => sign * compare(a.place, b.place))
    .slice(0, reading.limit);
}

interface Reading {
  db: Reader;
  found: ConversationFound;
  limit: number;
  after: Place | undefined;
  newest: boolean;
  /** The place itself too. */
  including?: boolean;
}

function compare(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
  return a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);
}

/** The part of a table beyond the cursor, nearest first. `rank` is the table's own place among equals. */
function beyond({ after, newest, limit, including = false }: Reading, rank: number) {
  const direction = newest ? fragment`desc` : fragment`asc`;
  const order = fragment`order by m.at ${direction}, m.tie ${direction}, m.id ${direction} limit ${limit}`;
  if (!after) return order;
  const [at, tie, place, id] = after;
  const row = fragment`(m.at, m.tie, ${rank}::int, m.id)`;
  const cursor = fragment`(${at}::timestamptz, ${tie}::text, ${place}::int, ${id}::uuid)`;
  if (including) return fragment`and ${row} >= ${cursor} ${order}`;
  return newest ? fragment`and ${row} < ${cursor} ${order}` : fragment`and ${row} > ${cursor} ${order}`;
}

async function messages(reading: Reading): Promise<Placed[]> {
  const { db, found } = reading;
  const rows = await messageItems(
    db,
    found,
    fragment`where m.portfolio_id = ${found.portfolioId} and m.conversation_id = ${found.conversation.id} and not m.undone ${beyond(reading, 1)}`,
  );
  return rows.map(({ at, tie, item }) => ({ place: [at.toISOString(), tie, 1, item.id], item }));
}

interface CallDbRow extends CallMoments {
  id: string;
  at: Date;
  tie: string;
}

async function calls(reading: Reading): Promise<Placed[]> {
  const { db, found } = reading;
  const rows = await db.sql<CallDbRow[]>`
    select m.id, m.at, m.tie, m.direction, m.rang_at as "rangAt", m.answered_at as "answeredAt", m.rejected_at as "rejectedAt",
           m.ended_at as "endedAt", m.completed, m.duration_s as "durationS"
    from calls m where m.portfolio_id = ${found.portfolioId} and m.conversation_id = ${found.conversation.id} ${beyond(reading, 1)}`;
  return rows.map((row) => {
    const status = callStatus(row);
    const item: CallItem = {
      kind: 'call',
      id: row.id,
      conversationId: found.conversation.id,
      at: row.at.toISOString(),
      direction: row.direction,
      status,
      durationS: row.durationS,
      summary: callLine(found.viewer, { status, direction: row.direction, durationS: row.durationS }),
    };
    return { place: [item.at, row.tie, 1, row.id], item };
  });
}

async function notes(reading: Reading): Promise<Placed[]> {
  const { db, found } = reading;
  const rows = await db.sql<(NoteRow & { tie: string })[]>`
    select ${noteColumns}, m.tie from notes m
    where m.portfolio_id = ${found.portfolioId} and m.conversation_id = ${found.conversation.id} ${beyond(reading, 1)}`;
  return rows.map((row) => ({ place: [row.at.toISOString(), row.tie, 1, row.id], item: noteItem(row) }));
}

interface NoticeDbRow {
  id: string;
  at: Date;
  tie: string;
  rule: string;
  fact: NoticeFact;
}

async function notices(reading: Reading): Promise<Placed[]> {
  const { db, found } = reading;
  const { conversation } = found;
  const rows = await db.sql<NoticeDbRow[]>`
    select m.id, m.at, m.tie, m.rule, m.fact from notices m
    where m.portfolio_id = ${found.portfolioId} and m.holder_id = ${found.holderId} ${beyond(reading, 0)}`;
  return rows.map((row) => {
    const words = noticeWords(found.viewer, row.fact, conversation.contact.displayName);
    const item: NoticeItem = {
      kind: 'notice',
      id: row.id,
      conversationId: conversation.id,
      at: row.at.toISOString(),
      direction: 'none',
      type: row.fact.type,
      ...words,
      rule: row.rule,
    };
    return { place: [item.at, row.tie, 0, row.id], item };
  });
}

async function work(reading: Reading): Promise<Placed[]> {
  const { db, found } = reading;
  const rows = await db.sql<{ id: string; at: Date; tie: string; fact: WorkFact }[]>`
    select m.id, m.at, m.tie, m.fact from work_events m
    where m.portfolio_id = ${found.portfolioId} and m.conversation_id = ${found.conversation.id} ${beyond(reading, 2)}`;
  return rows.map(({ id, at, tie, fact }) => {
    const item: WorkItem = {
      kind: 'work',
      id,
      conversationId: found.conversation.id,
      at: at.toISOString(),
      direction: 'none',
      fact,
    };
    return { place: [item.at, tie, 2, id], item };
  });
}
