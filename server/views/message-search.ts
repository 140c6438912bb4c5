// What was written, by customers, to them or beside the thread in notes, found by its words: newest first, the hits marked. What is shown is what the thread shows: a message that was edited
// by its new words, one that was deleted not at all.

import type { MessageItem, SearchHit, SearchMessages } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { currentContactId } from '../contacts/find.ts';
import { hitsIn, wordQuery } from '../conversations/rules-words.ts';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import type { Viewer } from '../words/viewer.ts';
import { summaryOf } from './accounts.ts';
import { joined } from './contact-filters.ts';
import { messageItems, type Read } from './message-items.ts';
import { cursorOf, readCursor } from './paging.ts';
import { named, type Portfolios } from './portfolios.ts';

type Query = Omit<SearchMessages, 'notes'> & { notes?: boolean; conversation?: string };

export async function searchMessages(
  db: Reader,
  viewer: Viewer,
  query: Query,
): Promise<{ data: SearchHit[]; next: string | null }> {
  const after = readCursor<[string, string]>(query.cursor, ['time', 'id']);
  const words = wordQuery(query.q);
  const conditions = words === undefined ? undefined : await conditionsOf(db, viewer.portfolios, query);
  if (words === undefined || conditions === undefined) return { data: [], next: null };
  const own = await named(db, viewer.portfolios);
  const reads = withNotes(query) ? [fromMessages, fromNotes] : [fromMessages];
  const found = await newestFirst(db, { own, words, conditions, reads, after, limit: query.limit + 1 });
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  const data = await hitsOf(db, viewer, shown, query.q);
  return { data, next: found.length > query.limit && last ? cursorOf([last.at.toISOString(), last.id]) : null };
}

/** A note has no direction and no file. */
function withNotes({ notes = true, direction, hasFile }: Query): boolean {
  return notes && direction === undefined && hasFile === undefined;
}

interface Found {
  portfolioId: PortfolioId;
  id: string;
  conversationId: string;
  /** Of a note: what it says and who wrote it. */
  note: { text: string; author: string } | null;
  at: Date;
  contactId: string;
  displayName: string;
  identifierKind: SearchHit['contact']['identifier']['kind'];
  identifierValue: string;
  hidden: boolean;
  numberId: string;
  numberDisplay: string;
  numberName: string;
}

interface Walk {
  own: readonly PortfolioId[];
  words: string;
  conditions: Conditions;
  reads: readonly Reading[];
  after: [string, string] | undefined;
  limit: number;
}

interface Conditions {
  /** On where it stands: `w.at`, the thread `c`, the contact `t`. */
  place: Fragment;
  /** On the message `m`. */
  message: Fragment;
}

/** What is read within a stretch: which rows, by `w`, `m` and `c`. */
type Reading = (within: { own: readonly PortfolioId[]; words: string; conditions: Conditions }) => {
  id: Fragment;
  note: Fragment;
  from: Fragment;
  where: Fragment;
};

const fromMessages: Reading = ({ own, words, conditions }) => ({
  id: fragment`w.message_id`,
  note: fragment`null::jsonb`,
  from: fragment`message_words w join messages m on m.portfolio_id = w.portfolio_id and m.id = w.message_id
      join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id`,
  where: fragment`w.portfolio_id = any(${[...own]}::text[]) and w.words @@ ${words}::tsquery and not m.undone ${conditions.message}`,
});

const fromNotes: Reading = ({ own, words }) => ({
  id: fragment`w.id`,
  note: fragment`jsonb_build_object('text', w.text, 'author', w.author_name)`,
  from: fragment`notes w join conversations c on c.portfolio_id = w.portfolio_id and c.id = w.conversation_id`,
  where: fragment`w.portfolio_id = any(${[...own]}::text[]) and w.words @@ ${words}::tsquery and w.deleted_at is null`,
});

/**
 * Stretch by stretch into the past, so that a word everybody uses is not looked up in all messages to show the newest: within a stretch
 * the index of words and that of times are put together.
 */
async function newestFirst(db: Reader, walk: Walk): Promise<Found[]> {
  const { after, limit } = walk;
  const found: Found[] = [];
  let end = after ?? [new Date(Date.now() + limits.eventAheadMs).toISOString(), highest];
  let length: number = limits.searchStretchMs;
  for (;;) {
    const start = Date.parse(end[0]) - length;
    const last = start <= limits.earliestEventAt;
    const from = new Date(last ? 0 : start).toISOString();
    const stretch = { from, end, limit: limit - found.length };
    const rows = (await Promise.all(walk.reads.map((reading) => readStretch(db, walk, reading, stretch)))).flat();
    found.push(...rows.sort(newer).slice(0, stretch.limit));
    if (last || found.length >= limit) return found;
    end = [from, highest];
    length *= 4;
  }
}

async function readStretch(
  db: Reader,
  walk: Walk,
  reading: Reading,
  { from, end, limit }: { from: string; end: [string, string]; limit: number },
): Promise<Found[]> {
  const { id, note, from: rows, where } = reading(walk);
  return await db.sql<Found[]>`
    select c.portfolio_id as "portfolioId", ${id} as id, c.id as "conversationId", w.at, ${note} as note, t.id as "contactId",
           t.display_name as "displayName", t.identifier_kind as "identifierKind", t.identifier_value as "identifierValue",
           t.hidden_since is not null as hidden, n.phone_number_id as "numberId", n.display_phone as "numberDisplay", n.name as "numberName"
    from ${rows}
    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
    join business_numbers n on n.portfolio_id = c.portfolio_id and n.phone_number_id = c.phone_number_id
    where ${where} and w.at >= ${from}::timestamptz and (w.at, ${id}) < (${end[0]}::timestamptz, ${end[1]}::uuid) ${walk.conditions.place}
    order by w.at desc, ${id} desc limit ${limit}`;
}

function newer(a: Found, b: Found): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Undefined where the person asked for is not there. */
async function conditionsOf(db: Reader, portfolios: Portfolios, query: Query): Promise<Conditions | undefined> {
  const { contact, businessNumber, direction, after, before, hasFile, conversation } = query;
  const person = contact === undefined ? undefined : await currentContactId(db, portfolios, contact);
  if (contact !== undefined && !person) return undefined;
  const place = joined([
    person && fragment`and t.portfolio_id = ${person.portfolioId} and t.id = ${person.id}`,
    conversation !== undefined && fragment`and c.id = ${conversation}::uuid`,
    businessNumber !== undefined && fragment`and c.phone_number_id = ${businessNumber}`,
    after !== undefined && fragment`and w.at >= ${after}::timestamptz`,
    before !== undefined && fragment`and w.at < ${before}::timestamptz`,
  ]);
  const message = joined([
    direction && fragment`and m.direction = ${direction}`,
    hasFile !== undefined && fragment`and (m.type in ('image', 'video', 'audio', 'document', 'sticker')) = ${hasFile}`,
  ]);
  return { place, message };
}

/** Those that still say it, each once: an edit leads to the message it changed. */
async function hitsOf(db: Reader, viewer: Viewer, found: readonly Found[], q: string): Promise<SearchHit[]> {
  const shown = new Map<string, MessageItem>();
  const messages = found.filter(({ note }) => note === null);
  for (const [portfolioId, own] of Map.groupBy(messages, (one) => one.portfolioId)) {
    const read = { viewer, portfolioId };
    const items = await itemsOf(
      db,
      read,
      own.map(({ id }) => id),
    );
    const edited = items.flatMap(({ type, target }) => (type === 'edit' && target ? [target] : []));
    const targets = new Map((await itemsOf(db, read, edited)).map((item) => [item.id, item]));
    for (const item of items) {
      const stands = item.type === 'edit' && item.target ? targets.get(item.target) : item;
      if (stands) shown.set(item.id, stands);
    }
  }
  const told = new Set<string>();
  return found.flatMap((one) => {
    if (one.note) return hitOf(one, noteSaid(one, one.note), q);
    const item = shown.get(one.id);
    if (!item || told.has(item.id)) return [];
    told.add(item.id);
    return hitOf(one, { ...item, whole: item.text?.body ?? item.summary }, q);
  });
}

async function itemsOf(db: Reader, read: Read, ids: readonly string[]): Promise<MessageItem[]> {
  if (ids.length === 0) return [];
  const which = fragment`where m.portfolio_id = ${read.portfolioId} and m.id = any(${[...ids]}::uuid[])`;
  return (await messageItems(db, read, which)).map(({ item }) => item);
}

interface Said extends Pick<SearchHit, 'id' | 'conversationId' | 'direction' | 'type' | 'at'> {
  author?: string | undefined;
  whole: string;
}

function noteSaid({ id, conversationId, at }: Found, { text, author }: { text: string; author: string }): Said {
  return { id, conversationId, direction: 'none', type: 'note', at: at.toISOString(), author, whole: text };
}

function hitOf(row: Found, item: Said, q: string): SearchHit[] {
  const { whole } = item;
  const hits = hitsIn(whole, q);
  const [first] = hits;
  if (!first) return [];
  const start = startOf(whole, first[0]);
  const end = Math.min(whole.length, start + limits.snippetLetters);
  return [
    {
      id: item.id,
      conversationId: item.conversationId,
      contact: summaryOf({ ...row, id: row.contactId }),
      businessNumber: { id: row.numberId, display: row.numberDisplay, name: row.numberName },
      direction: item.direction,
      type: item.type,
      at: item.at,
      ...(item.author && { author: item.author }),
      text: whole.slice(start, end).toWellFormed(),
      hits: hits.flatMap(([from, to]): [number, number][] =>
        from >= end ? [] : [[from - start, Math.min(to, end) - start]],
      ),
      cutStart: start > 0,
      cutEnd: end < whole.length,
    },
  ];
}

/** A little before the hit, at the beginning of a word. */
function startOf(text: string, hit: number): number {
  const before = Math.max(0, hit - limits.snippetLetters / 4);
  if (before === 0) return 0;
  const gap = text.slice(before, hit).search(/\s/);
  return gap === -1 ? hit : before + gap + 1;
}
