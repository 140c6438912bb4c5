// Sessions: which are open, and ending them. better-auth opens them.

import type { Session } from '@throughline/contract';
import { type Database, inTransaction, type Reader, type Transaction } from '../db/connect.ts';
import { deviceOf } from './rules-device.ts';

const seenStepMs = 60_000;

export async function sessionsOf(
  reader: Reader,
  { userId, current, now }: { userId: string; current: string | undefined; now: Date },
): Promise<Session[]> {
  const rows = await reader.sql<
    {
      id: string;
      agent: string | null;
      address: string | null;
      via: Session['via'];
      startedAt: Date;
      lastSeenAt: Date;
    }[]
  >`
    select id, user_agent as agent, ip_address as address, via, created_at as "startedAt", last_seen_at as "lastSeenAt"
    from access_sessions where user_id = ${userId} and expires_at > ${now} order by last_seen_at desc, id`;
  return rows.map(({ id, agent, address, via, startedAt, lastSeenAt }) => ({
    id,
    device: deviceOf(agent ?? ''),
    address: address === '' ? null : address,
    via,
    startedAt: startedAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: id === current,
  }));
}

/** @returns how many ended. */
export async function endSession(tx: Transaction, { userId, id }: { userId: string; id: string }): Promise<number> {
  return (await tx.sql`delete from access_sessions where id = ${id} and user_id = ${userId}`).count;
}

export async function endSessionsBut(
  tx: Transaction,
  { userId, kept }: { userId: string; kept: string | undefined },
): Promise<number> {
  const ended = await tx.sql`
    delete from access_sessions where user_id = ${userId} and id is distinct from ${kept ?? null}::uuid`;
  return ended.count;
}

/** Notes that a session was used, once a minute at most. */
export function seenNoter(
  db: Database,
  report: (event: string, error: unknown) => void,
): (session: { id: string; lastSeenAt: Date }, at: Date) => void {
  return ({ id, lastSeenAt }, at) => {
    if (at.getTime() - lastSeenAt.getTime() < seenStepMs) return;
    const before = new Date(at.getTime() - seenStepMs);
    inTransaction(
      db,
      (tx) => tx.sql`update access_sessions set last_seen_at = ${at} where id = ${id} and last_seen_at <= ${before}`,
    ).catch((error) => report('session_use_not_noted', error));
  };
}
