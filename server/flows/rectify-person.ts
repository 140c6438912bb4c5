// What a person wants corrected is corrected, all of it or nothing. Wrong links first, since they say who the person is; then their name, said
// as a word so that nothing decided later undoes it; then fields.

import type { Correction, FieldValue } from '@throughline/contract';
import { type ContactId, type HolderId, presentContact } from '@throughline/identity';
import { append } from '../audit/store.ts';
import { currentContactId, holdersBornAs } from '../contacts/find.ts';
import type { Transaction } from '../db/connect.ts';
import { contactLabels } from '../labels/on-contacts.ts';
import { readValue, searchedValue, toldValue, writtenValue } from '../labels/rules-values.ts';
import { fieldById } from '../labels/store.ts';
import type { PrivacyActor } from '../privacy/acts.ts';
import type { RequestRow } from '../privacy/store.ts';
import type { Deciding } from './detach-identity.ts';
import { labelContact } from './label-contact.ts';
import { neverMerge } from './never-merge.ts';
import { renameContact } from './rename-contact.ts';
import { around, type Saying, type Spoken } from './say-word.ts';
import { splitContact } from './split-contact.ts';

type Value = FieldValue['value'] | null;

/** What one correction came to. `refused`: nothing came of it, and why. */
export type Rectified =
  | { what: 'name'; was: string; becomes: string; refused: Unfit | null }
  | { what: 'field'; fieldId: string; name: string | null; was: Value; becomes: Value; refused: Unfit | null }
  | { what: 'split' | 'never_merge'; spoken: Spoken }
  | { what: 'split' | 'never_merge'; refused: Unfit };

export type Unfit =
  /** Nobody the request covers is there any more, or would be left. */
  'nobody_left' | 'contact_unknown' | 'field_unknown' | 'field_unfit';

export interface Rectifying {
  actor: PrivacyActor & { id: string; name?: string };
  deciding: Deciding;
}

/** In the order they are named. Where one is refused the caller undoes the others. */
export async function rectifyPerson(
  tx: Transaction,
  request: RequestRow,
  { actor, deciding }: Rectifying,
): Promise<Rectified[]> {
  const by = { id: actor.id, name: actor.name ?? 'Throughline' };
  const saying: Saying = {
    portfolioId: request.portfolioId,
    actor: by,
    reason: 'Asked for by the person',
    dryRun: false,
    ...deciding,
  };
  const person: Person = { request, apart: new Set() };
  const done = new Map<Correction, Rectified>();
  const inOrder = [...request.corrections].sort((a, b) => places[a.what] - places[b.what]);
  for (const correction of inOrder) done.set(correction, await correct(tx, person, correction, saying));
  return request.corrections.flatMap((correction) => done.get(correction) ?? []);
}

const places: Readonly<Record<Correction['what'], number>> = { split: 0, never_merge: 1, name: 2, field: 3 };

interface Person {
  request: RequestRow;
  /** Accounts told apart from them on the way. */
  apart: Set<string>;
}

async function correct(tx: Transaction, person: Person, correction: Correction, saying: Saying): Promise<Rectified> {
  const { portfolioId } = person.request;
  if (correction.what === 'split') person.apart.add(correction.account);
  const own = await theirs(tx, person);
  const [first] = own;
  switch (correction.what) {
    case 'split': {
      if (!first) return { what: 'split', refused: 'nobody_left' };
      const at = { kind: 'account' as const, id: correction.account };
      return { what: 'split', spoken: await splitContact(tx, { contactId: first.contactId, at }, saying) };
    }
    case 'never_merge': {
      const other = await currentContactId(tx, [portfolioId], correction.contact);
      if (!first) return { what: 'never_merge', refused: 'nobody_left' };
      if (!other) return { what: 'never_merge', refused: 'contact_unknown' };
      const pair = { one: first.contactId, other: other.id };
      return { what: 'never_merge', spoken: await neverMerge(tx, pair, saying) };
    }
    case 'name':
      return await rename(tx, { name: correction.name, own }, saying);
    case 'field':
      return await refill(tx, { ...correction, own }, saying);
  }
}

type Own = Awaited<ReturnType<typeof theirs>>;

/** The accounts the request covers, but those told apart, the one last heard of first. */
async function theirs(tx: Transaction, { request, apart }: Person) {
  const { portfolioId, accountIds } = request;
  const covered = await holdersBornAs(tx, portfolioId, accountIds);
  return covered.filter(({ id, accountId }) => !apart.has(accountId) && !apart.has(id));
}

async function rename(tx: Transaction, { name, own }: { name: string; own: Own }, saying: Saying): Promise<Rectified> {
  const [first] = own;
  if (!first) return { what: 'name', was: '', becomes: name, refused: 'nobody_left' };
  const { state, contacts } = await around(tx, [first.contactId], saying);
  const was = presentContact(state, contacts[0])?.displayName ?? '';
  const holders = own.map(({ id }) => id);
  await renameContact(tx, { state, holders, name }, saying);
  return { what: 'name', was, becomes: name, refused: null };
}

async function refill(
  tx: Transaction,
  { fieldId, value, own }: { fieldId: string; value: Value; own: Own },
  { portfolioId, actor, tools }: Saying,
): Promise<Rectified> {
  const field = await fieldById(tx, fieldId);
  const unfit = (refused: Unfit): Rectified => ({
    ...{ what: 'field', fieldId, name: field?.name ?? null, was: null, becomes: value, refused },
  });
  const [first] = own;
  if (!first) return unfit('nobody_left');
  if (field?.subject !== 'contact' || field.archived) return unfit('field_unknown');
  const read = readValue(field, value);
  if (read.kind === 'wrong' || (read.kind === 'empty' && field.required)) return unfit('field_unfit');
  const shown = (kept: string | null): Value =>
    kept === null ? null : field.kind === 'choice' ? writtenValue(field, kept) : toldValue(field, kept);
  const before = await valueNow(tx, { portfolioId, fieldId, holders: own.map(({ id }) => id) });
  const kept = read.kind === 'value' ? read.value : null;
  const search = kept === null ? '' : searchedValue(field, kept);
  const labeled = { portfolioId, contactId: first.contactId as ContactId, actor };
  await labelContact(tx, labeled, { kind: 'value', fieldId, value: kept, search }, tools);
  return { what: 'field', fieldId, name: field.name, was: shown(before), becomes: shown(kept), refused: null };
}

async function valueNow(
  tx: Transaction,
  { portfolioId, fieldId, holders }: { portfolioId: Saying['portfolioId']; fieldId: string; holders: HolderId[] },
): Promise<string | null> {
  const { values } = await contactLabels(tx, portfolioId, holders);
  return values.find((one) => one.fieldId === fieldId)?.value ?? null;
}

export function isRefused(one: Rectified): boolean {
  return 'spoken' in one ? one.spoken.refused !== null : one.refused !== null;
}

/** In the audit log too, as every change of who is who: what kind of thing was corrected, not what. */
export async function noteRectified(
  tx: Transaction,
  { portfolioId, contactId, corrections }: RequestRow,
  actor: Rectifying['actor'],
): Promise<void> {
  const { kind, id, name = 'Throughline', role = '' } = actor;
  await append(tx, {
    actor: kind === 'user' || kind === 'key' ? { kind, id, name, role } : { kind: 'operator' },
    act: 'contact_corrected',
    subject: { kind: 'contact', id: contactId },
    portfolio: portfolioId,
    detail: { changed: [...new Set(corrections.map(({ what }) => what))] },
  });
}
