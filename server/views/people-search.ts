// Who is meant by what somebody typed: by identifiers and names, by cards that were kept, by what is noted in fields.

import type { ContactId } from '@throughline/identity';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type ContactSearch, contactSearch, maskedSearch } from '../contacts/searching.ts';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import type { Viewer } from '../words/viewer.ts';
import { listNumbers } from './business-numbers.ts';
import { withoutNoted } from './contact-filters.ts';
import type { Portfolios } from './portfolios.ts';

/** Conditions on `t`, a row of contacts. */
export interface PeopleSearch {
  matches: Fragment;
  /** Who is exactly what was typed; undefined where nobody could be. */
  exactly: Fragment | undefined;
}

/** Undefined where nothing is looked for. */
export async function peopleSearch(
  db: Reader,
  { portfolios, phones }: Viewer,
  q: string | undefined,
): Promise<PeopleSearch | undefined> {
  if (q === undefined) return undefined;
  const digits = /\d/.test(q) || /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/.test(q);
  const { patterns, exact } = contactSearch(q, digits ? await callingCodesOf(db, portfolios) : []);
  if (patterns.length === 0) return undefined;
  if (phones === 'masked') return await withoutNumbers(db, portfolios, { patterns, exact });
  const noted = await notedOf(db, { portfolios, phones }, patterns);
  const bySearch = fragment`t.search like any (${patterns}::text[])`;
  return {
    matches: noted.length > 0 ? fragment`(${bySearch} or t.id = any(${noted}::uuid[]))` : bySearch,
    exactly:
      exact.length > 0 ? fragment`${bySearch} and (e'\n' || t.search || e'\n') like any (${exact}::text[])` : undefined,
  };
}

async function withoutNumbers(db: Reader, portfolios: Portfolios, search: ContactSearch): Promise<PeopleSearch> {
  const { kind, matches } = maskedSearch(search);
  if (kind === 'number') return { matches, exactly: matches };
  const noted = await notedOf(db, { portfolios, phones: 'masked' }, search.patterns);
  return { matches: fragment`((${matches}) or t.id = any(${noted}::uuid[]))`, exactly: undefined };
}

/** People of whom it is noted, asked apart: an `or` over three tables would keep each from its index. */
async function notedOf(
  db: Reader,
  { portfolios, phones }: Pick<Viewer, 'portfolios' | 'phones'>,
  patterns: readonly string[],
): Promise<ContactId[]> {
  const most = limits.searchedNotes;
  const all = portfolios === 'all';
  const own = all ? [] : [...portfolios];
  const within = (column: Fragment) => fragment`(${all} or ${column} = any(${own}::text[]))`;
  const rows = await db.sql<{ id: ContactId }[]>`
    select h.contact_id as id from (
      (select v.portfolio_id, v.holder_id from contact_values v
       where ${within(fragment`v.portfolio_id`)} and v.search like any (${patterns}::text[])
         ${phones === 'masked' ? fragment`and ${withoutNoted(fragment`v.search`)} like any (${patterns}::text[])` : fragment``} limit ${most})
      union all
      (select s.portfolio_id, s.holder_id from saved_cards s
       where ${within(fragment`s.portfolio_id`)} and s.emails like any (${patterns}::text[]) limit ${most})) n
    join holders h on h.portfolio_id = n.portfolio_id and h.id = n.holder_id`;
  return [...new Set(rows.map((row) => row.id))];
}

/** The calling codes of our own numbers: whoever writes a number without one means one of these. */
export async function callingCodesOf(db: Reader, portfolios: Portfolios): Promise<string[]> {
  const numbers = await listNumbers(db, portfolios);
  return [...new Set(numbers.flatMap(({ display }) => parsePhoneNumberFromString(display)?.countryCallingCode ?? []))];
}
