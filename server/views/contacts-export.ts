// A list of people as a table: everybody the filters let through, those without a number too, so many at a time.

import type { ContactFilter, Field, Tag } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
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
    const { data, next } = pageOf(rows, limit, endIn(sort), (row) => row);
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
  const told = new Map<string, (string | null)[]>();
  for (const [portfolioId, own] of Map.groupBy(rows, (row) => row.portfolioId)) {
    const holders = own.flatMap((row) => row.holderIds);
    const stopped = await stoppedIn(db, portfolioId, holders);
    const labelsOf = await labelsOfContacts(db, portfolioId, holders);
    for (const row of own) {
      const { tags: tagged, values } = labelsOf(row.holderIds);
      told.set(row.id, [
        row.displayName,
        row.identifierKind,
        identifierOf(row, numberOf),
        row.phone && numberOf(row.phone),
        row.hiddenSince ? 'yes' : 'no',
        row.hiddenSince?.toISOString() ?? null,
        row.username && `@${row.username}`,
        row.holderIds.some((id) => stopped.has(id)) ? 'yes' : 'no',
        row.firstSeenAt.toISOString(),
        row.lastSeenAt.toISOString(),
        namesOf(tagged),
        ...defined.map((field) => {
          const value = values.find((one) => one.field === field.id)?.value;
          return value === undefined ? null : writtenValue(field, String(value));
        }),
        row.id,
      ]);
    }
  }
  return rows.flatMap((row) => {
    const cells = told.get(row.id);
    return cells ? [cells] : [];
  });
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
