// Every person of a portfolio, a row each: with and without a number.

import type { Field } from '@throughline/contract';
import type { Reader } from '../../db/connect.ts';
import type { Asked, Cell, Column, Row, Table } from '../../exports/shapes.ts';
import { writtenValue } from '../../labels/rules-values.ts';
import { fields } from '../../labels/store.ts';
import { limits } from '../../limits.ts';
import { maskedText } from '../../words/phones.ts';
import type { Viewer } from '../../words/viewer.ts';
import { contactConditions } from '../contact-filters.ts';
import { type ContactRow, contactPage, endIn } from '../contacts.ts';
import { detailsOf } from '../contacts-export.ts';
import { pageOf } from '../paging.ts';
import { peopleOf, personCells, personColumns } from './people.ts';

const ownColumns: Column[] = [
  { name: 'phone_hidden_since', kind: 'moment' },
  { name: 'marketing_stopped', kind: 'yes_no' },
  { name: 'first_seen_at', kind: 'moment' },
  { name: 'last_seen_at', kind: 'moment' },
  { name: 'tags', kind: 'list' },
];

export async function contactsTable(db: Reader, viewer: Viewer, asked: Asked): Promise<Table> {
  const defined = (await fields(db, 'contact')).filter((field) => !field.archived);
  return {
    columns: [
      ...personColumns(asked),
      ...ownColumns,
      ...defined.map(({ name }): Column => ({ name: `field: ${name}`, kind: 'text' })),
    ],
    batches: rowsOf(db, viewer, { asked, defined }),
  };
}

export async function countContacts(db: Reader, viewer: Viewer, asked: Asked): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count
    from contacts t join contact_activity v on v.portfolio_id = t.portfolio_id and v.contact_id = t.id
    where v.portfolio_id = ${asked.portfolioId} ${await contactConditions(db, viewer, filtersOf(asked))}`;
  return row?.count ?? 0;
}

function filtersOf({ from, until, phoneNumberId, tagId }: Asked) {
  return {
    ...(from && { seenAfter: from.toISOString() }),
    ...(until && { seenBefore: until.toISOString() }),
    ...(phoneNumberId !== null && { number: phoneNumberId }),
    ...(tagId !== null && { tag: [tagId] }),
  };
}

interface Telling {
  asked: Asked;
  defined: readonly Field[];
}

async function* rowsOf(db: Reader, viewer: Viewer, { asked, defined }: Telling): AsyncGenerator<Row[]> {
  const sort = 'last_seen';
  let cursor: string | undefined;
  do {
    const limit = limits.contactsExportBatch;
    const listing = { q: undefined, sort, filters: filtersOf(asked), limit, cursor } as const;
    const rows = await contactPage(db, viewer, listing);
    const { data, next } = pageOf(rows, limit, endIn(viewer, sort), (row) => row);
    yield await told(db, viewer, { rows: data, asked, defined });
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

async function told(
  db: Reader,
  viewer: Viewer,
  { rows, asked, defined }: Telling & { rows: readonly ContactRow[] },
): Promise<Row[]> {
  const { portfolioId, accounts } = asked;
  const people = await peopleOf(db, portfolioId, { ids: rows.map(({ id }) => id), accounts });
  const details = await detailsOf(db, rows);
  return rows.map((row): Cell[] => {
    const { stopped, tags, values } = details.get(row.id) ?? { stopped: false, tags: [], values: [] };
    return [
      ...personCells(viewer, asked, people.get(row.id)),
      row.hiddenSince,
      stopped,
      row.firstSeenAt,
      row.lastSeenAt,
      tags.map(({ name }) => name),
      ...defined.map((field) => {
        const value = values.find((one) => one.field === field.id)?.value;
        return value === undefined ? null : noted(viewer, writtenValue(field, String(value)));
      }),
    ];
  });
}

/** What somebody noted may be a number too. */
function noted({ phones }: Viewer, text: string | null): string | null {
  return text !== null && phones === 'masked' ? maskedText(text) : text;
}
