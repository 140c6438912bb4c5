// The readiness room, the canary: whether a made-up customer goes through other systems, when they did, and what each made of it. Owns canaries,
// canary_runs, canary_consumers. Promises: of one portfolio one run at a time; a run is one process's for as long as it says so; what came of a
// step is written down before the next begins.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../../db/connect.ts';
import { rowsOf } from '../../db/rows.ts';
import { fragment } from '../../db/sql.ts';
import { limits } from '../../limits.ts';
import type { CanaryCall, CanaryRunRow, CanarySettings, ConsumerRow, Finding, NewConsumer, RunKey } from './shapes.ts';

type Portfolios = readonly PortfolioId[] | 'all';

const among = (portfolios: Portfolios) =>
  portfolios === 'all' ? fragment`true` : fragment`portfolio_id = any(${[...portfolios]}::text[])`;

const settings = fragment`portfolio_id as "portfolioId", enabled, clock, zone, feed, left_out as "leftOut", due_at as "dueAt"`;

export async function canarySettings(db: Reader, portfolioId: PortfolioId): Promise<CanarySettings | undefined> {
  const [row] = await db.sql<CanarySettings[]>`select ${settings} from canaries where portfolio_id = ${portfolioId}`;
  return row;
}

export async function saveCanarySettings(tx: Transaction, one: CanarySettings): Promise<void> {
  await tx.sql`
    insert into canaries (portfolio_id, enabled, clock, zone, feed, left_out, due_at)
    values (${one.portfolioId}, ${one.enabled}, ${one.clock}, ${one.zone}, ${one.feed}, ${one.leftOut}, ${one.dueAt})
    on conflict (portfolio_id) do update set enabled = excluded.enabled, clock = excluded.clock, zone = excluded.zone, feed = excluded.feed,
      left_out = excluded.left_out, due_at = excluded.due_at`;
}

/** One whose time has come, locked. Portfolios are few. */
export async function dueCanary(tx: Transaction, now: Date): Promise<CanarySettings | undefined> {
  const [row] = await tx.sql<CanarySettings[]>`
    select ${settings} from canaries where due_at <= ${now} order by due_at limit 1 for no key update skip locked`;
  return row;
}

const run = fragment`portfolio_id as "portfolioId", id, number, begun_by as "begunBy", begun_name as "begunName", began_at as "beganAt",
  ended_at as "endedAt", state, feed, contact_id as "contactId", attempts`;

export interface NewCanaryRun extends RunKey {
  begunBy: string | null;
  begunName: string | null;
  at: Date;
  feed: boolean;
  contactId: string;
}

/** Answers its number; undefined where one is running. */
export async function addCanaryRun(tx: Transaction, one: NewCanaryRun): Promise<number | undefined> {
  const [row] = await tx.sql<{ number: number }[]>`
    insert into canary_runs (portfolio_id, id, number, begun_by, begun_name, began_at, state, feed, contact_id)
    select ${one.portfolioId}, ${one.id}, coalesce(max(number), 0) + 1, ${one.begunBy}, ${one.begunName}, ${one.at}, 'running', ${one.feed},
           ${one.contactId} from canary_runs where portfolio_id = ${one.portfolioId}
    on conflict do nothing returning number`;
  return row?.number;
}

export async function addConsumers(
  tx: Transaction,
  { portfolioId, id }: RunKey,
  consumers: readonly NewConsumer[],
): Promise<void> {
  const rows = consumers.map((one, place) => ({ ...one, place, steps: [...one.steps] }));
  await tx.sql`
    insert into canary_consumers (portfolio_id, run_id, consumer_id, place, kind, name, mode, steps, skipped, verdict)
    select ${portfolioId}, ${id}, r.id, r.place, r.kind, r.name, r.mode, r.steps, r.skipped, case when r.skipped is not null then 'skipped' end
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, place int, kind text, name text, mode text, steps text[], skipped text)`;
}

export interface Lending {
  by: string;
  now: Date;
  until: Date;
}

/** The oldest that is nobody's. */
export async function claimCanaryRun(tx: Transaction, { by, now, until }: Lending): Promise<CanaryRunRow | undefined> {
  const [row] = await tx.sql<CanaryRunRow[]>`
    update canary_runs set attempts = attempts + 1, lent_to = ${by}, lent_until = ${until}
    where (portfolio_id, id) in (
      select portfolio_id, id from canary_runs where state = 'running' and (lent_until is null or lent_until < ${now})
      order by began_at limit 1 for update skip locked)
    returning ${run}`;
  return row;
}

/** Still at it. False where it is another's by now. */
export async function renewCanaryRun(
  tx: Transaction,
  { portfolioId, id }: RunKey,
  { by, until }: Pick<Lending, 'by' | 'until'>,
): Promise<boolean> {
  const rows = await tx.sql`
    update canary_runs set lent_until = ${until}
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'running' and lent_to = ${by}`;
  return rows.count > 0;
}

/** Left to whoever looks next; it is not held against it. */
export async function releaseCanaryRun(tx: Transaction, { portfolioId, id }: RunKey, by: string): Promise<void> {
  await tx.sql`
    update canary_runs set lent_to = null, lent_until = null, attempts = attempts - 1
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'running' and lent_to = ${by}`;
}

export async function endCanaryRun(
  tx: Transaction,
  { portfolioId, id }: RunKey,
  { by, state, at }: { by: string; state: 'ended' | 'interrupted'; at: Date },
): Promise<void> {
  await tx.sql`
    update canary_runs set state = ${state}, ended_at = ${at}, lent_to = null, lent_until = null
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'running' and lent_to = ${by}`;
}

/** What came of it so far, under the lease of whoever tells it; false where that is over. */
export async function saveCalls(
  tx: Transaction,
  { portfolioId, runId, id }: Pick<ConsumerRow, 'portfolioId' | 'runId' | 'id'>,
  { by, calls, finding }: { by: string; calls: readonly CanaryCall[]; finding: Finding | null },
): Promise<boolean> {
  const rows = await tx.sql`
    update canary_consumers c set calls = ${rowsOf(calls)}::text::jsonb, verdict = ${finding?.verdict ?? null},
      broken_step = ${finding?.step ?? null}, cause = ${finding?.cause ?? null}
    from canary_runs r where c.portfolio_id = ${portfolioId} and c.run_id = ${runId} and c.consumer_id = ${id}
      and r.portfolio_id = ${portfolioId} and r.id = ${runId} and r.state = 'running' and r.lent_to = ${by}`;
  return rows.count > 0;
}

/** It was paused or taken away meanwhile: told no more. */
export async function skipRest(
  tx: Transaction,
  { portfolioId, runId, id }: Pick<ConsumerRow, 'portfolioId' | 'runId' | 'id'>,
  skipped: ConsumerRow['skipped'],
): Promise<void> {
  await tx.sql`
    update canary_consumers set verdict = 'skipped', skipped = ${skipped}
    where portfolio_id = ${portfolioId} and run_id = ${runId} and consumer_id = ${id} and verdict is null`;
}

/** What it wrote to the customer went to nobody, under this id. */
export async function noteCanaryAnswer(
  tx: Transaction,
  { portfolioId, runId, id }: Pick<ConsumerRow, 'portfolioId' | 'runId' | 'id'>,
  { messageId, at }: { messageId: string; at: Date },
): Promise<void> {
  await tx.sql`
    update canary_consumers set answers = answers + 1, last_answer = ${messageId}, answered_at = ${at}
    where portfolio_id = ${portfolioId} and run_id = ${runId} and consumer_id = ${id}`;
}

/** Whoever read of it in the feed has acknowledged whom to forget. */
export async function noteCanaryRead(
  tx: Transaction,
  { portfolioId, id }: RunKey,
  reader: { id: string; name: string },
): Promise<void> {
  await tx.sql`
    insert into canary_consumers (portfolio_id, run_id, consumer_id, place, kind, name, steps, verdict)
    values (${portfolioId}, ${id}, ${reader.id}, ${limits.subscriptions + limits.integrations}, 'reader', ${reader.name}, '{}', 'read')
    on conflict (portfolio_id, run_id, consumer_id) do update set verdict = 'read'`;
}

/** Keys whose holders acknowledged one of the runs that are kept. */
export async function readersKnown(db: Reader, portfolioId: PortfolioId): Promise<{ id: string; name: string }[]> {
  return await db.sql<{ id: string; name: string }[]>`
    select consumer_id as id, max(name) as name from canary_consumers
    where portfolio_id = ${portfolioId} and kind = 'reader' and verdict = 'read' group by consumer_id order by max(name)`;
}

export async function canaryRunBy(
  db: Reader,
  portfolioId: PortfolioId,
  which: { contactId: string } | { number: number },
): Promise<RunKey | undefined> {
  const [row] = await db.sql<RunKey[]>`
    select portfolio_id as "portfolioId", id from canary_runs where portfolio_id = ${portfolioId}
      and ${'number' in which ? fragment`number = ${which.number}` : fragment`contact_id = ${which.contactId}`}`;
  return row;
}

export async function canaryRunById(db: Reader, portfolios: Portfolios, id: string): Promise<CanaryRunRow | undefined> {
  const [row] = await db.sql<CanaryRunRow[]>`select ${run} from canary_runs where id = ${id} and ${among(portfolios)}`;
  return row;
}

/** The latest first. */
export async function canaryRunsOf(db: Reader, portfolioId: PortfolioId, limit: number): Promise<CanaryRunRow[]> {
  return await db.sql<CanaryRunRow[]>`
    select ${run} from canary_runs where portfolio_id = ${portfolioId} order by number desc limit ${limit}`;
}

/** In the order they are told, by their runs. */
export async function consumersOf(db: Reader, runs: readonly RunKey[]): Promise<ConsumerRow[]> {
  if (runs.length === 0) return [];
  return await db.sql<ConsumerRow[]>`
    select portfolio_id as "portfolioId", run_id as "runId", consumer_id as id, kind, name, mode, steps, calls, skipped, verdict,
           broken_step as step, cause, answers, last_answer as "lastAnswer", answered_at as "answeredAt"
    from canary_consumers c
    where exists (select from json_to_recordset(${rowsOf(runs)}::text::json) as r ("portfolioId" text, id uuid)
                  where r."portfolioId" = c.portfolio_id and r.id = c.run_id)
    order by run_id, place, name`;
}

/** Keeps the latest. */
export async function forgetCanaryRuns(tx: Transaction, portfolioId: PortfolioId): Promise<void> {
  const gone = await tx.sql<{ id: string }[]>`
    delete from canary_runs where portfolio_id = ${portfolioId} and state <> 'running' and number <= (
      select number from canary_runs where portfolio_id = ${portfolioId} order by number desc offset ${limits.canaryRunsKept} limit 1)
    returning id`;
  await tx.sql`
    delete from canary_consumers where portfolio_id = ${portfolioId} and run_id = any(${gone.map(({ id }) => id)}::uuid[])`;
}
