// A list of people as a table: everybody the filters let through, those without a number too, so many at a time.

import type { ContactFilter, Field, FieldValue, Tag } from '@throughline/contract';
import type { ContactId, HolderId, PortfolioId } from '@throughline/identity';
import { preferenceWords } from '../contacts/preferences.ts';
import { consentOf } from '../contacts/rules-preferences.ts';
import type { Reader } from '../db/connect.ts';
import { writtenValue } from '../labels/rules-values.ts';
import { fields } from '../labels/store.ts';
import { limits } from '../limits.ts';
import { maskedPhone } from '../words/phones.ts';
import type { Viewer } from '../words/viewer.ts';
import { type ContactRow, contactPage, endIn } from './contacts.ts';
import { labelsOfContacts } from './labels.ts';
import { pageOf } from './paging.ts';

const columns = [
  'name',
  'shared as',
  'identifier',
  'number',
  'number hidden',
  'hidden since',
  'username',
  'marketing stopped',
  'first seen',
  'last seen',
  'tags',
];

type Filter = Omit<ContactFilter, 'sort'> & { sort?: ContactFilter['sort'] | undefined };

/** The heading, then a row a person. Nothing of it is kept. */
export async function* contactTable(
  db: Reader,
  viewer: Viewer,
  { q, sort = 'last_seen', ...filters }: Filter,
): AsyncGenerator<(string | null)[]> {
  const defined = (await fields(db, 'contact')).filter((field) => !field.archived);
  yield [...columns, ...defined.map(({ name }) => name), 'contact'];
  let cursor: string | undefined;
  do {
    const limit = limits.contactsExportBatch;
    const rows = await contactPage(db, viewer, { q, sort, filters, limit, cursor });
    const { data, next } = pageOf(rows, limit, endIn(viewer, sort), (row) => row);
    for (const row of await tellRows(db, { rows: data, defined, viewer })) yield row;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

interface Telling {
  rows: readonly ContactRow[];
  defined: readonly Field[];
  viewer: Viewer;
}

async function tellRows(db: Reader, { rows, defined, viewer }: Telling) {
  // As E.164, which spreadsheets and other programs read; masked for whom numbers are masked everywhere.
  const numberOf = (phone: string) => (viewer.phones === 'masked' ? maskedPhone(phone) : phone);
  const details = await detailsOf(db, rows);
  return rows.map((row): (string | null)[] => {
    const { stopped, tags: tagged, values } = details.get(row.id) ?? { stopped: false, tags: [], values: [] };
    return [
      row.displayName,
      row.identifierKind,
      identifierOf(row, numberOf),
      row.phone && numberOf(row.phone),
      row.hiddenSince ? 'yes' : 'no',
      row.hiddenSince?.toISOString() ?? null,
      row.username && `@${row.username}`,
      stopped ? 'yes' : 'no',
      row.firstSeenAt.toISOString(),
      row.lastSeenAt.toISOString(),
      namesOf(tagged),
      ...defined.map((field) => {
        const value = values.find((one) => one.field === field.id)?.value;
        return value === undefined ? null : writtenValue(field, String(value));
      }),
      row.id,
    ];
  });
}

export interface Details {
  /** Marketing. */
  stopped: boolean;
  tags: Tag[];
  values: FieldValue[];
}

/** What is noted of these people, by contact. */
export async function detailsOf(db: Reader, rows: readonly ContactRow[]): Promise<Map<ContactId, Details>> {
  const found = new Map<ContactId, Details>();
  for (const [portfolioId, own] of Map.groupBy(rows, (row) => row.portfolioId)) {
    const holders = own.flatMap((row) => row.holderIds);
    const stopped = await stoppedIn(db, portfolioId, holders);
    const labelsOf = await labelsOfContacts(db, portfolioId, holders);
    for (const row of own)
      found.set(row.id, { ...labelsOf(row.holderIds), stopped: row.holderIds.some((id) => stopped.has(id)) });
  }
  return found;
}

function identifierOf({ identifierKind, identifierValue }: ContactRow, numberOf: (phone: string) => string): string {
  if (identifierKind === 'username') return `@${identifierValue}`;
  return identifierKind === 'phone' ? numberOf(identifierValue) : identifierValue;
}

async function stoppedIn(db: Reader, portfolioId: PortfolioId, holders: readonly HolderId[]): Promise<Set<HolderId>> {
  const words = Map.groupBy(await preferenceWords(db, portfolioId, holders), (word) => word.holderId);
  return new Set([...words].flatMap(([id, own]) => (consentOf(own).marketingStopped ? [id] : [])));
}

const namesOf = (tagged: readonly Tag[]) => tagged.map(({ name }) => name).join('; ');
