// When the templates of each WhatsApp account are listed again, and how it went. Owns template_syncs.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';

export interface SyncRun {
  portfolioId: PortfolioId;
  wabaId: string;
  /** By the database's clock, like everything these times are compared with. */
  observedAt: Date;
}

/** Takes one account whose turn it is, also one whose last run ended with its process. Commit before calling Meta. */
export async function claimSync(tx: Transaction): Promise<SyncRun | undefined> {
  await tx.sql`
    insert into template_syncs (portfolio_id, waba_id) select portfolio_id, waba_id from wabas on conflict do nothing`;
  const [run] = await tx.sql<SyncRun[]>`
    update template_syncs s set state = 'running', started_at = now(),
      wanted_at = now() + ${limits.templateSyncLostAfterMs}::int * interval '1 millisecond'
    where (s.portfolio_id, s.waba_id) in (
      select portfolio_id, waba_id from template_syncs where wanted_at <= now() order by wanted_at limit 1 for update skip locked)
    returning portfolio_id as "portfolioId", waba_id as "wabaId", started_at as "observedAt"`;
  return run;
}

/** The next is after the usual time, or sooner where somebody has asked since this one began. */
export async function finishSync(
  tx: Transaction,
  { portfolioId, wabaId, observedAt }: SyncRun,
  outcome: { kind: 'done'; listed: number } | { kind: 'failed'; problem: string },
): Promise<void> {
  const done = outcome.kind === 'done';
  await tx.sql`
    update template_syncs set
      state = ${outcome.kind}, finished_at = now(), problem = ${done ? null : outcome.problem},
      listed = case when ${done} then ${done ? outcome.listed : 0}::int else listed end,
      failures = case when ${done} then 0 else failures + 1 end,
      wanted_at = least(
        case when wanted_at < ${observedAt}::timestamptz + ${limits.templateSyncLostAfterMs}::int * interval '1 millisecond' then wanted_at end,
        now() + case when ${done} then ${limits.templateSyncEveryMs}::int
                     else least(${limits.templateSyncEveryMs}::int, ${limits.templateSyncRetryMs}::int * power(2, least(failures, 10))) end
                * interval '1 millisecond')
    where portfolio_id = ${portfolioId} and waba_id = ${wabaId}`;
}

/** Lists again, `delayMs` from now at the latest: a burst of webhooks asks for one listing. */
export async function wantSync(
  tx: Transaction,
  portfolioId: PortfolioId,
  { wabaIds, delayMs }: { wabaIds: readonly string[] | 'all'; delayMs: number },
): Promise<void> {
  await tx.sql`
    insert into template_syncs as s (portfolio_id, waba_id, wanted_at)
    select portfolio_id, waba_id, now() + ${delayMs}::int * interval '1 millisecond' from wabas
    where portfolio_id = ${portfolioId} and (${wabaIds === 'all'} or waba_id = any(${wabaIds === 'all' ? [] : [...wabaIds]}::text[]))
    on conflict (portfolio_id, waba_id) do update set wanted_at = least(s.wanted_at, excluded.wanted_at)`;
}

export interface SyncRow {
  wabaId: string;
  state: 'never' | 'running' | 'done' | 'failed';
  wantedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  listed: number;
  problem: string | null;
}

export async function syncsOf(db: Reader, portfolios: readonly PortfolioId[] | 'all'): Promise<SyncRow[]> {
  return await db.sql<SyncRow[]>`
    select waba_id as "wabaId", state, wanted_at as "wantedAt", started_at as "startedAt", finished_at as "finishedAt", listed, problem
    from template_syncs where ${portfolios === 'all'} or portfolio_id = any(${portfolios === 'all' ? [] : [...portfolios]}::text[])`;
}

/** For whoever watches: seconds since the account longest not listed was listed, and how many are failing. */
export async function syncAge(db: Reader): Promise<{ oldestS: number; failing: number }> {
  const [row] = await db.sql<{ oldestS: number; failing: number }[]>`
    select coalesce(extract(epoch from now() - min(finished_at) filter (where state <> 'failed')), 0)::float as "oldestS",
           count(*) filter (where state = 'failed')::int as failing
    from template_syncs`;
  return row ?? { oldestS: 0, failing: 0 };
}
