// What agents see as the identifier (C9): what the person shares now, never a backend id.

import { compare } from './evidence.ts';
import type { E164, Username } from './identifiers.ts';
import { type ContactId, type Holder, holderAt, type Lease, type State } from './state.ts';
import { standing } from './words.ts';

export interface Presentation {
  displayName: string;
  /** As somebody here was told it is, else as WhatsApp shows it. */
  name: string | null;
  identifier: { kind: 'phone' | 'username' | 'name' | 'none'; value: string };
  /** The number in use, where known and not given up; hidden or not. */
  phone: E164 | null;
  username: Username | null;
  hiddenSince: number | null;
  phones: { value: E164; role: 'current' | 'hidden' | 'changed' | 'released'; from: number; until: number | null }[];
}

/**
 * The phone where the person's latest act carried it or no username is known; else the username; else the profile name; else
 * "WhatsApp user" with a short tag of our own, made from the contact's random id.
 */
export function present(state: State, holder: Holder): Presentation {
  const leases = state.leases.filter((lease) => lease.holderId === holder.id).sort((a, b) => compare(b.from, a.from));
  const live = leases.find((lease) => lease.until === null) ?? null;
  const name = nameOf(state, holder);
  const identifier = identifierOf(holder, name, live?.phone ?? null);
  return {
    displayName: name ?? (identifier.kind === 'username' ? `@${identifier.value}` : identifier.value),
    name,
    identifier,
    phone: live?.phone ?? null,
    username: holder.username,
    hiddenSince: holder.hiddenSince,
    phones: leases.map((lease) => ({
      value: lease.phone,
      role: roleOf(lease, holder),
      from: lease.from.at,
      until: lease.until?.at ?? null,
    })),
  };
}

/** What somebody is called: the last word of people's on it, else what WhatsApp shows. */
export function nameOf(state: State, holder: Holder): string | null {
  if (state.words.length === 0) return holder.name;
  const word = standing(state.words).findLast(
    (one) => one.kind === 'rename' && one.about.some((anchor) => holderAt(state, anchor) === holder.id),
  );
  return word?.kind === 'rename' ? word.name : holder.name;
}

/**
 * A contact of one or of several: shown as the one last heard from, with everybody's numbers. Undefined where nobody of this
 * neighborhood belongs to it.
 */
export function presentContact(state: State, contactId: ContactId): (Presentation & { of: Holder }) | undefined {
  const holders = state.holders.filter((holder) => holder.contactId === contactId).sort(byLastHeard);
  const [of, ...others] = holders;
  if (!of) return undefined;
  const shown = present(state, of);
  const phones = [shown, ...others.map((holder) => present(state, holder))].flatMap((one) => one.phones);
  return { ...shown, of, phones: phones.sort((a, b) => b.from - a.from) };
}

function byLastHeard(a: Holder, b: Holder): number {
  if (a.heard && b.heard) return compare(b.heard, a.heard);
  return Number(b.heard !== null) - Number(a.heard !== null) || compare(b.last, a.last);
}

/** A number counts only while it is theirs: one that went to somebody else is in the details, not in the name. */
function identifierOf(holder: Holder, name: string | null, live: E164 | null): Presentation['identifier'] {
  if (live && (holder.hiddenSince === null || !holder.username)) return { kind: 'phone', value: live };
  if (holder.username) return { kind: 'username', value: holder.username };
  if (name) return { kind: 'name', value: name };
  return { kind: 'none', value: `WhatsApp user ${tagOf(holder.contactId)}` };
}

function roleOf(lease: Lease, holder: Holder): Presentation['phones'][number]['role'] {
  if (lease.ended === 'taken') return 'released';
  if (lease.ended) return 'changed';
  return holder.hiddenSince === null ? 'current' : 'hidden';
}

function tagOf(contactId: ContactId): string {
  return contactId.replaceAll('-', '').slice(-4);
}
