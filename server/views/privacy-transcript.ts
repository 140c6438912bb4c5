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
  for (let after: Place = { at: '-infinity', tie: '', id: '00000000-0000-0000-0000-000000000000' }; ; ) {
    // A page of each from where the last ended, by their indexes: one over the two of them would sort all that is left, for every page.
    const rows: (SaidLine & { place: Place })[] = await db.sql<(SaidLine & { place: Place })[]>`
      select at, direction, kind, text, jsonb_build_object('at', at, 'tie', tie, 'id', id) as place from (
        (select at, tie, id, direction, 'message' as kind, coalesce(body, summary) as text from messages
         where portfolio_id = ${portfolioId} and conversation_id = ${conversationId} and not undone
           and (at, tie, id) > (${after.at}::timestamptz, ${after.tie}, ${after.id}::uuid) order by at, tie, id limit ${limit})
        union all
        (select at, tie, id, direction, 'call', coalesce(duration_s::text, '') from calls
         where portfolio_id = ${portfolioId} and conversation_id = ${conversationId}
           and (at, tie, id) > (${after.at}::timestamptz, ${after.tie}, ${after.id}::uuid) order by at, tie, id limit ${limit})) said
      order by at, tie, id limit ${limit}`;
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    after = last.place;
  }
}

/** Where a line stands in its thread; `at` as PostgreSQL has it, to the microsecond. */
interface Place {
  at: string;
  tie: string;
  id: string;
}
