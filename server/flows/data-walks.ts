// Walks over rows whose owner no condition can tell: webhooks as they came, parts of them, word about messages nobody recorded, and cards of the
// person in threads of others. Each is read, and taken away, a page at a time.

import type { PortfolioId } from '@throughline/identity';
import { summarize } from '@throughline/whatsapp';
import {
  type CardMessage,
  cardsById,
  cardsOfOthers,
  type EarlyRow,
  earlyStatuses,
  removeEarly,
  replaceCards,
} from '../conversations/erasing.ts';
import { lockThreads } from '../conversations/locking.ts';
import { resummarize } from '../conversations/store.ts';
import { type Database, inTransaction, type Reader } from '../db/connect.ts';
import {
  type KeptRaw,
  keptWith,
  type ParkedRaw,
  parkedWith,
  type RawPage,
  type RawRow,
  rawById,
  rawWith,
  removeKept,
  removeParked,
  replaceRaw,
} from '../inbox/erasing.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { count, type Erasing } from '../privacy/erasing.ts';
import type { Subject } from '../subject.ts';
import { isTheirsInside, type Sought, soughtOf, soughtPattern, speaksOf, without } from './rules-redact.ts';

const firstUuid = '00000000-0000-0000-0000-000000000000';

interface Walk<T extends { id: string }> {
  first: string;
  page(db: Reader, subject: Subject, pattern: string, after: string): Promise<RawPage<T>>;
  isTheirs(row: T, sought: Sought): boolean;
}

const limit = limits.subjectRawPage;

const raw: Walk<RawRow> = {
  first: '0',
  page: (db, { portfolioId }, pattern, after) =>
    rawWith(db, portfolioId as PortfolioId, { pattern: new RegExp(pattern), after, limit }),
  isTheirs: ({ body, receivedAt }, sought) => speaksInBytes(body, sought, receivedAt.getTime()),
};

const parked: Walk<ParkedRaw> = {
  first: firstUuid,
  page: (db, { portfolioId }, pattern, after) =>
    parkedWith(db, portfolioId as PortfolioId, { pattern: new RegExp(pattern), after, limit }),
  isTheirs: ({ body, detail, receivedAt }, sought) =>
    speaksInBytes(body, sought, receivedAt.getTime()) || isTheirsInside(detail, sought, receivedAt.getTime()),
};

const kept: Walk<KeptRaw> = {
  first: '',
  page: (db, { portfolioId }, pattern, after) =>
    keptWith(db, portfolioId as PortfolioId, { pattern: new RegExp(pattern), after, limit }),
  isTheirs: ({ value, at }, sought) => speaksOf(value, sought, at.getTime()),
};

const statuses: Walk<EarlyRow> = {
  first: '',
  page: async (db, { portfolioId }, _pattern, after) =>
    whole(await earlyStatuses(db, portfolioId as PortfolioId, { after, limit })),
  isTheirs: ({ wamid, errors, at }, sought) => speaksOf([wamid, errors], sought, at.getTime()),
};

const cards: Walk<CardMessage> = {
  first: firstUuid,
  page: async (db, { portfolioId, conversations }, pattern, after) =>
    whole(
      await cardsOfOthers(db, portfolioId as PortfolioId, {
        ...{ pattern, threads: conversations, after },
        limit: limits.subjectRawRows,
      }),
    ),
  isTheirs: ({ raw, at }, sought) => without(raw, sought, at.getTime()).removed > 0,
};

function whole<T extends { id: string }>(rows: T[]): RawPage<T> {
  return { rows, next: rows.at(-1)?.id };
}

export const walks = { raw, parked, kept, statuses, shown_cards: cards } as const;

/** Rows that are theirs, a page at a time. */
export async function* readWalk<Name extends keyof typeof walks>(
  db: Reader,
  subject: Subject,
  name: Name,
): AsyncGenerator<Awaited<ReturnType<(typeof walks)[Name]['page']>>['rows']> {
  const walk = walks[name] as unknown as Walk<{ id: string }>;
  const sought = soughtOf(subject);
  const pattern = soughtPattern(sought);
  if (pattern === undefined) return;
  for (let after = walk.first; ; ) {
    const { rows, next } = await walk.page(db, subject, pattern, after);
    const theirs = rows.filter((row) => walk.isTheirs(row, sought));
    if (theirs.length > 0) yield theirs as Awaited<ReturnType<(typeof walks)[Name]['page']>>['rows'];
    if (next === undefined) return;
    after = next;
  }
}

export async function countWalk(db: Reader, subject: Subject, name: keyof typeof walks): Promise<number> {
  let rows = 0;
  for await (const page of readWalk(db, subject, name)) rows += page.length;
  return rows;
}

/** What a person is given of a webhook that speaks of several people: what speaks of them. */
export function theirPart(body: Buffer, subject: Subject, at: number): unknown {
  const whole = parsed(body);
  if (whole === undefined) return body.toString('utf8');
  const others = new Set(elementsOf(without(whole, soughtOf(subject), at).value));
  return elementsOf(whole)
    .filter((text) => !others.has(text))
    .map((text) => JSON.parse(text));
}

/** Each smallest object in a list, as text. */
function elementsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap(elementsOf);
  return value.flatMap((element) => {
    const inner = elementsOf(element);
    return inner.length > 0 ? inner : [JSON.stringify(element)];
  });
}

/** Webhooks lose what is theirs, holding the lane: nobody is applying them meanwhile. */
export async function eraseRaw(db: Database, erasing: Erasing): Promise<void> {
  const portfolioId = erasing.portfolioId;
  const sought = soughtOf(erasing.subject);
  for await (const page of readWalk(db, erasing.subject, 'raw'))
    for (let from = 0; from < page.length; from += limits.subjectRawRows)
      await inTransaction(db, async (tx) => {
        await lockLane(tx, portfolioId);
        const ids = page.slice(from, from + limits.subjectRawRows).map(({ id }) => id);
        const rows = await rawById(tx, ids);
        const rest = rows.map(({ id, keyId, body, receivedAt }) => {
          return { id, keyId, body: bytesWithout(body, sought, receivedAt.getTime()) };
        });
        await replaceRaw(tx, rest);
        await count(tx, erasing, { inbox: rows.length });
      });
}

export const eraseParked = removing('parked', 'parked', removeParked);
export const eraseKept = removing('kept', 'kept', removeKept);
export const eraseStatuses = removing('statuses', 'early_statuses', removeEarly);

function removing(name: 'parked' | 'kept' | 'statuses', table: string, remove: typeof removeKept) {
  return async (db: Database, erasing: Erasing): Promise<void> => {
    for await (const page of readWalk(db, erasing.subject, name))
      await inTransaction(db, async (tx) => {
        await remove(
          tx,
          erasing.portfolioId,
          page.map(({ id }) => id),
        );
        await count(tx, erasing, { [table]: page.length });
      });
  };
}

/** A card of theirs in a thread of somebody else's goes; the message that showed it stays. */
export async function eraseCards(db: Database, erasing: Erasing): Promise<void> {
  const sought = soughtOf(erasing.subject);
  for await (const page of readWalk(db, erasing.subject, 'shown_cards'))
    await inTransaction(db, async (tx) => {
      await lockThreads(tx, erasing.portfolioId, [...new Set(page.map(({ conversationId }) => conversationId))]);
      const rows = await cardsById(
        tx,
        erasing.portfolioId,
        page.map(({ id }) => id),
      );
      const rest = rows.map(({ id, at, raw }) => {
        const left = without(raw, sought, at.getTime()).value;
        return { id, at: at.getTime(), raw: left, summary: cardsSummary(left) };
      });
      await replaceCards(tx, erasing.portfolioId, rest);
      await resummarize(tx, erasing.portfolioId, [...new Set(rows.map(({ conversationId }) => conversationId))]);
      await count(tx, erasing, { cards_of_others: rows.length });
    });
}

function cardsSummary(raw: unknown): string {
  const names: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('formatted_name' in value && typeof value.formatted_name === 'string') names.push(value.formatted_name);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(raw);
  return summarize({ type: 'contacts', raw, cards: names.map((name) => ({ name })) } as Parameters<
    typeof summarize
  >[0]);
}

function speaksInBytes(body: Buffer, sought: Sought, at: number): boolean {
  const whole = parsed(body);
  return whole === undefined ? isTheirsInside(body.toString('latin1'), sought, at) : speaksOf(whole, sought, at);
}

/** What cannot be read cannot be parted: it goes whole. */
function bytesWithout(body: Buffer, sought: Sought, at: number): Buffer {
  const whole = parsed(body);
  if (whole === undefined) return Buffer.from('{}');
  const { value } = without(whole, sought, at);
  return Buffer.from(speaksOf(value, sought, at) ? '{}' : JSON.stringify(value));
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
