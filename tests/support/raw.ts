// Webhooks as they came, which are kept sealed, as text.

import type { Database } from '../../server/db/connect.ts';
import { readable } from '../../server/inbox/raw-keys.ts';

/** Of every portfolio, or of one. */
export async function bodiesIn(
  db: Database,
  table: 'inbox' | 'parked',
  portfolioId?: string,
): Promise<{ id: string; body: string }[]> {
  const rows = await db.sql.unsafe<{ id: string; body: Buffer; keyId: number | null }[]>(
    `select id::text as id, body, key_id as "keyId" from ${table} t where $1::text is null or portfolio_id = $1 order by t.id`,
    [portfolioId ?? null],
  );
  return (await readable(db, rows)).map(({ id, body }) => ({ id, body: body.toString('utf8') }));
}
