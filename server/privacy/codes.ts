// The privacy room, codes: what somebody proves with that they hold an identity. Kept as a keyed hash, tried a few times, soon over.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';

export interface CodeRow {
  hash: string;
  sentAt: Date;
  expiresAt: Date;
  attempts: number;
}

export interface NewCode {
  requestId: string;
  hash: string;
  sentAt: Date;
  expiresAt: Date;
  messageId: string;
}

/** In the place of the one before. */
export async function putCode(tx: Transaction, portfolioId: PortfolioId, one: NewCode): Promise<void> {
  await tx.sql`
    insert into privacy_codes (portfolio_id, request_id, hash, sent_at, expires_at, message_id)
    values (${portfolioId}, ${one.requestId}, ${one.hash}, ${one.sentAt}, ${one.expiresAt}, ${one.messageId})
    on conflict (portfolio_id, request_id) do update
      set hash = excluded.hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, attempts = 0,
          message_id = excluded.message_id`;
}

export async function codeOf(db: Reader, portfolioId: PortfolioId, requestId: string): Promise<CodeRow | undefined> {
  const [row] = await db.sql<CodeRow[]>`
    select hash, sent_at as "sentAt", expires_at as "expiresAt", attempts from privacy_codes
    where portfolio_id = ${portfolioId} and request_id = ${requestId}`;
  return row;
}

/** Counts a try before it is looked at, so that none is for free. */
export async function countTry(tx: Transaction, portfolioId: PortfolioId, requestId: string): Promise<void> {
  await tx.sql`
    update privacy_codes set attempts = attempts + 1 where portfolio_id = ${portfolioId} and request_id = ${requestId}`;
}

export async function dropCode(tx: Transaction, portfolioId: PortfolioId, requestId: string): Promise<void> {
  await tx.sql`delete from privacy_codes where portfolio_id = ${portfolioId} and request_id = ${requestId}`;
}

export async function forgetCodes(tx: Transaction, before: Date): Promise<number> {
  const rows = await tx.sql`delete from privacy_codes where expires_at < ${before}`;
  return rows.count;
}
