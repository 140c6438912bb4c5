// What a decision about who is who means to other systems: contacts that came, changed, were joined or split, and identifiers gained and lost.
// Pure: states before and after in, events out.

import { type ContactId, type HolderId, type Presentation, presentContact, type State } from '@throughline/identity';
import type { Settled } from '../contacts/settled.ts';
import type { EventDraft } from '../events/shapes.ts';

/** `at`: when it was decided. Of each contact in this order: that it came, what it was joined from or split into, what it gained, lost, changed. */
export function contactEvents(settled: readonly Settled[], at: number): EventDraft[] {
  return settled.flatMap((one) => (sameShape(one.before, one.after) ? [] : eventsOf(one, at)));
}

function eventsOf({ before, after, retired }: Settled, at: number): EventDraft[] {
  const was = contactsIn(before);
  const is = contactsIn(after);
  const origin = originsOf({ before, after, retired });
  return [...is.values()].flatMap((contact): EventDraft[] => {
    const { id: contactId } = contact;
    const old = was.get(contactId);
    const from = origin.get(contactId) ?? new Set();
    const joined = [...from].filter((id) => id !== contactId && !is.has(id));
    const splitFrom = old ? undefined : [...from].find((id) => is.has(id));
    const into = [...is.keys()].filter((id) => id !== contactId && !was.has(id) && origin.get(id)?.has(contactId));
    // Where nothing of that name was there, a contact that takes the place of another of before is that other, joined to what it is now.
    const events: EventDraft[] = old
      ? []
      : [{ type: 'contact.created', at, contactId, data: splitFrom ? { splitFrom } : {} }];
    if (joined.length > 0) events.push({ type: 'contact.joined', at, contactId, data: { joined } });
    if (into.length > 0) events.push({ type: 'contact.split', at, contactId, data: { into } });
    if (!old) return events;
    events.push(...identifierEvents(old, contact, at));
    const changed = changesOf(old.shown, contact.shown);
    if (changed.length > 0) events.push({ type: 'contact.changed', at, contactId, data: { changed } });
    return events;
  });
}

interface Contact {
  id: ContactId;
  shown: Presentation | undefined;
  /** As `kind value`. */
  identifiers: ReadonlyMap<string, Identifier>;
}

interface Identifier {
  kind: 'phone' | 'username' | 'account';
  value: string;
}

function contactsIn(state: State): Map<ContactId, Contact> {
  const contacts = Map.groupBy(state.holders, (holder) => holder.contactId);
  return new Map(
    [...contacts].map(([id, holders]) => {
      const own = new Set(holders.map((holder) => holder.id));
      const identifiers: Identifier[] = [
        ...state.leases.flatMap(({ until, holderId, phone }) =>
          until === null && own.has(holderId) ? [{ kind: 'phone' as const, value: phone }] : [],
        ),
        ...holders.flatMap(({ username }) => (username ? [{ kind: 'username' as const, value: username }] : [])),
        ...state.names.flatMap(({ kind, until, holderId, value }) =>
          kind === 'bsuid' && until === null && own.has(holderId) ? [{ kind: 'account' as const, value }] : [],
        ),
      ];
      const byName = new Map(identifiers.map((one) => [`${one.kind} ${one.value}`, one]));
      return [id, { id, shown: presentContact(state, id), identifiers: byName }];
    }),
  );
}

/** For each contact of after, those of before whose people it has. */
function originsOf({ before, after, retired }: Pick<Settled, 'before' | 'after' | 'retired'>) {
  const now = new Map<HolderId, ContactId>(after.holders.map((holder) => [holder.id, holder.contactId]));
  const origins = new Map<ContactId, Set<ContactId>>();
  for (const { id, contactId } of before.holders) {
    const is = now.get(retired.get(id) ?? id);
    if (is) origins.set(is, (origins.get(is) ?? new Set()).add(contactId));
  }
  return origins;
}

function identifierEvents(old: Contact, contact: Contact, at: number): EventDraft[] {
  const draft = (type: 'identifier.gained' | 'identifier.lost', { kind, value }: Identifier): EventDraft => ({
    type,
    at,
    contactId: contact.id,
    data: { identifier: kind === 'account' ? { kind } : { kind, value } },
    accounts: kind === 'account' ? [value] : [],
  });
  return [
    ...[...old.identifiers].flatMap(([name, one]) =>
      contact.identifiers.has(name) ? [] : [draft('identifier.lost', one)],
    ),
    ...[...contact.identifiers].flatMap(([name, one]) =>
      old.identifiers.has(name) ? [] : [draft('identifier.gained', one)],
    ),
  ];
}

/** Named as in the contract. */
const views = [
  ['displayName', ({ displayName }) => displayName],
  ['identifier', ({ identifier: { kind, value } }) => `${kind} ${value}`],
  ['phone', ({ phone }) => phone],
  ['username', ({ username }) => username],
  ['hidden', ({ hiddenSince }) => hiddenSince !== null],
] as const satisfies readonly (readonly [string, (shown: Presentation) => unknown])[];

function changesOf(old: Presentation | undefined, shown: Presentation | undefined): string[] {
  return views.flatMap(([name, view]) => ((old && view(old)) === (shown && view(shown)) ? [] : [name]));
}

/** Most messages change nothing here, and there are thousands a second: looked at before anything is put together. */
function sameShape(before: State, after: State): boolean {
  return shapeOf(before) === shapeOf(after);
}

function shapeOf({ holders, leases, names }: State): string {
  let shape = '';
  // Of several, the one last heard from is shown.
  for (const { id, contactId, name, username, showsPhone, hiddenSince, heard } of holders)
    shape += `${id} ${contactId} ${name} ${username} ${showsPhone} ${hiddenSince} ${holders.length > 1 ? heard?.at : ''}\n`;
  for (const { phone, holderId, until } of leases) if (until === null) shape += `${phone} ${holderId}\n`;
  for (const { value, holderId, until } of names) if (until === null) shape += `${value} ${holderId}\n`;
  return shape;
}
