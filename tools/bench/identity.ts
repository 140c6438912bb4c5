// Who is who: the town with ground truth, in memory; then look-ups and resolutions against a real database of few and of many
// people. What a look-up costs must not depend on how many people there are.

import { statfsSync } from 'node:fs';
import { defaultPolicy, identifiersOf, type PortfolioId, parsePortfolioId } from '@throughline/identity';
import { neighborhoodsOf, statesOf } from '../../server/contacts/load.ts';
import { connect, type Database, inTransaction } from '../../server/db/connect.ts';
import { resolveIdentities } from '../../server/flows/resolve-identities.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { type Figure, quantile, spreadOf } from './figures.ts';
import { fillContacts, messageOf } from './fill-contacts.ts';
import type { Settings } from './settings.ts';
import type { Stage, StageDatabase } from './stage.ts';
import { measureTown } from './town.ts';
import { ours } from './webhooks.ts';

/** How many look-ups go before those that are timed, of as many as these are. */
const warmUpShare = 0.15;
const batch = 300;
/** Measured with PostgreSQL 18: rows and indexes of one contact, and as much again for the write-ahead log of the fill. */
const bytesAContact = 4_000;
const tools = toolsWith('bench-secret-of-more-than-32-characters');

export async function measureIdentity(
  stage: Stage,
  settings: Settings,
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures = measureTown(settings, say);
  const places: Place[] = [];
  try {
    for (const contacts of settings.contacts)
      if (hasRoom(stage, contacts, say)) places.push(await openPlace(stage, contacts, say));
    // Few and many in turns: a machine that slows down slows both.
    for (let round = 0; round < settings.rounds; round += 1)
      for (const place of places) await measureRound(place, settings, round);
    return [
      ...figures,
      ...places.flatMap(({ p50, p99, pages, resolved }) => [p50, p99, pages, resolved]),
      ...growthOf(places),
    ];
  } finally {
    for (const { one, db } of places) {
      await one.close();
      await db.close();
    }
  }
}

/** A database of so many contacts, and what was measured there. */
interface Place {
  contacts: number;
  db: StageDatabase;
  /** The one connection everything is measured on. */
  one: Database;
  p50: Figure;
  p99: Figure;
  pages: Figure;
  resolved: Figure;
}

function hasRoom(stage: Stage, contacts: number, say: (line: string) => void): boolean {
  const { bavail, bsize } = statfsSync(stage.home);
  const [free, needed] = [bavail * bsize, contacts * bytesAContact];
  if (free > needed) return true;
  say(`  ${written(contacts)} contacts need about ${gigabytes(needed)} GB, ${gigabytes(free)} GB are free: left out.`);
  return false;
}

async function openPlace(stage: Stage, contacts: number, say: (line: string) => void): Promise<Place> {
  const db = await stage.database();
  await fillContacts(db, contacts, say);
  await saySize(db, contacts, say);
  return {
    contacts,
    db,
    one: connect(db.url, { connections: 1, name: 'throughline-bench' }),
    p50: figureOf('Looked up, p50', 'µs', contacts),
    p99: figureOf('Looked up, p99', 'µs', contacts),
    pages: figureOf('Looked up, database pages', '', contacts),
    resolved: figureOf('Resolved and saved', '/s', contacts),
  };
}

async function measureRound(
  { one, contacts, p50, p99, pages, resolved }: Place,
  { messages, lookups }: Settings,
  round: number,
): Promise<void> {
  const times = await timeLookups(one, contacts, lookups);
  p50.values.push(quantile(times.ours, 0.5));
  p50.bare?.values.push(quantile(times.bare, 0.5));
  p99.values.push(quantile(times.ours, 0.99));
  p99.bare?.values.push(quantile(times.bare, 0.99));
  pages.values.push(await pagesOf(one, () => lookUp(one, randomPerson(contacts))));
  pages.bare?.values.push(await pagesOf(one, () => selectOne(one, randomPerson(contacts))));
  resolved.values.push(await timeResolutions(one, contacts, messages, round));
  const total = times.bare.reduce((sum, time) => sum + time, 0);
  resolved.bare?.values.push((times.bare.length * 1_000_000) / total);
}

function figureOf(name: string, unit: Figure['unit'], contacts: number): Figure {
  return {
    name: `${name}: ${written(contacts)} contacts`,
    unit,
    values: [],
    bare: { name: 'one select by primary key', values: [] },
  };
}

/** Microseconds of each look-up, ours and the bare one in turns, for people picked at random. */
async function timeLookups(
  db: Database,
  contacts: number,
  lookups: number,
): Promise<{ ours: number[]; bare: number[] }> {
  const before = Math.ceil(lookups * warmUpShare);
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < before + lookups; turn += 1) {
    const bare = await timed(() => selectOne(db, randomPerson(contacts)));
    const full = await timed(() => lookUp(db, randomPerson(contacts)));
    if (turn < before) continue;
    times.bare.push(bare);
    times.ours.push(full);
  }
  return times;
}

const countedLookups = 200;

/**
 * Pages of tables and indexes one look-up touches, in memory or not: what it costs whatever the machine and its caches. Counted
 * by PostgreSQL for the whole database, so nobody else may be at work in it.
 */
async function pagesOf(db: Database, work: () => Promise<void>): Promise<number> {
  const before = await pagesTouched(db);
  const between = await pagesTouched(db);
  for (let turn = 0; turn < countedLookups; turn += 1) await work();
  const after = await pagesTouched(db);
  return Math.max(0, after - between - (between - before)) / countedLookups;
}

async function pagesTouched(db: Database): Promise<number> {
  await db.sql`select pg_stat_force_next_flush()`;
  const [row] = await db.sql<{ pages: number }[]>`
    select blks_hit + blks_read as pages from pg_stat_database where datname = current_database()`;
  return row?.pages ?? Number.NaN;
}

/** What one message needs: the neighborhoods of its identifiers, and their states. */
async function lookUp(db: Database, person: number): Promise<void> {
  const known = await neighborhoodsOf(db, portfolio(), identifiersOf(messageOf(person, 0, ''), defaultPolicy));
  const states = await statesOf(db, portfolio(), [...new Set(known.values())]);
  if (states.size !== 1) throw new Error('The bench looked for a person who is not there.');
}

async function selectOne(db: Database, person: number): Promise<void> {
  const [key = ''] = identifiersOf(messageOf(person, 0, ''), defaultPolicy);
  const rows =
    await db.sql`select neighborhood_id from identifiers where portfolio_id = ${portfolio()} and key = ${key}`;
  if (rows.length !== 1) throw new Error('The bench looked for a person who is not there.');
}

/** Messages a second of people known already, decided and saved, a transaction for each batch. */
async function timeResolutions(db: Database, contacts: number, messages: number, round: number): Promise<number> {
  const evidence = Array.from({ length: messages }, (_, index) =>
    messageOf(randomPerson(contacts), (round + 1) * 1_000_000 + index, tools.keyed(`bench ${round} ${index}`)),
  );
  const started = performance.now();
  for (let index = 0; index < evidence.length; index += batch)
    await inTransaction(db, async (tx) => {
      await resolveIdentities(tx, portfolio(), evidence.slice(index, index + batch), defaultPolicy, tools);
    });
  return (messages * 1000) / (performance.now() - started);
}

/** How much longer a look-up takes among the most people than among the fewest. */
function growthOf(places: readonly Place[]): Figure[] {
  const [fewest, ...more] = [...places].sort((a, b) => a.contacts - b.contacts);
  if (!fewest) return [];
  const growth = (many: readonly number[] = [], few: readonly number[] = []) =>
    spreadOf(many).median / spreadOf(few).median;
  const figure = (name: string, one: Figure, base: Figure): Figure => ({
    name,
    unit: 'times',
    values: [growth(one.values, base.values)],
    bare: { name: 'one select by primary key', values: [growth(one.bare?.values, base.bare?.values)] },
    goal: { most: 1.5 },
  });
  return more.flatMap((place) => {
    const against = `${written(place.contacts)} contacts against ${written(fewest.contacts)}`;
    return [
      figure(`Looked up, ${against}: time`, place.p50, fewest.p50),
      figure(`Looked up, ${against}: pages`, place.pages, fewest.pages),
    ];
  });
}

async function saySize(db: StageDatabase, contacts: number, say: (line: string) => void): Promise<void> {
  const [row] = await db.sql<{ bytes: number }[]>`select pg_database_size(current_database()) as bytes`;
  if (row) say(`  ${gigabytes(row.bytes)} GB, ${Math.round(row.bytes / contacts)} bytes a contact`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) * 1000;
}

function randomPerson(contacts: number): number {
  return 1 + Math.floor(Math.random() * contacts);
}

function portfolio(): PortfolioId {
  const id = parsePortfolioId(ours.portfolioId);
  if (!id) throw new Error('The bench has a portfolio id that is none.');
  return id;
}

function written(count: number): string {
  return count.toLocaleString('en-US');
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
