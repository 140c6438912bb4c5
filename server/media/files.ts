// The media room: files that came with messages and files to be sent. Owns media, media_uses, blobs, blob_removals, media_usage,
// meta_uploads. This file: the files themselves; their bytes are in blobs.ts, what Meta has of ours in uploads.ts.
// Promises: a file is ready exactly while its bytes are kept; one content is kept once in a portfolio, as long as any file has it; what was
// erased stays erased.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { cleanText, rowsOf } from '../db/rows.ts';
import { type Content, keepContent, queueRemoval, releaseContents } from './blobs.ts';
import type { MediaType } from './rules-types.ts';

export type FileState = 'waiting' | 'ready' | 'expired' | 'too_large' | 'refused' | 'failed' | 'erased';

/** A file a message came with, as the webhook names it. */
export interface Arrived {
  id: string;
  messageId: string;
  phoneNumberId: string;
  metaId: string;
  type: MediaType;
  claimedType: string | null;
  declaredHash: string | null;
  filename: string | null;
  caption: string | null;
  voice: boolean;
}

export async function addArrived(
  tx: Transaction,
  portfolioId: PortfolioId,
  arrived: readonly Arrived[],
): Promise<void> {
  if (arrived.length === 0) return;
  const rows = rowsOf(arrived);
  await tx.sql`
    insert into media (portfolio_id, id, origin, type, state, meta_id, phone_number_id, claimed_type, declared_hash, filename, voice)
    select ${portfolioId}, id, 'message', type, 'waiting', "metaId", "phoneNumberId", "claimedType", "declaredHash", filename, voice
    from json_to_recordset(${rows}::text::json)
      as r (id uuid, type text, "metaId" text, "phoneNumberId" text, "claimedType" text, "declaredHash" text, filename text, voice boolean)`;
  await tx.sql`
    insert into media_uses (portfolio_id, message_id, media_id, caption)
    select ${portfolioId}, "messageId", id, caption
    from json_to_recordset(${rows}::text::json) as r (id uuid, "messageId" uuid, caption text)`;
}

export interface Due {
  portfolioId: PortfolioId;
  id: string;
  metaId: string;
  phoneNumberId: string;
  type: MediaType;
  claimedType: string | null;
  declaredHash: string | null;
  filename: string | null;
  /** This time included. */
  attempts: number;
  createdAt: Date;
}

/** Takes the newest file that is due: nobody else does until the lease is over. Commit before fetching it. */
export async function claimDue(tx: Transaction, leaseMs: number): Promise<Due | undefined> {
  const [due] = await tx.sql<Due[]>`
    update media f set attempts = attempts + 1, not_before = now() + ${leaseMs}::int * interval '1 millisecond'
    where (f.portfolio_id, f.id) in (
      select portfolio_id, id from media where state = 'waiting' and not_before <= now() and meta_id is not null
      order by created_at desc limit 1 for update skip locked)
    returning portfolio_id as "portfolioId", id, meta_id as "metaId", phone_number_id as "phoneNumberId", type,
              claimed_type as "claimedType", declared_hash as "declaredHash", filename, attempts, created_at as "createdAt"`;
  return due;
}

/** The room for files is full: nothing that is due is tried before the pause is over, and each says why. Answers how many. */
export async function pauseDue(tx: Transaction, pauseMs: number, limit: number): Promise<number> {
  const rows = await tx.sql`
    update media f set reason = 'storage_full', not_before = now() + ${pauseMs}::int * interval '1 millisecond'
    where (f.portfolio_id, f.id) in (
      select portfolio_id, id from media where state = 'waiting' and not_before <= now() limit ${limit} for update skip locked)`;
  return rows.count;
}

export interface FileKey {
  portfolioId: PortfolioId;
  id: string;
}

/** The file is here. Where it was erased meanwhile its bytes go again. Answers whether it is kept. */
export async function keepFile(
  tx: Transaction,
  { portfolioId, id }: FileKey,
  content: Content,
  { mimeType, width = null, height = null }: { mimeType: string; width?: number | null; height?: number | null },
): Promise<boolean> {
  const [waiting] = await tx.sql`
    select id from media where portfolio_id = ${portfolioId} and id = ${id} and state = 'waiting' for update`;
  if (!waiting) {
    await queueRemoval(tx, portfolioId, content);
    return false;
  }
  const blobId = await keepContent(tx, portfolioId, content);
  await tx.sql`
    update media set state = 'ready', reason = null, settled_at = now(), blob_id = ${blobId}, size = ${content.size},
           mime_type = ${mimeType}, width = ${width}, height = ${height}
    where portfolio_id = ${portfolioId} and id = ${id}`;
  return true;
}

/** A try came to nothing: another after the delay. */
export async function tryLater(
  tx: Transaction,
  { portfolioId, id }: FileKey,
  { reason, delayMs }: { reason: string; delayMs: number },
): Promise<void> {
  await tx.sql`
    update media set reason = ${reason}, not_before = now() + ${delayMs}::float8 * interval '1 millisecond'
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'waiting'`;
}

/** No more tries. */
export async function giveUp(
  tx: Transaction,
  { portfolioId, id }: FileKey,
  { state, reason }: { state: 'expired' | 'too_large' | 'failed'; reason: string },
): Promise<void> {
  await tx.sql`
    update media set state = ${state}, reason = ${reason}, settled_at = now()
    where portfolio_id = ${portfolioId} and id = ${id} and state = 'waiting'`;
}

/** Somebody asks for it again: one that was given up, or whose bytes were found missing. Answers whether it will be fetched. */
export async function askAgain(tx: Transaction, { portfolioId, id }: FileKey): Promise<boolean> {
  const [row] = await tx.sql<{ blobId: string | null }[]>`
    with before as (
      select f.portfolio_id, f.id, f.blob_id from media f left join blobs b on b.portfolio_id = f.portfolio_id and b.id = f.blob_id
      where f.portfolio_id = ${portfolioId} and f.id = ${id} and f.meta_id is not null
        and (f.state in ('waiting', 'failed', 'expired') or b.missing_since is not null)
      for update of f
    )
    update media f set state = 'waiting', reason = null, settled_at = null, attempts = 0, not_before = now(), blob_id = null
    from before b where f.portfolio_id = b.portfolio_id and f.id = b.id returning b.blob_id as "blobId"`;
  if (row?.blobId) await releaseContents(tx, portfolioId, [row.blobId]);
  return row !== undefined;
}

export interface NewUpload {
  id: string;
  type: MediaType;
  filename: string | null;
}

/** A file somebody here wants to send. It is ready at once: its bytes are here. */
export async function addUpload(
  tx: Transaction,
  portfolioId: PortfolioId,
  upload: NewUpload,
  content: Content,
  { mimeType, width = null, height = null }: { mimeType: string; width?: number | null; height?: number | null },
): Promise<void> {
  const blobId = await keepContent(tx, portfolioId, content);
  await tx.sql`
    insert into media (portfolio_id, id, origin, type, state, filename, settled_at, blob_id, size, mime_type, width, height)
    values (${portfolioId}, ${upload.id}, 'upload', ${upload.type}, 'ready', ${upload.filename && cleanText(upload.filename)}, now(),
            ${blobId}, ${content.size}, ${mimeType}, ${width}, ${height})`;
}

export interface File extends FileKey {
  origin: 'message' | 'upload';
  type: MediaType;
  state: FileState;
  mimeType: string | null;
  filename: string | null;
  size: number | null;
}

export async function fileById(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  id: string,
): Promise<File | undefined> {
  const all = portfolios === 'all';
  const [file] = await db.sql<File[]>`
    select portfolio_id as "portfolioId", id, origin, type, state, mime_type as "mimeType", filename, size
    from media where portfolio_id in (select p.portfolio_id from portfolios p where ${all} or p.portfolio_id = any(${all ? [] : [...portfolios]}::text[])) and id = ${id}`;
  return file;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Our id of a file somebody else names by it, or by what Meta calls it: theirs that came here, or ours that was handed over. */
export async function fileNamed(db: Reader, portfolioId: PortfolioId, name: string): Promise<string | undefined> {
  const id = uuid.test(name) ? name : null;
  const [file] = await db.sql<{ id: string }[]>`
    select id from media where portfolio_id = ${portfolioId} and (id = ${id}::uuid or (${id}::uuid is null and meta_id = ${name}))
    order by created_at desc limit 1`;
  return file?.id;
}

export interface DescribedFile {
  id: string;
  state: FileState;
  mimeType: string | null;
  size: number;
  hash: Buffer;
}

/** The same file, with what its bytes are. */
export async function describedFile(
  db: Reader,
  portfolioId: PortfolioId,
  name: string,
): Promise<DescribedFile | undefined> {
  const id = await fileNamed(db, portfolioId, name);
  if (id === undefined) return undefined;
  const [file] = await db.sql<DescribedFile[]>`
    select f.id, f.state, f.mime_type as "mimeType", coalesce(b.size, 0) as size, coalesce(b.hash, ''::bytea) as hash
    from media f left join blobs b on b.portfolio_id = f.portfolio_id and b.id = f.blob_id
    where f.portfolio_id = ${portfolioId} and f.id = ${id}`;
  return file;
}

/** A message shows this file. The file is locked, so that no sweep takes it for unused meanwhile. */
export async function use(
  tx: Transaction,
  { portfolioId, id }: FileKey,
  { messageId, caption }: { messageId: string; caption: string | null },
): Promise<void> {
  await tx.sql`
    insert into media_uses (portfolio_id, message_id, media_id, caption)
    values (${portfolioId}, ${messageId}, ${id}, ${caption && cleanText(caption)}) on conflict do nothing`;
}

/** The same file, locked until the transaction ends. */
export async function lockFile(tx: Transaction, portfolioId: PortfolioId, id: string): Promise<File | undefined> {
  const [file] = await tx.sql<File[]>`
    select portfolio_id as "portfolioId", id, origin, type, state, mime_type as "mimeType", filename, size
    from media where portfolio_id = ${portfolioId} and id = ${id} for update`;
  return file;
}

export async function messagesWith(db: Reader, { portfolioId, id }: FileKey): Promise<string[]> {
  const rows = await db.sql<{ id: string }[]>`
    select message_id as id from media_uses where portfolio_id = ${portfolioId} and media_id = ${id} limit 1000`;
  return rows.map((row) => row.id);
}

/**
 * The files of these messages are to be nowhere any more: their bytes, where no other message shows them, their names and captions.
 * What is left says that there was one. The objects themselves go by the job, soon after the commit.
 */
export async function eraseMedia(
  tx: Transaction,
  portfolioId: PortfolioId,
  messageIds: readonly string[],
): Promise<number> {
  const uses = await tx.sql<{ mediaId: string; others: boolean }[]>`
    update media_uses u set caption = null where u.portfolio_id = ${portfolioId} and u.message_id = any(${[...messageIds]}::uuid[])
    returning u.media_id as "mediaId", exists (select from media_uses o where o.portfolio_id = ${portfolioId} and o.media_id = u.media_id
                                                 and o.message_id <> all(${[...messageIds]}::uuid[])) as others`;
  const shared = uses.filter((use) => use.others).map((use) => use.mediaId);
  if (shared.length > 0)
    await tx.sql`
      delete from media_uses where portfolio_id = ${portfolioId} and message_id = any(${[...messageIds]}::uuid[])
        and media_id = any(${shared}::uuid[])`;
  const own = uses.filter((use) => !use.others).map((use) => use.mediaId);
  await emptyFiles(tx, portfolioId, own, 'erased');
  return own.length;
}

/** Takes the bytes of files away, and everything else that could tell of them; `reason` says why. */
export async function emptyFiles(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly string[],
  reason: 'erased' | 'retention' | 'unused',
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.sql<{ blobId: string | null }[]>`
    with before as (
      select portfolio_id, id, blob_id from media where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) order by id for update
    )
    update media f set state = 'erased', reason = ${reason}, settled_at = now(), blob_id = null, size = null, mime_type = null,
           width = null, height = null, duration_s = null, filename = null, claimed_type = null, declared_hash = null, meta_id = null
    from before b where f.portfolio_id = b.portfolio_id and f.id = b.id
    returning b.blob_id as "blobId"`;
  await tx.sql`delete from meta_uploads where portfolio_id = ${portfolioId} and media_id = any(${[...ids]}::uuid[])`;
  await releaseContents(
    tx,
    portfolioId,
    rows.flatMap((row) => row.blobId ?? []),
  );
}
