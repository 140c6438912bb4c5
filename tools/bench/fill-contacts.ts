// A database with many people in it, written straight into the contacts room's tables: what a fold would have left of people
// who each wrote once, showing a phone and a BSUID. A column added to the schema is one more line here.

import type { E164, Evidence, EvidenceId } from '@throughline/identity';
import { defaultPolicy, parseBsuid, parseE164, parsePortfolioId } from '@throughline/identity';
import { inTransaction } from '../../server/db/connect.ts';
import { decidedUnderNow } from '../../server/flows/rebuild-identities.ts';
import type { StageDatabase } from './stage.ts';
import { ours } from './webhooks.ts';

/** Stands for what is known only with the database. */
const decidedUnder = ':decided_under';
const firstPhone = 2_000_000_000;
const firstBsuid = 1_000_000_000_000_000;
const wroteAt = Date.UTC(2026, 0, 1);

const at = `timestamptz 'epoch' + interval '${wroteAt / 1000} seconds'`;
const evidenceId = "left(md5('evidence' || n), 22)";
// Position of an act that carries a phone (identity/evidence.ts).
const tie = `'1' || ${evidenceId}`;
const phone = `'+1' || (${firstPhone} + n)`;
const bsuid = `'US.' || (${firstBsuid} + n)`;
/** As random ones look: the API takes no other. */
export const id = (of: string) => `overlay(overlay(md5('${of}' || n) placing '4' from 13) placing '8' from 17)::uuid`;

/** By table: each column, and its value for person n. In an order that satisfies the foreign keys. */
const tables: readonly { table: string; columns: Record<string, string> }[] = [
  {
    table: 'neighborhoods',
    columns: {
      id: id('neighborhood'),
      last_at: at,
      last_tie: tie,
      loose: '1',
      decided_under: decidedUnder,
    },
  },
  { table: 'identifiers', columns: { key: `'phone:' || ${phone}`, neighborhood_id: id('neighborhood') } },
  { table: 'identifiers', columns: { key: `'bsuid:' || ${bsuid}`, neighborhood_id: id('neighborhood') } },
  {
    table: 'evidence',
    columns: {
      id: evidenceId,
      neighborhood_id: id('neighborhood'),
      at,
      kind: "'seen-together'",
      said_by: "'customer'",
      phone,
      bsuid,
      name: "'Person ' || n",
      no_username: 'true',
    },
  },
  {
    table: 'contacts',
    columns: {
      id: id('contact'),
      display_name: "'Person ' || n",
      identifier_kind: "'phone'",
      identifier_value: phone,
      profile_name: "'Person ' || n",
      phone,
      first_seen_at: at,
      search: `'1' || (${firstPhone} + n) || e'\\nperson ' || n`,
    },
  },
  { table: 'contact_activity', columns: { contact_id: id('contact'), last_seen_at: at } },
  {
    table: 'holders',
    columns: {
      id: id('holder'),
      neighborhood_id: id('neighborhood'),
      contact_id: id('contact'),
      own_contact_id: id('contact'),
      born_at: at,
      born_tie: tie,
      last_at: at,
      last_tie: tie,
      heard_at: at,
      heard_tie: tie,
      stable_at: at,
      stable_tie: tie,
      name: "'Person ' || n",
      shows_phone: phone,
    },
  },
  {
    table: 'names',
    columns: {
      value: bsuid,
      kind: "'bsuid'",
      holder_id: id('holder'),
      since_at: at,
      since_tie: tie,
      seen_at: at,
      seen_tie: tie,
    },
  },
  {
    table: 'leases',
    columns: {
      key: phone,
      from_at: at,
      from_tie: tie,
      phone,
      holder_id: id('holder'),
      last_at: at,
      last_tie: tie,
      heard_at: at,
      awaits_account: 'false',
    },
  },
];

const rowsAtOnce = 250_000;

/** As a walk would have decided them now: else the service begins by deciding each again. */
async function wordOfNow(db: StageDatabase): Promise<string> {
  const portfolioId = parsePortfolioId(ours.portfolioId);
  if (!portfolioId) throw new Error('The bench has a portfolio whose id is none.');
  return await inTransaction(db, (tx) => decidedUnderNow(tx, portfolioId, defaultPolicy));
}

/** People 1 to `count`. Indexes that are no keys are made afterwards: row by row, the one for searching takes most of the time. */
export async function fillContacts(db: StageDatabase, count: number, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  const indexes = await takeIndexesAway(db);
  const word = await wordOfNow(db);
  for (let from = 1; from <= count; from += rowsAtOnce) {
    const until = Math.min(count, from + rowsAtOnce - 1);
    for (const { table, columns } of tables)
      await db.sql.unsafe(
        `insert into ${table} (portfolio_id, ${Object.keys(columns).join(', ')})
         select '${ours.portfolioId}', ${Object.values(columns).join(', ').replace(decidedUnder, `'${word}'`)} from generate_series(${from}, ${until}) n`,
      );
    if (count > rowsAtOnce) say(`  ${until.toLocaleString('en-US')} contacts after ${seconds(started)} s`);
  }
  for (const { definition } of indexes) await db.sql.unsafe(`set maintenance_work_mem = '256MB'; ${definition}`);
  // As autovacuum does in time: without it the planner knows nothing, and the first readers settle what the writers left.
  await db.sql`vacuum (analyze)`;
  say(`  ${count.toLocaleString('en-US')} contacts filled in ${seconds(started)} s`);
}

async function takeIndexesAway(db: StageDatabase): Promise<{ name: string; definition: string }[]> {
  const indexes = await db.sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes i
    where schemaname = 'public' and tablename = any(${tables.map(({ table }) => table)}::text[])
      and not exists (select from pg_constraint c where c.conname = i.indexname)`;
  for (const { name } of indexes) await db.sql.unsafe(`drop index ${name}`);
  return [...indexes];
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

/** Another message of person n, `later` seconds after the first. */
export function messageOf(n: number, later: number, serial: string): Evidence {
  const bsuidOfN = parseBsuid(`US.${firstBsuid + n}`);
  if (!bsuidOfN) throw new Error('The bench made an account id that is none.');
  return {
    kind: 'seen-together',
    by: 'customer',
    id: serial as EvidenceId,
    at: wroteAt + later * 1000,
    phone: phoneOf(n),
    bsuid: bsuidOfN,
    name: `Person ${n}`,
    username: null,
  };
}

function phoneOf(n: number): E164 {
  const parsed = parseE164(`1${firstPhone + n}`);
  if (!parsed) throw new Error('The bench made a number that is none.');
  return parsed;
}
