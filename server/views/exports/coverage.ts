// Whom one still knows by number: a row for each day and number of ours, as they were counted. Who hides the number is counted as such, who
// never showed one too.

import type { Reader } from '../../db/connect.ts';
import { type Fragment, fragment } from '../../db/sql.ts';
import type { Asked, Column, Row, Table } from '../../exports/shapes.ts';
import { limits } from '../../limits.ts';
import { joined } from '../contact-filters.ts';

const columns: Column[] = [
  { name: 'day', kind: 'day' },
  { name: 'time_zone', kind: 'text' },
  { name: 'business_number', kind: 'text' },
  { name: 'business_number_name', kind: 'text' },
  { name: 'people', kind: 'count' },
  { name: 'number_visible', kind: 'count' },
  { name: 'number_hidden', kind: 'count' },
  { name: 'number_unknown', kind: 'count' },
  { name: 'usernames', kind: 'count' },
  { name: 'counted_at', kind: 'moment' },
];

export function coverageTable(db: Reader, asked: Asked): Table {
  return { columns, batches: rowsOf(db, asked) };
}

export async function countCoverageRows(db: Reader, asked: Asked): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`select count(*)::int as count ${whose(asked)}`;
  return row?.count ?? 0;
}

/** Where no number is named, also the rows of all together: their business_number is empty, and who wrote to two is one of them. */
function whose({ portfolioId, from, until, phoneNumberId }: Asked): Fragment {
  return fragment`from coverage k where k.portfolio_id = ${portfolioId} and k.grain = 'day' ${joined([
    from && fragment`and k.starts_on >= (${from}::timestamptz at time zone k.time_zone)::date`,
    until && fragment`and k.starts_on < (${until}::timestamptz at time zone k.time_zone)::date`,
    phoneNumberId !== null && fragment`and k.phone_number_id = ${phoneNumberId}`,
  ])}`;
}

interface Found {
  day: string;
  phoneNumberId: string;
  cells: [string, string | null, string | null, number, number, number, number, number];
  countedAt: Date;
}

async function* rowsOf(db: Reader, asked: Asked): AsyncGenerator<Row[]> {
  for (let after: { day: string; number: string } | undefined; ; ) {
    const rows: Found[] = await db.sql<Found[]>`
      select k.starts_on::text as day, k.phone_number_id as "phoneNumberId", k.counted_at as "countedAt",
             jsonb_build_array(k.time_zone, n.display_phone, n.name, k.people, k.visible, k.hidden, k.unknown, k.usernames) as cells
      from (select * ${whose(asked)}) as k
      left join business_numbers n on n.portfolio_id = k.portfolio_id and n.phone_number_id = k.phone_number_id
      ${after ? fragment`where (k.starts_on, k.phone_number_id) > (${after.day}::text::date, ${after.number})` : fragment``}
      order by k.starts_on, k.phone_number_id limit ${limits.exportBatch}`;
    yield rows.map(({ day, cells, countedAt }): Row => [day, ...cells, countedAt]);
    const last = rows.at(-1);
    if (!last || rows.length < limits.exportBatch) return;
    after = { day: last.day, number: last.phoneNumberId };
  }
}
