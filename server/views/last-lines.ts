// The last line of a thread in a list, where what it says was changed or deleted since.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { messageItems } from './message-items.ts';

interface Listed {
  portfolioId: PortfolioId;
  lastItem: { kind: string; summary: string; id?: string } | null;
}

/** The same rows. Two statements for each portfolio where anything changed, else one, by keys. */
export async function withLastLines<Row extends Listed>(db: Reader, rows: readonly Row[]): Promise<Row[]> {
  const portfolios = Map.groupBy(rows, (row) => row.portfolioId);
  const lines = new Map<string, string>();
  for (const [portfolioId, listed] of portfolios) {
    const ids = listed.flatMap(({ lastItem }) => (lastItem?.kind === 'message' && lastItem.id ? [lastItem.id] : []));
    for (const [id, line] of await changedLines(db, portfolioId, ids)) lines.set(id, line);
  }
  return rows.map((row) => {
    const { lastItem } = row;
    const summary = lastItem?.id === undefined ? undefined : lines.get(lastItem.id);
    return lastItem && summary !== undefined ? { ...row, lastItem: { ...lastItem, summary } } : row;
  });
}

async function changedLines(
  db: Reader,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const changed = await db.sql<{ id: string }[]>`
    select m.id from messages m
    where m.portfolio_id = ${portfolioId} and m.id = any(${[...ids]}::uuid[])
      and (m.type = 'edit' or exists (
        select from messages r
        where r.portfolio_id = m.portfolio_id and r.conversation_id = m.conversation_id and r.target_wamid is not null
          and message_key(r.target_wamid) = message_key(m.wamid) and r.type in ('edit', 'revoke')))`;
  if (changed.length === 0) return new Map();
  const wanted = changed.map(({ id }) => id);
  const items = await messageItems(
    db,
    portfolioId,
    fragment`where m.portfolio_id = ${portfolioId} and m.id = any(${wanted}::uuid[])`,
  );
  return new Map(items.map(({ item }) => [item.id, item.summary]));
}
