// The relay room: other systems that speak Meta's own format. Owns relay_integrations, relay_log, relay_aliases, relay_sends. Where they are told
// at, and what waits for them, is the subscriptions room's, under the same ids.
// Promises: what was to be told stands in one order, in which it was decided; an alias is one person's for ever.

import { createHash, randomBytes } from 'node:crypto';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import type { Integration, IntegrationKey } from './shapes.ts';

const columns = fragment`portfolio_id as "portfolioId", id, mode, numbers, fields, token_prefix as "tokenPrefix", last_call_at as "lastCallAt",
  verified_at as "verifiedAt"`;

export async function integrationsOf(db: Reader, portfolios: readonly PortfolioId[] | 'all'): Promise<Integration[]> {
  const all = portfolios === 'all';
  return await db.sql<Integration[]>`
    select ${columns} from relay_integrations where ${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[])`;
}

export async function integrationById(
  db: Reader,
  { portfolioId, id }: IntegrationKey,
): Promise<Integration | undefined> {
  const [row] = await db.sql<Integration[]>`
    select ${columns} from relay_integrations where portfolio_id = ${portfolioId} and id = ${id}`;
  return row;
}

const tokenPattern = /^tlr_[A-Za-z0-9_-]{43}$/;
const prefixLength = 10;

/** With which an integration calls. It can be read here and nowhere else: the database has its hash. */
export function newToken(): string {
  return `tlr_${randomBytes(32).toString('base64url')}`;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Integrations are few: all of them are looked through. */
export async function integrationByToken(db: Reader, token: string): Promise<Integration | undefined> {
  if (!tokenPattern.test(token)) return undefined;
  const [row] = await db.sql<Integration[]>`
    select ${columns} from relay_integrations where token_hash = ${digestOf(token)}`;
  return row;
}

export async function addIntegration(
  tx: Transaction,
  one: IntegrationKey & Pick<Integration, 'mode' | 'numbers' | 'fields'>,
  token: string,
): Promise<void> {
  await tx.sql`
    insert into relay_integrations (portfolio_id, id, mode, numbers, fields, token_hash, token_prefix)
    values (${one.portfolioId}, ${one.id}, ${one.mode}, ${one.numbers}, ${one.fields}, ${digestOf(token)}, ${token.slice(0, prefixLength)})`;
}

export async function saveIntegration(
  tx: Transaction,
  one: IntegrationKey & Pick<Integration, 'mode' | 'numbers' | 'fields'>,
): Promise<void> {
  await tx.sql`
    update relay_integrations set mode = ${one.mode}, numbers = ${one.numbers}, fields = ${one.fields}
    where portfolio_id = ${one.portfolioId} and id = ${one.id}`;
}

/** The one of before opens nothing any more. */
export async function replaceToken(tx: Transaction, { portfolioId, id }: IntegrationKey, token: string): Promise<void> {
  await tx.sql`
    update relay_integrations set token_hash = ${digestOf(token)}, token_prefix = ${token.slice(0, prefixLength)}, last_call_at = null
    where portfolio_id = ${portfolioId} and id = ${id}`;
}

const lastCallStepMs = 60_000;

/** Written once a minute at most. */
export async function noteCall(tx: Transaction, { portfolioId, id }: IntegrationKey): Promise<void> {
  await tx.sql`
    update relay_integrations set last_call_at = now() where portfolio_id = ${portfolioId} and id = ${id}
      and (last_call_at is null or last_call_at < now() - ${lastCallStepMs}::int * interval '1 millisecond')`;
}

export async function noteVerified(
  tx: Transaction,
  { portfolioId, id }: IntegrationKey,
  at: Date | null,
): Promise<void> {
  await tx.sql`update relay_integrations set verified_at = ${at} where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function removeIntegration(tx: Transaction, { portfolioId, id }: IntegrationKey): Promise<void> {
  await tx.sql`delete from relay_sends where portfolio_id = ${portfolioId} and integration_id = ${id}`;
  await tx.sql`delete from relay_integrations where portfolio_id = ${portfolioId} and id = ${id}`;
}

export async function hasIntegrations(db: Reader, portfolioId: PortfolioId): Promise<boolean> {
  const [row] = await db.sql<{ any: boolean }[]>`
    select exists (select from relay_integrations where portfolio_id = ${portfolioId}) as any`;
  return row?.any ?? false;
}
