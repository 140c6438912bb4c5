// The conversations room, languages: in which one somebody was written to last.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

/** Meta's code of the last template's language, as `pt_BR`; undefined where none was sent. */
export async function lastTemplateLanguage(
  db: Reader,
  portfolioId: PortfolioId,
  conversations: readonly string[],
): Promise<string | undefined> {
  // Read from the newest of each thread backwards, by its timeline's index.
  const [row] = await db.sql<{ code: string | null }[]>`
    select last.code from unnest(${[...conversations]}::uuid[]) as wanted (id)
    cross join lateral (
      select at, raw -> 'said' -> 'template' -> 'language' ->> 'code' as code from messages
      where portfolio_id = ${portfolioId} and conversation_id = wanted.id and type = 'template' and direction = 'out'
      order by at desc limit 1) last
    where last.code is not null order by last.at desc limit 1`;
  return row?.code ?? undefined;
}
