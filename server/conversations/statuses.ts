// The conversations room, statuses: what became of messages we sent.

import type { PortfolioId } from '@throughline/identity';
import type { MetaError, StatusItem } from '@throughline/whatsapp';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import { lockThreads } from './locking.ts';
import { advance, advanceByAnswer, type MessageStatus } from './rules-status.ts';

export interface Word {
  eventKey: string;
  wamid: string;
  /** Our message's id, echoed: the way to a message whose wamid we never learned. */
  messageId: string | null;
  /** Of ours; null where the webhook named none. */
  phoneNumberId: string | null;
  status: StatusItem['status'];
  at: number;
  errors: MetaError[];
}

interface Sent {
  id: string;
  conversationId: string;
  wamid: string | null;
  status: MessageStatus;
}

export interface StatusOutcome {
  /** Threads whose messages changed. */
  conversations: Set<string>;
  /** Messages whose send is now known to have reached Meta. */
  settled: string[];
  changed: StatusChange[];
  /** Keys of words that were told before, or of a message nobody has recorded yet. */
  repeated: Set<string>;
  early: Set<string>;
}

/** What became of a message of ours, for others who are told. */
export interface StatusChange {
  id: string;
  conversationId: string;
  before: MessageStatus;
  status: MessageStatus;
  /** Whether Meta was known to have it before. */
  wasTaken: boolean;
  /** ISO 8601. */
  at: string;
}

export interface Change {
  id: string;
  conversationId: string;
  wamid: string | null;
  status: MessageStatus;
  at: string;
  failure: { code: number | null; title: string } | null;
}

/** Applies what it can and keeps the rest until the send is recorded (R28). Nobody is created by a status. */
export async function applyWords(
  tx: Transaction,
  portfolioId: PortfolioId,
  words: readonly Word[],
): Promise<StatusOutcome> {
  const outcome: StatusOutcome = {
    conversations: new Set(),
    settled: [],
    changed: [],
    repeated: new Set(),
    early: new Set(),
  };
  if (words.length === 0) return outcome;
  const sent = await sentMessages(tx, portfolioId, words);
  await lockThreads(tx, portfolioId, sent.conversations);
  const changes = new Map<string, Change>();
  const before = new Map<string, Sent>();
  const early: Word[] = [];
  for (const word of words) {
    const message = sent.find(word);
    if (!message) {
      early.push(word);
      continue;
    }
    const known = changes.get(message.id)?.status ?? message.status;
    const status = advance(known, word.status);
    before.set(message.id, message);
    if (status === known && (message.wamid || changes.has(message.id))) outcome.repeated.add(word.eventKey);
    else changes.set(message.id, changeOf(message, word, status));
    if (message.wamid === null || message.status === 'unknown') outcome.settled.push(message.id);
    outcome.conversations.add(message.conversationId);
  }
  await saveChanges(tx, portfolioId, [...changes.values()]);
  outcome.changed = changesFrom(changes.values(), before);
  const fresh = await keepEarly(tx, portfolioId, early);
  for (const word of early) (fresh.has(word.eventKey) ? outcome.early : outcome.repeated).add(word.eventKey);
  return outcome;
}

function changesFrom(changes: Iterable<Change>, before: ReadonlyMap<string, Sent>): StatusChange[] {
  return [...changes].flatMap(({ id, conversationId, status, at }) => {
    const old = before.get(id);
    if (!old || old.status === status) return [];
    return [{ id, conversationId, before: old.status, status, wasTaken: old.wamid !== null, at }];
  });
}

function changeOf(message: Sent, word: Word, status: MessageStatus): Change {
  const error = word.errors[0];
  return {
    id: message.id,
    conversationId: message.conversationId,
    wamid: word.wamid,
    status,
    at: timestamp(word.at),
    failure: status === 'failed' ? { code: error?.code ?? null, title: error?.title ?? 'Failed' } : null,
  };
}

/** The threads these words are about, before anything is written. */
export async function threadsSpokenOf(tx: Reader, portfolioId: PortfolioId, words: readonly Word[]): Promise<string[]> {
  return words.length === 0 ? [] : (await sentMessages(tx, portfolioId, words)).conversations;
}

async function sentMessages(tx: Reader, portfolioId: PortfolioId, words: readonly Word[]) {
  const rows = await tx.sql<Sent[]>`
    select id, conversation_id as "conversationId", wamid, status from messages
    where portfolio_id = ${portfolioId} and direction = 'out'
      and (wamid = any(${words.map((word) => word.wamid)}::text[])
           or id = any(${words.flatMap((word) => word.messageId ?? [])}::uuid[]))`;
  const byWamid = new Map(rows.map((row) => [row.wamid, row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const conversations = [...new Set(rows.map((row) => row.conversationId))];
  return {
    conversations,
    find: (word: Word) => byWamid.get(word.wamid) ?? (word.messageId ? byId.get(word.messageId) : undefined),
  };
}

async function saveChanges(tx: Transaction, portfolioId: PortfolioId, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.sql`
    update messages m set status = r.status, status_at = r.at, wamid = coalesce(m.wamid, r.wamid), failure = r.failure,
      delivered_at = case when r.status = 'delivered' then r.at else m.delivered_at end
    from json_to_recordset(${rowsOf(changes)}::text::json) as r (id uuid, wamid text, status text, at timestamptz, failure jsonb)
    where m.portfolio_id = ${portfolioId} and m.id = r.id`;
  await tx.sql`
    update conversations c set last_item = c.last_item || jsonb_build_object('status', m.status)
    from messages m
    where c.portfolio_id = ${portfolioId} and m.portfolio_id = c.portfolio_id and m.conversation_id = c.id and m.at = c.last_item_at and m.tie = c.last_item ->> 'tie'
      and m.direction = 'out' and m.id = any(${changes.map((change) => change.id)}::uuid[])`;
}

async function keepEarly(tx: Transaction, portfolioId: PortfolioId, words: readonly Word[]): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const rows = words.map((word) => ({ ...word, at: timestamp(word.at) }));
  const fresh = await tx.sql<{ key: string }[]>`
    insert into early_statuses (portfolio_id, event_key, wamid, phone_number_id, status, at, errors)
    select ${portfolioId}, "eventKey", wamid, "phoneNumberId", status, at, errors
    from json_to_recordset(${rowsOf(rows)}::text::json) as r ("eventKey" text, wamid text, "phoneNumberId" text, status text, at timestamptz, errors jsonb)
    on conflict do nothing returning event_key as key`;
  return new Set(fresh.map((row) => row.key));
}

/** What came before these messages were recorded, taken out to be applied now. */
export async function takeEarly(tx: Transaction, portfolioId: PortfolioId, wamids: readonly string[]): Promise<Word[]> {
  if (wamids.length === 0) return [];
  const rows = await tx.sql<(Omit<Word, 'at' | 'messageId'> & { at: Date })[]>`
    delete from early_statuses where portfolio_id = ${portfolioId} and wamid = any(${[...wamids]}::text[])
    returning event_key as "eventKey", wamid, phone_number_id as "phoneNumberId", status, at, errors`;
  return rows.map((row) => ({ ...row, at: row.at.getTime(), messageId: null }));
}

export interface Answer {
  messageId: string;
  wamid: string | null;
  status: 'accepted' | 'failed' | 'unknown';
  failure: Change['failure'];
  at: number;
  /** Taken, and kept back until Meta has judged the template's quality. */
  held?: boolean;
}

export interface AnswersRecorded {
  /** By message. */
  threads: Map<string, string>;
  changed: StatusChange[];
}

/** What the Graph API answered to sends, where no status has told more already. */
export async function recordAnswers(
  tx: Transaction,
  portfolioId: PortfolioId,
  answers: readonly Answer[],
): Promise<AnswersRecorded> {
  if (answers.length === 0) return { threads: new Map(), changed: [] };
  const ids = answers.map((answer) => answer.messageId);
  const places = await tx.sql<{ conversationId: string }[]>`
    select conversation_id as "conversationId" from messages where portfolio_id = ${portfolioId} and id = any(${ids}::uuid[])`;
  await lockThreads(tx, portfolioId, [...new Set(places.map((place) => place.conversationId))]);
  const rows = await tx.sql<Answered[]>`
    select id, status, conversation_id as "conversationId", wamid, status_at as "statusAt", failure from messages
    where portfolio_id = ${portfolioId} and id = any(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const changes = answers.flatMap((answer) => {
    const row = byId.get(answer.messageId);
    return row ? [changeBy(answer, row)] : [];
  });
  await saveChanges(tx, portfolioId, changes);
  const held = answers.flatMap((answer) => (answer.held ? [answer.messageId] : []));
  if (held.length > 0)
    await tx.sql`update messages set held = true where portfolio_id = ${portfolioId} and id = any(${held}::uuid[])`;
  return { threads: new Map(rows.map((row) => [row.id, row.conversationId])), changed: changesFrom(changes, byId) };
}

type Answered = Sent & { statusAt: Date | null; failure: Change['failure'] };

function changeBy(answer: Answer, row: Answered): Change {
  const status = advanceByAnswer(row.status, answer.status);
  const isNews = status !== row.status;
  const failure = isNews ? answer.failure : row.failure;
  return {
    id: row.id,
    conversationId: row.conversationId,
    wamid: row.wamid ?? answer.wamid,
    status,
    at: timestamp(isNews ? answer.at : (row.statusAt?.getTime() ?? answer.at)),
    failure: status === 'failed' ? failure : null,
  };
}

/** Messages that are not to be sent after all. Answers their threads. */
export async function cancelMessages(
  tx: Transaction,
  portfolioId: PortfolioId,
  { ids, at }: { ids: readonly string[]; at: number },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql<Answered[]>`
    select id, status, conversation_id as "conversationId", wamid, status_at as "statusAt", failure from messages
    where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) and status = 'queued'`;
  await saveChanges(
    tx,
    portfolioId,
    rows.map((row) => ({ ...row, status: 'cancelled' as const, at: timestamp(at), failure: null })),
  );
  return [...new Set(rows.map((row) => row.conversationId))];
}

/** How many have waited longer than this: nobody is about to record their message. */
export async function orphanCount(db: Reader, afterMs: number): Promise<number> {
  const [row] = await db.sql<{ orphans: number }[]>`
    select count(*)::int as orphans from early_statuses where received_at < now() - ${afterMs}::int * interval '1 millisecond'`;
  return row?.orphans ?? 0;
}

export async function forgetEarly(tx: Transaction, days: number): Promise<number> {
  const rows = await tx.sql`delete from early_statuses where received_at < now() - ${days}::int * interval '1 day'`;
  return rows.count;
}
