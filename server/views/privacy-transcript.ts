// What was said between a person and us, in order, for the person: a page at a time, however long it is.

import type { PrivacyLanguage } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { lastTemplateLanguage } from '../conversations/languages.ts';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { languageNamed } from '../words/languages.ts';
import type { Viewer } from '../words/viewer.ts';

export interface SaidLine {
  at: Date;
  direction: 'in' | 'out';
  kind: 'message' | 'call';
  text: string;
}

export interface TranscriptThread {
  id: string;
  /** The number of ours. */
  with: string;
}

export async function threadsFor(
  db: Reader,
  portfolioId: PortfolioId,
  conversations: readonly string[],
): Promise<TranscriptThread[]> {
  return await db.sql<TranscriptThread[]>`
    select c.id, n.name || ' ' || n.display_phone as with from conversations c
    join business_numbers n on n.portfolio_id = c.portfolio_id and n.phone_number_id = c.phone_number_id
    where c.portfolio_id = ${portfolioId} and c.id = any(${[...conversations]}::uuid[]) order by c.created_at, c.id`;
}

/** How the person is spoken to: as was chosen, else as they were written to last. Undefined where nobody knows. */
export async function languageFor(
  db: Reader,
  { portfolioId, language }: { portfolioId: PortfolioId; language: PrivacyLanguage | null },
  conversations: readonly string[],
): Promise<Pick<Viewer, 'language' | 'locale'> | undefined> {
  const code = language ?? (await lastTemplateLanguage(db, portfolioId, conversations));
  return code === undefined ? undefined : languageNamed(code);
}

/** What somebody here took back before it went was never said. */
export async function* linesOfThread(
  db: Reader,
  portfolioId: PortfolioId,
  conversationId: string,
): AsyncGenerator<SaidLine> {
  const limit = limits.contactsExportBatch;
  let after: { at: Date; id: string } | undefined;
  for (;;) {
    const rows: (SaidLine & { id: string })[] = await db.sql<(SaidLine & { id: string })[]>`
      select * from (
        select id, at, direction, 'message' as kind, coalesce(body, summary) as text from messages
        where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and not undone
        union all
        select id, at, direction, 'call', coalesce(duration_s::text, '') from calls
        where portfolio_id = ${portfolioId} and conversation_id = ${conversationId}) said
      where (${after?.at ?? null}::timestamptz is null or (at, id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by at, id limit ${limit}`;
    yield* rows;
    after = rows.at(-1);
    if (rows.length < limit) return;
  }
}
