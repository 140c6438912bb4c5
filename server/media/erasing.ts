// The media room, files of one person: those no message of anybody else shows. See files.ts for what the room owns.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { emptyFiles } from './files.ts';

export interface FileOfPerson {
  id: string;
  messageId: string;
  type: string;
  state: string;
  filename: string | null;
  mimeType: string | null;
  size: number | null;
  metaId: string | null;
  claimedType: string | null;
  declaredHash: string | null;
  createdAt: Date;
}

/** Files that messages of these threads show, a page at a time; those others show too included, since the person was sent them or sent them. */
export async function filesOfThreads(
  db: Reader,
  portfolioId: PortfolioId,
  { threads, after, limit }: { threads: readonly string[]; after: string; limit: number },
): Promise<FileOfPerson[]> {
  return await db.sql<FileOfPerson[]>`
    select distinct on (f.id) f.id, u.message_id as "messageId", f.type, f.state, f.filename, f.mime_type as "mimeType", f.size,
           f.meta_id as "metaId", f.claimed_type as "claimedType", f.declared_hash as "declaredHash",
           f.created_at as "createdAt"
    from media f join media_uses u on u.portfolio_id = f.portfolio_id and u.media_id = f.id
    join messages m on m.portfolio_id = u.portfolio_id and m.id = u.message_id
    where f.portfolio_id = ${portfolioId} and m.conversation_id = any(${[...threads]}::uuid[]) and f.id > ${after}::uuid
    order by f.id limit ${limit}`;
}

/** How many of them no message of other threads shows: those go. */
export async function countFilesOfThreads(
  db: Reader,
  portfolioId: PortfolioId,
  threads: readonly string[],
): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(distinct u.media_id)::int as count from media_uses u
    join messages m on m.portfolio_id = u.portfolio_id and m.id = u.message_id
    where u.portfolio_id = ${portfolioId} and m.conversation_id = any(${[...threads]}::uuid[])
      and not exists (select from media_uses o join messages x on x.portfolio_id = o.portfolio_id and x.id = o.message_id
                      where o.portfolio_id = u.portfolio_id and o.media_id = u.media_id
                        and x.conversation_id <> all(${[...threads]}::uuid[]))`;
  return row?.count ?? 0;
}

/**
 * Before these messages go: the files only they show go for good, bytes, names and rows. Objects go by the job, soon after the commit.
 * Answers how many.
 */
export async function removeFilesOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  messageIds: readonly string[],
): Promise<number> {
  const own = await tx.sql<{ id: string }[]>`
    select distinct u.media_id as id from media_uses u
    where u.portfolio_id = ${portfolioId} and u.message_id = any(${[...messageIds]}::uuid[])
      and not exists (select from media_uses o where o.portfolio_id = u.portfolio_id and o.media_id = u.media_id
                        and o.message_id <> all(${[...messageIds]}::uuid[]))`;
  const ids = own.map((row) => row.id);
  await emptyFiles(tx, portfolioId, ids, 'erased');
  await tx.sql`delete from media where portfolio_id = ${portfolioId} and id = any(${ids}::uuid[])`;
  return ids.length;
}
