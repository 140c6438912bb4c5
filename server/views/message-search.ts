// What was written, found by its words: newest first, the hits marked. What is shown is what the thread shows: a message that was edited
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

type Query = SearchMessages & { conversation?: string };

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
  const found = await newestFirst(db, { own, words, conditions, after, limit: query.limit + 1 });
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  const data = await hitsOf(db, viewer, shown, query.q);
  return { data, next: found.length > query.limit && last ? cursorOf([last.at.toISOString(), last.id]) : null };
}

interface Found {
  portfolioId: PortfolioId;
  id: string;
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
  conditions: Fragment;
  after: [string, string] | undefined;
  limit: number;
}

/**
 * Stretch by stretch into the past, so that a word everybody uses is not looked up in all messages to show the newest: within a stretch
 * the index of words and that of times are put together.
 */
async function newestFirst(db: Reader, { own, words, conditions, after, limit }: Walk): Promise<Found[]> {
  const found: Found[] = [];
  let end = after ?? [new Date(Date.now() + limits.eventAheadMs).toISOString(), highest];
  let length: number = limits.searchStretchMs;
  for (;;) {
    const start = Date.parse(end[0]) - length;
    const last = start <= limits.earliestEventAt;
    const from = new Date(last ? 0 : start).toISOString();
    const rows = await db.sql<Found[]>`
      select m.portfolio_id as "portfolioId", m.id, w.at, t.id as "contactId", t.display_name as "displayName", t.identifier_kind as "identifierKind",
             t.identifier_value as "identifierValue", t.hidden_since is not null as hidden, n.phone_number_id as "numberId",
             n.display_phone as "numberDisplay", n.name as "numberName"
      from message_words w
      join messages m on m.portfolio_id = w.portfolio_id and m.id = w.message_id
      join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
      join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
      join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
      join business_numbers n on n.portfolio_id = c.portfolio_id and n.phone_number_id = c.phone_number_id
      where w.portfolio_id = any(${[...own]}::text[]) and w.words @@ ${words}::tsquery
        and w.at >= ${from}::timestamptz and (w.at, w.message_id) < (${end[0]}::timestamptz, ${end[1]}::uuid) ${conditions}
      order by w.at desc, w.message_id desc limit ${limit - found.length}`;
    found.push(...rows);
    if (last || found.length >= limit) return found;
    end = [from, highest];
    length *= 4;
  }
}

const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Undefined where the person asked for is not there. */
async function conditionsOf(db: Reader, portfolios: Portfolios, query: Query): Promise<Fragment | undefined> {
  const { contact, businessNumber, direction, after, before, hasFile, conversation } = query;
  const person = contact === undefined ? undefined : await currentContactId(db, portfolios, contact);
  if (contact !== undefined && !person) return undefined;
  return joined([
    person && fragment`and t.portfolio_id = ${person.portfolioId} and t.id = ${person.id}`,
    conversation !== undefined && fragment`and m.conversation_id = ${conversation}::uuid`,
    businessNumber !== undefined && fragment`and m.phone_number_id = ${businessNumber}`,
    direction && fragment`and m.direction = ${direction}`,
    after !== undefined && fragment`and w.at >= ${after}::timestamptz`,
    before !== undefined && fragment`and w.at < ${before}::timestamptz`,
    hasFile !== undefined && fragment`and (m.type in ('image', 'video', 'audio', 'document', 'sticker')) = ${hasFile}`,
  ]);
}

/** Those that still say it, each once: an edit leads to the message it changed. */
async function hitsOf(db: Reader, viewer: Viewer, found: readonly Found[], q: string): Promise<SearchHit[]> {
  const shown = new Map<string, MessageItem>();
  for (const [portfolioId, own] of Map.groupBy(found, (one) => one.portfolioId)) {
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
    const item = shown.get(one.id);
    if (!item || told.has(item.id)) return [];
    told.add(item.id);
    return hitOf(one, item, q);
  });
}

async function itemsOf(db: Reader, read: Read, ids: readonly string[]): Promise<MessageItem[]> {
  if (ids.length === 0) return [];
  const which = fragment`where m.portfolio_id = ${read.portfolioId} and m.id = any(${[...ids]}::uuid[])`;
  return (await messageItems(db, read, which)).map(({ item }) => item);
}

function hitOf(row: Found, item: MessageItem, q: string): SearchHit[] {
  const whole = item.text?.body ?? item.summary;
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
