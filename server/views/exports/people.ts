// Who a row is about: the same columns wherever a person stands in a row, so that what is joined by them fits.

import type { ContactId, PortfolioId } from '@throughline/identity';
import type { Reader } from '../../db/connect.ts';
import type { Asked, Cell, Column } from '../../exports/shapes.ts';
import { maskedPhone, nameFor } from '../../words/phones.ts';
import type { Viewer } from '../../words/viewer.ts';

export interface PersonRow {
  id: ContactId;
  displayName: string;
  identifierKind: 'phone' | 'username' | 'name' | 'none';
  identifierValue: string;
  username: string | null;
  phone: string | null;
  hiddenSince: Date | null;
  mergedFrom: string[];
  accounts: string[];
}

/** `merged_from`: the ids this person had before, in rows of earlier files. */
export function personColumns({ accounts }: Pick<Asked, 'accounts'>): Column[] {
  return [
    { name: 'contact_id', kind: 'text' },
    { name: 'contact_merged_from', kind: 'list' },
    { name: 'name', kind: 'text' },
    { name: 'identifier_kind', kind: 'text' },
    { name: 'identifier', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'phone_hidden', kind: 'yes_no' },
    { name: 'username', kind: 'text' },
    ...(accounts ? [{ name: 'accounts', kind: 'list' } as const] : []),
  ];
}

/** As E.164, which other programs read; masked for whom numbers are masked everywhere. */
export function personCells(
  viewer: Pick<Viewer, 'phones'>,
  { accounts }: Pick<Asked, 'accounts'>,
  person: PersonRow | undefined,
): Cell[] {
  if (!person) return [null, [], null, null, null, null, null, null, ...(accounts ? [[]] : [])];
  const numberOf = (phone: string) => (viewer.phones === 'masked' ? maskedPhone(phone) : phone);
  const { identifierKind: kind, identifierValue: value } = person;
  // A username without its @: with it, spreadsheets take it for a formula.
  const identifier = kind === 'phone' ? numberOf(value) : value;
  return [
    person.id,
    person.mergedFrom,
    nameFor(viewer, person.displayName),
    kind,
    identifier,
    person.phone && numberOf(person.phone),
    person.hiddenSince !== null,
    person.username,
    ...(accounts ? [person.accounts] : []),
  ];
}

/** These people, each once. */
export async function peopleOf(
  db: Reader,
  portfolioId: PortfolioId,
  { ids, accounts }: { ids: readonly string[] } & Pick<Asked, 'accounts'>,
): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql<PersonRow[]>`
    select t.id, t.display_name as "displayName", t.identifier_kind as "identifierKind", t.identifier_value as "identifierValue",
           t.username, t.phone, t.hidden_since as "hiddenSince",
           array(select h.own_contact_id from holders h
                 where h.portfolio_id = t.portfolio_id and h.contact_id = t.id and h.own_contact_id <> t.id
                 union select a.retired_id from contact_aliases a
                 join holders h on h.portfolio_id = a.portfolio_id and h.own_contact_id = a.contact_id
                 where h.portfolio_id = t.portfolio_id and h.contact_id = t.id) as "mergedFrom",
           case when ${accounts}::boolean then array(
             select n.value from holders h
             join names n on n.portfolio_id = h.portfolio_id and n.holder_id = h.id and n.kind = 'bsuid' and n.until_at is null
             where h.portfolio_id = t.portfolio_id and h.contact_id = t.id order by n.value) else '{}' end as accounts
    from contacts t where t.portfolio_id = ${portfolioId} and t.id = any(${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
