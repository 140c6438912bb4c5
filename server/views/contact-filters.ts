// The filters of a list of people, as conditions on `t` (contacts) and `v` (contact_activity).

import type { ContactFilter, Field } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { searchable } from '../folding.ts';
import { fieldById } from '../labels/store.ts';
import type { Viewer } from '../words/viewer.ts';

type Seeing = Pick<Viewer, 'phones'>;
export type ContactFilters = Omit<ContactFilter, 'q' | 'sort'> & {
  /** Of ours, by its id. */
  number?: string | undefined;
};

/** Begins with `and`, or is empty. */
export async function contactConditions(db: Reader, { phones }: Seeing, filters: ContactFilters): Promise<Fragment> {
  const { hidden, hasPhone, hasUsername, marketing, tag = [], field = [] } = filters;
  const { seenAfter, seenBefore, firstSeenAfter, firstSeenBefore, number } = filters;
  const conditions = [
    hidden !== undefined && fragment`and (t.hidden_since is not null) = ${hidden}`,
    hasPhone !== undefined && fragment`and (t.phone is not null) = ${hasPhone}`,
    hasUsername !== undefined && fragment`and (t.username is not null) = ${hasUsername}`,
    marketing && fragment`and ${stopped} = ${marketing === 'stopped'}`,
    seenAfter !== undefined && fragment`and v.last_seen_at >= ${seenAfter}::timestamptz`,
    seenBefore !== undefined && fragment`and v.last_seen_at < ${seenBefore}::timestamptz`,
    firstSeenAfter !== undefined && fragment`and t.first_seen_at >= ${firstSeenAfter}::timestamptz`,
    firstSeenBefore !== undefined && fragment`and t.first_seen_at < ${firstSeenBefore}::timestamptz`,
    number !== undefined && fragment`and ${wroteTo(number)}`,
    ...tag.map((id) => fragment`and ${taggedContact(id)}`),
    ...(await Promise.all(field.map((one) => contactField(db, { phones }, one)))),
  ];
  return joined(conditions);
}

export function joined(conditions: readonly (Fragment | false | null | undefined)[]): Fragment {
  return conditions.reduce<Fragment>((all, one) => (one ? fragment`${all} ${one}` : all), fragment``);
}

/** People with a tag; conditions on `t`. */
export function taggedContact(tagId: string): Fragment {
  return fragment`exists (
    select from contact_tags g join holders h on h.portfolio_id = g.portfolio_id and h.id = g.holder_id
    where g.portfolio_id = t.portfolio_id and g.tag_id = ${tagId}::uuid and h.contact_id = t.id)`;
}

/** People with a thread at this number of ours. */
function wroteTo(phoneNumberId: string): Fragment {
  return fragment`exists (
    select from holders h join conversations c on c.portfolio_id = h.portfolio_id and c.holder_id = h.id
    where h.portfolio_id = t.portfolio_id and h.contact_id = t.id and c.phone_number_id = ${phoneNumberId})`;
}

/** As `consentOf` of contacts/rules-preferences.ts decides: a stop of any account's, its own until it says otherwise. */
const stopped = fragment`exists (
    select from holders h
    join preferences p on p.portfolio_id = h.portfolio_id and p.holder_id = h.id
    where h.portfolio_id = t.portfolio_id and h.contact_id = t.id and p.category in ('marketing_messages', 'all') and p.value = 'stop'
      and not exists (
        select from preferences later
        where later.portfolio_id = p.portfolio_id and later.holder_id = p.holder_id and later.category = p.category
          and later.value = 'resume' and later.at > p.at and (p.noted or not later.noted)))`;

/** Of several values, the newest of the person's counts. */
export async function contactField(db: Reader, { phones }: Seeing, text: string): Promise<Fragment> {
  const wanted = await fieldWanted(db, text, { subject: 'contact', phones });
  if (!wanted) return fragment`and false`;
  const { id, fits } = wanted;
  return fragment`and exists (
    select from holders h
    join contact_values n on n.portfolio_id = h.portfolio_id and n.holder_id = h.id and n.field_id = ${id}::uuid
    where h.portfolio_id = t.portfolio_id and h.contact_id = t.id and ${fits}
      and not exists (
        select from holders o join contact_values newer on newer.portfolio_id = o.portfolio_id and newer.holder_id = o.id
        where o.portfolio_id = t.portfolio_id and o.contact_id = t.id and newer.field_id = n.field_id
          and (newer.at, newer.id) > (n.at, n.id)))`;
}

/** What was noted, less the numbers that are masked where it is shown: nobody is to guess one by what fits. As `maskedText` takes them. */
export function withoutNoted(noted: Fragment): Fragment {
  return fragment`regexp_replace(${noted}, '\\+[0-9][0-9 ().\\u00a0/-]{5,22}[0-9]', '', 'g')`;
}

interface FieldWanted {
  id: string;
  /** A condition on `n`, a row of values of this field. */
  fits: Fragment;
}

/** `text`: `ID:VALUE`, see the contract. Undefined where nothing can fit. */
export async function fieldWanted(
  db: Reader,
  text: string,
  { subject, phones }: { subject: Field['subject'] } & Seeing,
): Promise<FieldWanted | undefined> {
  const [id = '', value = ''] = [text.slice(0, 36), text.slice(37)];
  const field = uuid.test(id) ? await fieldById(db, id) : undefined;
  if (!field || field.subject !== subject || value === '') return undefined;
  const fits = fitting(field, { value, phones });
  return fits && { id, fits };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function fitting({ kind, subject }: Field, { value, phones }: { value: string } & Seeing): Fragment | undefined {
  if (kind === 'text') {
    const typed = subject === 'contact' ? searchable(value) : value.toLowerCase();
    const kept = subject === 'contact' ? fragment`n.search` : fragment`lower(n.value)`;
    const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
    return fragment`${phones === 'masked' ? withoutNoted(kept) : kept} like ${like}`;
  }
  if (kind === 'choice' || kind === 'yes_no') return fragment`n.value = ${value}`;
  const [from = '', to = ''] = value.includes('..') ? value.split('..', 2) : [value, value];
  if (kind === 'date') {
    return joined([
      fragment`true`,
      from !== '' && fragment`and n.value collate "C" >= ${from}`,
      to !== '' && fragment`and n.value collate "C" <= ${to}`,
    ]);
  }
  if ([from, to].some((one) => !Number.isFinite(Number(one)))) return undefined;
  return joined([
    fragment`true`,
    from !== '' && fragment`and n.value::double precision >= ${Number(from)}`,
    to !== '' && fragment`and n.value::double precision <= ${Number(to)}`,
  ]);
}
