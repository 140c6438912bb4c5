// What a contact is made of: accounts, and histories of numbers whose account is not known.

import type { Account } from '@throughline/contract';
import {
  type ContactId,
  type Holder,
  type HolderId,
  isEra,
  type PortfolioId,
  present,
  type State,
} from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { shownName } from './words.ts';

/** Of this contact in this state, which may be one of an earlier time; the last heard of first. */
export async function accountsOf(
  db: Reader,
  portfolioId: PortfolioId,
  state: State,
  contactId: ContactId,
): Promise<Account[]> {
  const holders = state.holders.filter((holder) => holder.contactId === contactId);
  const threads = await threadsOf(
    db,
    portfolioId,
    holders.map(({ id }) => id),
  );
  return holders
    .sort((a, b) => b.last.at - a.last.at)
    .map((holder) => accountOf(state, holder, threads.get(holder.id) ?? 0));
}

function accountOf(state: State, holder: Holder, threads: number): Account {
  const shown = present(state, holder);
  return {
    id: holder.id,
    kind: isEra(state, holder.id) ? 'number' : 'account',
    identifier: shown.identifier,
    displayName: shownName(shown),
    phones: shown.phones.map((phone) => ({
      value: phone.value,
      role: phone.role,
      from: iso(phone.from),
      until: phone.until === null ? null : iso(phone.until),
    })),
    firstSeenAt: iso(holder.born.at),
    lastSeenAt: iso(holder.last.at),
    threads,
  };
}

async function threadsOf(
  db: Reader,
  portfolioId: PortfolioId,
  holderIds: readonly HolderId[],
): Promise<Map<HolderId, number>> {
  const rows = await db.sql<{ id: HolderId; count: number }[]>`
    select holder_id as id, count(*)::int as count from conversations
    where portfolio_id = ${portfolioId} and holder_id = any(${[...holderIds]}::uuid[]) group by holder_id`;
  return new Map(rows.map((row) => [row.id, row.count]));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
