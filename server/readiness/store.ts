// The readiness room: what audits of other systems found, as it was handed in. Owns readiness_runs. Promises: of each system and kind the latest
// audits are kept, and nothing of them is changed. What finds it is in code/ and probe/, which are pure.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import type { Found, RunRow } from './shapes.ts';

const columns = fragment`portfolio_id as "portfolioId", id, integration, kind, at, score, failing, looked_at as "lookedAt"`;

export interface NewRun extends RunRow {
  createdAt: Date;
  by: string;
  found: Found;
}

/** Keeps it, and lets go of what is older than the latest of its kind. */
export async function keepRun(tx: Transaction, run: NewRun): Promise<void> {
  const { portfolioId, id, integration, kind, at, createdAt, by, score, failing, lookedAt, found } = run;
  await tx.sql`
    insert into readiness_runs (portfolio_id, id, integration, kind, at, created_at, created_by, score, failing, looked_at, found)
    values (${portfolioId}, ${id}, ${integration}, ${kind}, ${at}, ${createdAt}, ${by}, ${score}, ${failing}, ${lookedAt}, ${JSON.stringify(found)}::jsonb)`;
  await tx.sql`
    delete from readiness_runs where portfolio_id = ${portfolioId} and integration = ${integration} and kind = ${kind} and id in (
      select id from readiness_runs where portfolio_id = ${portfolioId} and integration = ${integration} and kind = ${kind}
      order by position desc offset ${limits.readinessRunsKept})`;
}

/** The latest two of each system and kind, the latest first. */
export async function latestRuns(db: Reader, portfolios: readonly PortfolioId[] | 'all'): Promise<RunRow[]> {
  const all = portfolios === 'all';
  return await db.sql<RunRow[]>`
    select ${columns} from (
      select *, row_number() over (partition by portfolio_id, integration, kind order by position desc) as place
      from readiness_runs where ${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[])) as r
    where place <= 2 order by portfolio_id, integration, kind, place`;
}

export async function runById(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
): Promise<(RunRow & { found: Found }) | undefined> {
  const all = portfolios === 'all';
  const [row] = await db.sql<(RunRow & { found: Found })[]>`
    select ${columns}, found from readiness_runs where id = ${id} and (${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[]))`;
  return row;
}

/** How many systems there are, and whether this is one of them. */
export async function integrationsOf(
  db: Reader,
  portfolioId: PortfolioId,
  name: string,
): Promise<{ count: number; known: boolean }> {
  const [row] = await db.sql<{ count: number; known: boolean }[]>`
    select count(distinct integration)::int as count, coalesce(bool_or(integration = ${name}), false) as known
    from readiness_runs where portfolio_id = ${portfolioId}`;
  return row ?? { count: 0, known: false };
}

/** Answers whether there was something to take away. */
export async function forgetIntegration(tx: Transaction, portfolioId: string, name: string): Promise<boolean> {
  const rows =
    await tx.sql`delete from readiness_runs where portfolio_id = ${portfolioId} and integration = ${name} returning id`;
  return rows.length > 0;
}
