// What is held of a person, counted and read: everything erasure would take, by the same map. A page at a time, so that a million messages
// take no more memory than a thousand.

import { type Evidence, type PortfolioId, type State, union, unpack } from '@throughline/identity';
import { countAnswersAbout } from '../access/idempotency.ts';
import { eachRun, looseEvidence } from '../contacts/erasing.ts';
import { statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import type { Reader } from '../db/connect.ts';
import type { OfCustomers, WalkName } from '../db/data-map/marks.ts';
import { countRows, type Row, readRows } from '../db/data-map/walk.ts';
import { eventGiven } from '../events/rules-given.ts';
import { limits } from '../limits.ts';
import { countFilesOfThreads, type FileOfPerson, filesOfThreads } from '../media/erasing.ts';
import type { Subject } from '../subject.ts';
import { dataMap } from './data-map.ts';
import { countWalk, readWalk, theirPart } from './data-walks.ts';
import { answerWords } from './erase-subject.ts';
import { isOfSubject, theirAnchors } from './rules-owners.ts';

export interface Counted {
  table: string;
  rows: number;
  /** What erasing would do with them. */
  erase: 'delete' | 'replace' | 'keep';
}

/** Of each table that holds something of customers; those without a row of theirs are left out. */
export async function countSubject(db: Reader, subject: Subject): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const [table, stated] of dataMap) {
    if (stated.rows === 'nobody') continue;
    const rows = await countTable(db, subject, table, stated);
    if (rows > 0) counted.push({ table, rows, erase: kindOf(stated) });
  }
  const cards = await countWalk(db, subject, 'shown_cards');
  return cards > 0 ? [...counted, { table: 'cards_of_others', rows: cards, erase: 'replace' }] : counted;
}

/** How much `readSubject` will give. */
export async function countGiven(db: Reader, subject: Subject): Promise<number> {
  let rows = 0;
  for (const { table, rows: own } of await countSubject(db, subject)) {
    const stated = dataMap.get(table);
    if (stated && stated.rows !== 'nobody' && typeof stated.export === 'string') rows += own;
  }
  return rows;
}

async function countTable(db: Reader, subject: Subject, table: string, stated: OfCustomers): Promise<number> {
  if (!('walk' in stated.rows)) return await countRows(db, { tables: dataMap, subject }, table);
  return await countByWalk(db, subject, table, stated.rows.walk);
}

async function countByWalk(db: Reader, subject: Subject, table: string, walk: WalkName): Promise<number> {
  switch (walk) {
    case 'raw':
    case 'parked':
    case 'kept':
    case 'statuses':
      return await countWalk(db, subject, walk);
    case 'answers':
      return await countAnswersAbout(db, answerWords(subject));
    case 'files':
      return table === 'media'
        ? await countFilesOfThreads(db, subject.portfolioId as PortfolioId, subject.conversations)
        : 0;
    default:
      return await countOf(pagesOfEvidence(db, subject, table));
  }
}

async function countOf(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let rows = 0;
  for await (const page of pages) rows += page.length;
  return rows;
}

export interface Page {
  table: string;
  heading: string;
  rows: readonly Row[];
}

/** Everything a person is given, table by table. In a snapshot it is of one moment. */
export async function* readSubject(db: Reader, subject: Subject): AsyncGenerator<Page> {
  for (const [table, stated] of dataMap) {
    if (stated.rows === 'nobody' || typeof stated.export !== 'string') continue;
    const heading = stated.export;
    for await (const rows of pagesOf(db, subject, table, stated))
      yield { table, heading, rows: rows.map((row) => given(row, stated)) };
  }
}

function pagesOf(db: Reader, subject: Subject, table: string, stated: OfCustomers): AsyncIterable<readonly Row[]> {
  if (table === 'events') return eventsGiven(readRows(db, { tables: dataMap, subject }, table), subject);
  if (!('walk' in stated.rows)) return readRows(db, { tables: dataMap, subject }, table);
  switch (stated.rows.walk) {
    case 'evidence':
    case 'words':
      return pagesOfEvidence(db, subject, table);
    case 'files':
      return pagesOfFiles(db, subject) as AsyncIterable<readonly unknown[]> as AsyncIterable<readonly Row[]>;
    case 'raw':
      return pagesOfRaw(db, subject);
    case 'parked':
      return pagesOfParked(db, subject);
    case 'kept':
      return readWalk(db, subject, 'kept') as unknown as AsyncIterable<readonly Row[]>;
    case 'statuses':
      return readWalk(db, subject, 'statuses') as unknown as AsyncIterable<readonly Row[]>;
    default:
      throw new Error(`${table} is given to nobody.`);
  }
}

async function* eventsGiven(pages: AsyncIterable<readonly Row[]>, subject: Subject): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) yield page.map((row) => eventGiven(row, subject)).filter((row) => row !== undefined);
}

async function* pagesOfRaw(db: Reader, subject: Subject): AsyncGenerator<readonly Row[]> {
  for await (const page of readWalk(db, subject, 'raw'))
    yield page.map(({ id, receivedAt, body }) => ({
      id,
      receivedAt,
      body: theirPart(body, subject, receivedAt.getTime()),
    }));
}

async function* pagesOfParked(db: Reader, subject: Subject): AsyncGenerator<readonly Row[]> {
  for await (const page of readWalk(db, subject, 'parked'))
    yield page.map(({ id, receivedAt, detail, body }) => ({
      ...{ id, receivedAt, detail },
      body: theirPart(body, subject, receivedAt.getTime()),
    }));
}

/** Files of their conversations, a page at a time. */
export async function* pagesOfFiles(db: Reader, subject: Subject): AsyncGenerator<readonly FileOfPerson[]> {
  const limit = limits.subjectPageRows;
  const threads = subject.conversations;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await filesOfThreads(db, subject.portfolioId as PortfolioId, { threads, after, limit });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    after = last.id;
  }
}

/** Evidence one by one, and words, each as it was said. */
async function* pagesOfEvidence(db: Reader, subject: Subject, table: string): AsyncGenerator<readonly Row[]> {
  const portfolioId = subject.portfolioId as PortfolioId;
  const ids = subject.neighborhoods as NeighborhoodId[];
  const state: State = union([...(await statesOf(db, portfolioId, ids)).values()]);
  const theirs = (evidence: readonly Evidence[]) =>
    evidence.filter((one) => isOfSubject(one, state, subject)).map((one) => ({ ...one }));
  const loose = async () => theirs((await looseEvidence(db, portfolioId, ids)).map(({ evidence }) => evidence));
  if (table === 'evidence') yield await loose();
  else if (table === 'words')
    yield state.words
      .filter((word) => isOfSubject(word, state, subject))
      .map((word) => ({
        ...{ id: word.id, at: word.at, kind: word.kind, by: word.actor.name, reason: word.reason },
        ...(word.kind === 'rename' && { name: word.name }),
        about: theirAnchors(word, state, subject),
      }));
  else for await (const run of eachRun(db, portfolioId, ids)) yield theirs(unpack([run]));
}

function given(row: Row, { withheld }: OfCustomers): Row {
  if (!withheld) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !(column in withheld)));
}

function kindOf({ erase }: OfCustomers): Counted['erase'] {
  return erase === 'delete' ? 'delete' : 'replace' in erase ? 'replace' : 'keep';
}
