// Files as the API shows them, but for their links: those are made by the door that answers.

import type { Media } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import type { FileState } from '../media/files.ts';
import { safeName } from '../media/rules-names.ts';
import type { MediaType } from '../media/rules-types.ts';
import type { Viewer } from '../words/viewer.ts';
import { mediaReason } from './media-words.ts';
import { scopeOf } from './portfolios.ts';

interface Row {
  portfolioId: PortfolioId;
  id: string;
  messageId: string | null;
  type: MediaType;
  state: FileState;
  reason: string | null;
  missing: boolean;
  mimeType: string | null;
  size: number | null;
  filename: string | null;
  caption: string | null;
  voice: boolean;
  width: number | null;
  height: number | null;
  durationS: number | null;
}

const columns = fragment`
  f.portfolio_id as "portfolioId", f.id, f.type, f.state, f.reason, b.missing_since is not null as missing, f.mime_type as "mimeType", f.size,
  f.filename, f.voice, f.width, f.height, f.duration_s as "durationS"`;

/** The files of these messages, by message. */
export async function mediaOf(
  db: Reader,
  { viewer, portfolioId }: { viewer: Viewer; portfolioId: PortfolioId },
  messageIds: readonly string[],
): Promise<Map<string, Media>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db.sql<Row[]>`
    select ${columns}, u.message_id as "messageId", u.caption
    from media_uses u
    join media f on f.portfolio_id = u.portfolio_id and f.id = u.media_id
    left join blobs b on b.portfolio_id = f.portfolio_id and b.id = f.blob_id
    where u.portfolio_id = ${portfolioId} and u.message_id = any(${[...messageIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.messageId ?? '', mediaItem(viewer, row)]));
}

export interface MediaFound {
  portfolioId: PortfolioId;
  media: Media;
}

export async function mediaById(db: Reader, viewer: Viewer, id: string): Promise<MediaFound | undefined> {
  const { portfolios } = viewer;
  const [row] = await db.sql<Row[]>`
    select ${columns}, null as "messageId", null as caption
    from media f left join blobs b on b.portfolio_id = f.portfolio_id and b.id = f.blob_id
    where f.portfolio_id in (${scopeOf(portfolios)}) and f.id = ${id}`;
  return row && { portfolioId: row.portfolioId, media: mediaItem(viewer, row) };
}

function mediaItem(viewer: Viewer, row: Row): Media {
  const state = row.missing ? 'failed' : row.state;
  const reason = mediaReason(viewer, row);
  const filename = safeName(row.filename);
  return {
    id: row.id,
    type: row.type,
    state,
    ...(reason && { reason }),
    ...(row.mimeType && { mimeType: row.mimeType }),
    ...(row.size !== null && { sizeBytes: row.size }),
    ...(filename && { filename }),
    ...(row.caption && { caption: row.caption }),
    ...(row.voice && { voice: true }),
    ...(row.width && row.height && { width: row.width, height: row.height }),
    ...(row.durationS !== null && { durationS: row.durationS }),
  };
}
