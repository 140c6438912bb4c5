// Receipts for messages nobody sent here (R28): another system uses the same business number, or a send's record was lost.

import type { ListOrphans, Orphan } from '@throughline/contract';
import type { MetaError, StatusItem } from '@throughline/whatsapp';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { pageOf, readCursor } from './paging.ts';
import { failureText } from './words.ts';

interface Row {
  /** Hash of the event's own id, keyed with a secret of ours: it tells nobody what it was made from. */
  id: string;
  status: StatusItem['status'];
  at: Date;
  receivedAt: Date;
  errors: MetaError[];
  numberId: string | null;
  display: string | null;
  name: string | null;
}

/** Newest first. Those a send's record still claims are gone from the list by themselves. */
export async function listOrphans(db: Reader, viewer: Viewer, { limit, cursor }: ListOrphans) {
  const { portfolios } = viewer;
  const after = readCursor<[string, string]>(cursor, ['time', 'tie']);
  const [time = null, id = null] = after ?? [];
  const rows = await db.sql<Row[]>`
    select e.event_key as id, e.status, e.at, e.received_at as "receivedAt", e.errors,
           n.phone_number_id as "numberId", n.display_phone as display, n.name
    from early_statuses e
    left join business_numbers n on n.portfolio_id = e.portfolio_id and n.phone_number_id = e.phone_number_id
    where (${portfolios === 'all'} or e.portfolio_id = any(${portfolios === 'all' ? [] : [...portfolios]}::text[]))
      and e.received_at < now() - ${limits.orphanAfterMs}::int * interval '1 millisecond'
      and (${time}::timestamptz is null
           or (date_trunc('milliseconds', e.received_at), e.event_key collate "C") < (${time}::timestamptz, ${id}::text collate "C"))
    order by date_trunc('milliseconds', e.received_at) desc, e.event_key collate "C" desc limit ${limit + 1}`;
  return pageOf(
    rows,
    limit,
    (last) => [last.receivedAt.toISOString(), last.id],
    (row) => orphanOf(viewer, row),
  );
}

function orphanOf(viewer: Viewer, { id, status, at, receivedAt, errors, numberId, display, name }: Row): Orphan {
  const [error] = errors;
  return {
    id,
    businessNumber: numberId !== null && display !== null && name !== null ? { id: numberId, display, name } : null,
    status,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    reason: 'message_unknown',
    detail: say(viewer, 'orphan.message_unknown'),
    ...(status === 'failed' && error && { failure: { code: error.code, text: failureText(viewer, error) } }),
  };
}
