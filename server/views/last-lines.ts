// The last line of a thread in a list: as it was stored, but where what it says was changed or deleted since, or is to be told in
// another language.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { retell } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { readsStored } from './lines.ts';
import { messageItems } from './message-items.ts';

interface Listed {
  portfolioId: PortfolioId;
  lastItem: { kind: string; summary: string; id?: string } | null;
}

/** The same rows. Two statements for each portfolio where anything is to be told anew, else one, by keys. */
export async function withLastLines<Row extends Listed>(
  db: Reader,
  viewer: Viewer,
  rows: readonly Row[],
): Promise<Row[]> {
  const portfolios = Map.groupBy(rows, (row) => row.portfolioId);
  const lines = new Map<string, string>();
  for (const [portfolioId, listed] of portfolios) {
    const ids = listed.flatMap(({ lastItem }) => (lastItem?.kind === 'message' && lastItem.id ? [lastItem.id] : []));
    for (const [id, line] of await toldLines(db, { viewer, portfolioId }, ids)) lines.set(id, line);
  }
  return rows.map((row) => {
    const { lastItem } = row;
    if (!lastItem) return row;
    const told = lastItem.id === undefined ? undefined : lines.get(lastItem.id);
    return { ...row, lastItem: { ...lastItem, summary: told ?? retell(viewer, lastItem.summary) } };
  });
}

async function toldLines(
  db: Reader,
  { viewer, portfolioId }: { viewer: Viewer; portfolioId: PortfolioId },
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const changed = await db.sql<{ id: string }[]>`
    select m.id from messages m
    where m.portfolio_id = ${portfolioId} and m.id = any(${[...ids]}::uuid[])
      and (m.type = 'edit' or (${!readsStored(viewer)} and m.type <> 'text') or exists (
        select from messages r
        where r.portfolio_id = m.portfolio_id and r.conversation_id = m.conversation_id and r.target_wamid is not null
          and message_key(r.target_wamid) = message_key(m.wamid) and r.type in ('edit', 'revoke')))`;
  if (changed.length === 0) return new Map();
  const wanted = changed.map(({ id }) => id);
  const items = await messageItems(
    db,
    { viewer, portfolioId },
    fragment`where m.portfolio_id = ${portfolioId} and m.id = any(${wanted}::uuid[])`,
  );
  return new Map(items.map(({ item }) => [item.id, item.summary]));
}
