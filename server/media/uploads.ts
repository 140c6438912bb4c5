// The media room, what Meta has of ours: each file has an id there for each business number it is sent from, for thirty days.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';

export interface UploadKey {
  portfolioId: PortfolioId;
  mediaId: string;
  phoneNumberId: string;
}

/**
 * Meta's id of the file for this number, where it has one that lasts; else it is to be handed over (again), and undefined. The row is
 * locked either way: who finishes handing it over waits, and then sees what this transaction owes.
 */
export async function wantUpload(
  tx: Transaction,
  { portfolioId, mediaId, phoneNumberId }: UploadKey,
  lastsMs: number,
): Promise<string | undefined> {
  const [row] = await tx.sql<{ metaId: string | null }[]>`
    insert into meta_uploads (portfolio_id, media_id, phone_number_id, state)
    values (${portfolioId}, ${mediaId}, ${phoneNumberId}, 'waiting')
    on conflict (portfolio_id, media_id, phone_number_id) do update set
      state = case when meta_uploads.uploaded_at > now() - ${lastsMs}::float8 * interval '1 millisecond' then meta_uploads.state else 'waiting' end,
      attempts = case when meta_uploads.uploaded_at > now() - ${lastsMs}::float8 * interval '1 millisecond' then meta_uploads.attempts else 0 end
    returning case when state = 'ready' then meta_id end as "metaId"`;
  return row?.metaId ?? undefined;
}

export interface DueUpload extends UploadKey {
  attempts: number;
}

/** Takes one to hand over: nobody else does until the lease is over. Commit before calling Meta. */
export async function claimUpload(tx: Transaction, leaseMs: number): Promise<DueUpload | undefined> {
  const [due] = await tx.sql<DueUpload[]>`
    update meta_uploads u set attempts = attempts + 1, not_before = now() + ${leaseMs}::int * interval '1 millisecond'
    where (u.portfolio_id, u.media_id, u.phone_number_id) in (
      select portfolio_id, media_id, phone_number_id from meta_uploads where state = 'waiting' and not_before <= now()
      order by created_at limit 1 for update skip locked)
    returning portfolio_id as "portfolioId", media_id as "mediaId", phone_number_id as "phoneNumberId", attempts`;
  return due;
}

export async function uploaded(tx: Transaction, key: UploadKey, metaId: string): Promise<void> {
  await tx.sql`
    update meta_uploads set state = 'ready', meta_id = ${metaId}, uploaded_at = now()
    where portfolio_id = ${key.portfolioId} and media_id = ${key.mediaId} and phone_number_id = ${key.phoneNumberId}`;
}

export async function uploadLater(tx: Transaction, key: UploadKey, delayMs: number): Promise<void> {
  await tx.sql`
    update meta_uploads set not_before = now() + ${delayMs}::float8 * interval '1 millisecond'
    where portfolio_id = ${key.portfolioId} and media_id = ${key.mediaId} and phone_number_id = ${key.phoneNumberId} and state = 'waiting'`;
}

/** Meta will not have it, or it is gone here: whoever wants it again begins anew. */
export async function dropUpload(tx: Transaction, key: UploadKey): Promise<void> {
  await tx.sql`
    delete from meta_uploads
    where portfolio_id = ${key.portfolioId} and media_id = ${key.mediaId} and phone_number_id = ${key.phoneNumberId}`;
}
