// What an import would do with some rows: whom each is about, and what it would change. Reads only. A list is weaker than anything WhatsApp says: it
// makes a number known that nobody has, and says what is noted of people; it joins nobody, moves no number, and gives nobody an address.

import type { Field, ImportReason, Tag } from '@throughline/contract';
import {
  type ContactId,
  type E164,
  type HolderId,
  type Policy,
  type PortfolioId,
  parseUsername,
  phoneKeyOf,
} from '@throughline/identity';
import { readPhone } from '../campaigns/rules-phone.ts';
import type { Standing } from '../campaigns/rules-standing.ts';
import { holdersByUsername } from '../contacts/find.ts';
import { statesOfContacts } from '../contacts/load.ts';
import { preferenceWords } from '../contacts/preferences.ts';
import { inQuestion } from '../contacts/reviews.ts';
import { type PreferenceWord, standingOf as standingWords } from '../contacts/rules-preferences.ts';
import { membersOf } from '../contacts/rules-words.ts';
import { contactIdsOf } from '../contacts/store.ts';
import type { Reader } from '../db/connect.ts';
import { fieldValue, readRow, type SaidRow } from '../imports/rules-mapping.ts';
import type { CheckedRow, Mapping, RowToCheck } from '../imports/shapes.ts';
import type { ContactLabels } from '../labels/on-contacts.ts';
import { contactLabels, holdersByValue } from '../labels/on-contacts.ts';
import { readValue, searchedValue } from '../labels/rules-values.ts';
import { fields, tags } from '../labels/store.ts';
import { erasedAmong, standingsOf } from './campaign-reach.ts';
import type { Tools } from './tools.ts';

export interface Planning {
  portfolioId: PortfolioId;
  mapping: Mapping;
  /** Whether tags that are not there may be made. */
  createTags: boolean;
  policy: Policy;
  tools: Tools;
}

export interface NewValue {
  field: string;
  value: string;
  search: string;
}

/** What is to be done for a row; nothing where it is skipped. */
export interface Planned extends CheckedRow {
  phone: E164 | null;
  /** Told to whoever is not known by a better one: a name WhatsApp shows stands before it. */
  name: string | null;
  /** By name, in lower case: those that are to be put on. */
  tags: string[];
  values: NewValue[];
  marketing: 'stop' | 'resume' | null;
}

interface Read {
  line: number;
  said: SaidRow;
  phone: E164 | null;
  wrong: ImportReason | null;
  values: NewValue[];
}

export async function planRows(db: Reader, rows: readonly RowToCheck[], planning: Planning): Promise<Planned[]> {
  const { portfolioId, mapping, policy, tools } = planning;
  const defined: Defined = {
    fields: new Map((await fields(db, 'contact')).map((one) => [one.id, one])),
    tags: tagsByName(await tags(db)),
  };
  const read = rows.map((row) => readOne(row, planning, defined));
  const candidates = read.map(({ line, phone }) => ({ line, phone, contactId: null }));
  const judging = { portfolioId, policy, now: tools.clock(), keyed: tools.keyed };
  const standings = await standingsOf(db, candidates, judging);
  const erased = await erasedAmong(db, candidates, { standings, reaching: judging });
  const byExternal = await peopleByExternal(db, portfolioId, read);
  const byUsername = mapping.byUsername ? await peopleByUsername(db, portfolioId, read) : new Map();
  const meant = read.map((one) => whomever(one, { standings, erased, byExternal, byUsername, policy, mapping }));
  const known = await peopleNow(
    db,
    portfolioId,
    meant.flatMap(({ contactId }) => contactId ?? []),
  );
  return read.map((one, place) => planned(one, meant[place] as Meant, { people: known, defined }));
}

interface Defined {
  fields: ReadonlyMap<string, Field>;
  tags: ReadonlyMap<string, Tag>;
}

export function tagsByName(all: readonly Tag[]): Map<string, Tag> {
  return new Map(all.filter(({ archived }) => !archived).map((tag) => [tag.name.toLowerCase(), tag]));
}

function readOne({ line, cells }: RowToCheck, { mapping, createTags }: Planning, defined: Defined): Read {
  const said = readRow(mapping, cells);
  const phone = said.phone === null ? undefined : readPhone(said.phone, mapping.country ?? undefined);
  const values: NewValue[] = [];
  let wrong: ImportReason | null = phone?.kind === 'refused' ? 'invalid_phone' : null;
  for (const { field: id, value: cell } of said.fields) {
    const field = defined.fields.get(id);
    const given = field && fieldValue(field, cell);
    const kept = field && given !== undefined ? readValue(field, given) : undefined;
    if (field && kept?.kind === 'value')
      values.push({ field: id, value: kept.value, search: searchedValue(field, kept.value) });
    else wrong ??= 'invalid_value';
  }
  if (!createTags && said.tags.some((name) => !defined.tags.has(name.toLowerCase()))) wrong ??= 'unknown_tag';
  return { line, said, phone: phone?.kind === 'phone' ? phone.phone : null, wrong, values };
}

type People = ReadonlyMap<string, ReadonlySet<ContactId>>;

async function peopleByExternal(db: Reader, portfolioId: PortfolioId, rows: readonly Read[]): Promise<People> {
  const said = rows.flatMap(({ said: { external } }) => external ?? []);
  const found: { value: string; holderId: HolderId }[] = [];
  for (const [fieldId, own] of Map.groupBy(said, ({ field }) => field))
    found.push(...(await holdersByValue(db, portfolioId, { fieldId, values: own.map(({ value }) => value) })));
  const contacts = await contactIdsOf(db, portfolioId, [...new Set(found.map(({ holderId }) => holderId))]);
  return gathered(found.map(({ value, holderId }) => [value, contacts.get(holderId)]));
}

async function peopleByUsername(db: Reader, portfolioId: PortfolioId, rows: readonly Read[]): Promise<People> {
  const names = rows.flatMap(({ said }) => usernameIn(said) ?? []);
  const found = await holdersByUsername(db, portfolioId, [...new Set(names)]);
  return gathered(found.map(({ username, contactId }) => [username, contactId]));
}

function usernameIn({ username }: SaidRow): string | undefined {
  return username === null ? undefined : parseUsername(username.replace(/^@/, ''))?.toLowerCase();
}

function gathered(pairs: readonly (readonly [string, ContactId | undefined])[]): Map<string, Set<ContactId>> {
  const found = new Map<string, Set<ContactId>>();
  for (const [key, id] of pairs) if (id) found.set(key, (found.get(key) ?? new Set<ContactId>()).add(id));
  return found;
}

/** Whom a row is about; or why that cannot be said. A row about nobody yet may begin with its number. */
interface Meant {
  contactId: ContactId | null;
  reason: ImportReason | null;
}

interface Looking {
  standings: ReadonlyMap<number, Standing>;
  erased: ReadonlySet<number>;
  byExternal: People;
  byUsername: People;
  policy: Policy;
  mapping: Mapping;
}

function whomever({ line, said, phone, wrong }: Read, looking: Looking): Meant {
  const not = (reason: ImportReason): Meant => ({ contactId: null, reason });
  if (wrong) return not(wrong);
  if (phone && looking.policy.blockedPhones.has(phoneKeyOf(phone))) return not('own_number');
  if (looking.erased.has(line)) return not('erased');
  const standing = looking.standings.get(line);
  if (standing?.kind === 'moved') return not('number_changed_hands');
  const named = said.external && looking.byExternal.get(said.external.value);
  if (named && named.size > 1) return not('several');
  const byNumber = standing?.kind === 'held' ? standing.contactId : undefined;
  const [byExternal] = named ?? [];
  if (byNumber && byExternal && byNumber !== byExternal) return not('conflict');
  const found = byNumber ?? byExternal;
  if (found) return { contactId: found, reason: null };
  const username = usernameIn(said);
  const shown = username && looking.byUsername.get(username);
  if (shown && shown.size > 1) return not('several');
  const [byUsername] = shown || [];
  if (byUsername) return { contactId: byUsername, reason: null };
  if (phone) return { contactId: null, reason: null };
  if (username && !looking.mapping.byUsername) return not('username_only');
  return not(said.external || username ? 'not_found' : 'no_identifier');
}

interface Known {
  /** Nobody has told us a name of theirs. */
  nameless: boolean;
  asked: boolean;
  holders: readonly HolderId[];
  labels: ContactLabels;
  words: readonly PreferenceWord[];
}

async function peopleNow(
  db: Reader,
  portfolioId: PortfolioId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, Known>> {
  const states = await statesOfContacts(db, portfolioId, [...new Set(contacts)]);
  const people = [...states].map(([id, { state }]) => ({ id, members: membersOf(state, id) }));
  const holders = people.flatMap(({ members }) => members.map(({ id }) => id));
  const [labels, words, asked] = await Promise.all([
    contactLabels(db, portfolioId, holders),
    preferenceWords(db, portfolioId, holders),
    inQuestion(db, portfolioId, holders),
  ]);
  const tagsOf = Map.groupBy(labels.tags, ({ holderId }) => holderId);
  const valuesOf = Map.groupBy(labels.values, ({ holderId }) => holderId);
  const wordsOf = Map.groupBy(words, ({ holderId }) => holderId);
  return new Map(
    people.map(({ id, members }) => {
      const own = members.map((one) => one.id);
      const of = <T>(by: Map<HolderId, T[]>) => own.flatMap((one) => by.get(one) ?? []);
      const known: Known = {
        nameless: members.every(({ name, heard }) => name === null && heard === null),
        asked: own.some((one) => asked.has(one)),
        holders: own,
        labels: { tags: of(tagsOf), values: of(valuesOf) },
        words: of(wordsOf),
      };
      return [id, known];
    }),
  );
}

function planned(
  { line, said, phone, values }: Read,
  { contactId, reason }: Meant,
  { people, defined }: { people: ReadonlyMap<ContactId, Known>; defined: Defined },
): Planned {
  const known = contactId ? people.get(contactId) : undefined;
  const row = { line, key: phone && phoneKeyOf(phone), external: said.external?.value ?? null, contactId };
  const nothing = { phone, name: null, tags: [], values: [], marketing: null };
  const refused = reason ?? (known?.asked ? 'in_question' : null);
  if (refused) return { ...row, ...nothing, outcome: 'skipped', reason: refused };
  const changes = {
    name: !known || (known.nameless && phone) ? said.name : null,
    tags: missingTags(said.tags, known, defined),
    values: values.filter(
      ({ field, value }) => known?.labels.values.find((one) => one.fieldId === field)?.value !== value,
    ),
    marketing: wishOf(said.marketing, known?.words ?? []),
  };
  const { name, tags: added, values: changed, marketing } = changes;
  const same = name === null && added.length + changed.length === 0 && marketing === null;
  return { ...row, phone, ...changes, outcome: known ? (same ? 'unchanged' : 'updated') : 'created', reason: null };
}

function missingTags(names: readonly string[], known: Known | undefined, defined: Defined): string[] {
  const has = new Set(known?.labels.tags.map(({ tagId }) => tagId));
  return names.filter((name) => {
    const tag = defined.tags.get(name.toLowerCase());
    return !tag || !has.has(tag.id);
  });
}

/** A stop of their own is theirs to take back; that marketing is welcome is so unless somebody said otherwise. */
function wishOf(welcome: boolean | undefined, words: readonly PreferenceWord[]): 'stop' | 'resume' | null {
  const [standing] = standingWords(words.filter(({ category }) => category === 'marketing'));
  const stopped = standing?.value === 'stop';
  if (welcome === false) return stopped ? null : 'stop';
  return welcome === true && stopped && standing.noted !== null ? 'resume' : null;
}
