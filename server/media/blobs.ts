// The media room, bytes: which content is kept, under which name, and what nothing refers to any more. The bytes themselves are moved
// by doors and jobs; here is only the book about them. An object is written before its row and removed after it, so a power cut
// leaves at worst an object too many, which the sweep finds.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';

/** Bytes that stand in a store already, under `object`. */
export interface Content {
  hash: Uint8Array;
  size: number;
  store: 'disk' | 's3';
  object: string;
  key: Uint8Array;
}

/**
 * Answers the blob of this content. Where the portfolio has the same content already, that one is meant, and the new object is to
 * be removed; unless the old one was found missing: then the new one takes its place.
 */
export async function keepContent(
  tx: Transaction,
  portfolioId: PortfolioId,
  { hash, size, store, object, key }: Content,
): Promise<string> {
  // `do update` even where nothing changes: it locks the row against `releaseContents`, which would remove it as unused.
  const [row] = await tx.sql<{ id: string; object: string; fresh: boolean }[]>`
    insert into blobs (portfolio_id, id, hash, size, store, object, key)
    values (${portfolioId}, ${object}, ${hash}, ${size}, ${store}, ${object}, ${key})
    on conflict (portfolio_id, hash) do update set
      store = case when blobs.missing_since is null then blobs.store else excluded.store end,
      object = case when blobs.missing_since is null then blobs.object else excluded.object end,
      key = case when blobs.missing_since is null then blobs.key else excluded.key end,
      missing_since = null
    returning id, object, (xmax = 0) as fresh`;
  if (!row) throw new Error('A blob was neither added nor found.');
  if (row.fresh) await countBytes(tx, portfolioId, size);
  else if (row.object !== object) await queueRemoval(tx, portfolioId, { object, store });
  return row.id;
}

/** An object that has no row, or none any more. */
export async function queueRemoval(
  tx: Transaction,
  portfolioId: PortfolioId,
  { object, store }: Pick<Content, 'object' | 'store'>,
): Promise<void> {
  await tx.sql`
    insert into blob_removals (portfolio_id, object, store) values (${portfolioId}, ${object}, ${store}) on conflict do nothing`;
}

/** Files let go of these blobs: those nobody has any more go. Their keys go with this transaction, their objects soon after. */
export async function releaseContents(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  // Locked first, in a statement of its own: the next one must see who took one of them up until the lock was given.
  await tx.sql`select id from blobs where portfolio_id = ${portfolioId} and id = any(${[...ids]}::uuid[]) order by id for update`;
  const gone = await tx.sql<{ object: string; store: 'disk' | 's3'; size: number }[]>`
    delete from blobs b where b.portfolio_id = ${portfolioId} and b.id = any(${[...ids]}::uuid[])
      and not exists (select from media f where f.portfolio_id = b.portfolio_id and f.blob_id = b.id)
    returning object, store, size`;
  for (const one of gone) await queueRemoval(tx, portfolioId, one);
  const freed = gone.reduce((sum, one) => sum + one.size, 0);
  if (freed > 0) await countBytes(tx, portfolioId, -freed);
}

/** Bytes more, or less, that the portfolio takes of the room there is. */
export async function countBytes(tx: Transaction, portfolioId: PortfolioId, bytes: number): Promise<void> {
  await tx.sql`
    insert into media_usage (portfolio_id, bytes) values (${portfolioId}, greatest(${bytes}::bigint, 0))
    on conflict (portfolio_id) do update set bytes = greatest(media_usage.bytes + ${bytes}::bigint, 0)`;
}

/** Bytes kept, of all portfolios together: the disk is one. */
export async function usedBytes(db: Reader): Promise<number> {
  const [row] = await db.sql<{ bytes: number }[]>`select coalesce(sum(bytes), 0)::float8 as bytes from media_usage`;
  return row?.bytes ?? 0;
}

export interface Removal {
  portfolioId: PortfolioId;
  object: string;
  store: 'disk' | 's3';
}

/** Objects to be removed, oldest first. */
export async function removals(db: Reader, limit: number): Promise<Removal[]> {
  return await db.sql<Removal[]>`
    select portfolio_id as "portfolioId", object, store from blob_removals order by since limit ${limit}`;
}

export async function removed(tx: Transaction, { portfolioId, object }: Removal): Promise<void> {
  await tx.sql`delete from blob_removals where portfolio_id = ${portfolioId} and object = ${object}`;
}

export interface BlobRow extends Removal {
  key: Uint8Array;
  size: number;
}

/** The bytes of a file that is ready, and how to open them. */
export async function blobOf(
  db: Reader,
  portfolioId: PortfolioId,
  mediaId: string,
): Promise<(BlobRow & { mimeType: string | null; filename: string | null }) | undefined> {
  const [row] = await db.sql<(BlobRow & { mimeType: string | null; filename: string | null })[]>`
    select b.portfolio_id as "portfolioId", b.object, b.store, b.key, b.size, f.mime_type as "mimeType", f.filename
    from media f join blobs b on b.portfolio_id = f.portfolio_id and b.id = f.blob_id
    where f.portfolio_id = ${portfolioId} and f.id = ${mediaId} and f.state = 'ready'`;
  return row;
}

/**
 * Compares the book with what stands in a store: `found` are all its objects of this portfolio whose ids begin with `beginning`.
 * Notes which blobs are missing, and which are back; answers the objects no row speaks of, written before `before`.
 */
export async function compareObjects(
  tx: Transaction,
  portfolioId: PortfolioId,
  {
    store,
    beginning,
    found,
    before,
  }: {
    store: 'disk' | 's3';
    beginning: string;
    found: readonly { object: string; writtenAt: number }[];
    before: number;
  },
): Promise<{ missing: number; unknown: string[] }> {
  const objects = found.map((one) => one.object);
  const marked = await tx.sql<{ missing: boolean }[]>`
    update blobs b set missing_since = case when b.object = any(${objects}::uuid[]) then null else now() end
    where b.portfolio_id = ${portfolioId} and b.store = ${store}
      and b.object between ${uuidFrom(beginning, '0')}::uuid and ${uuidFrom(beginning, 'f')}::uuid
      and b.created_at < ${new Date(before)} and (b.missing_since is null) <> (b.object = any(${objects}::uuid[]))
    returning b.missing_since is not null as missing`;
  const known = await tx.sql<{ object: string }[]>`
    select object from blobs where portfolio_id = ${portfolioId} and store = ${store} and object = any(${objects}::uuid[])
    union all select object from blob_removals where portfolio_id = ${portfolioId} and object = any(${objects}::uuid[])`;
  const names = new Set(known.map((row) => row.object));
  const unknown = found.filter((one) => one.writtenAt < before && !names.has(one.object)).map((one) => one.object);
  return { missing: marked.filter((row) => row.missing).length, unknown };
}

function uuidFrom(beginning: string, rest: '0' | 'f'): string {
  return beginning.padEnd(32, rest);
}
