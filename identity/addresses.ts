// Where a send goes, and why. Never the contact's numbers: the conversation's own identity, or its attested successor (C1).

import { compare } from './evidence.ts';
import type { Bsuid, E164 } from './identifiers.ts';
import type { HolderId, State } from './state.ts';

/** `to` takes the phone, `recipient` the BSUID; never both in one request (Meta, "Business-scoped user IDs", revision 2026-06-29). */
export type Address =
  | { kind: 'phone'; phone: E164; reason: 'phone_live' }
  | { kind: 'bsuid'; bsuid: Bsuid; reason: 'phone_hidden' | 'phone_ended' | 'phone_doubted' };

export type AddressChoice = Address | { kind: 'held'; reason: 'address_lost' };

/**
 * The address of a reply. The phone while its lease is live, because messaging a phone keeps it visible to the business; else
 * the account's current BSUID; else nothing: the number this thread knew belongs to somebody else now, or may.
 */
export function replyAddress(state: State, holder: HolderId): AddressChoice {
  const lease = state.leases.find((own) => own.holderId === holder && own.until === null);
  if (lease && !lease.doubted) return { kind: 'phone', phone: lease.phone, reason: 'phone_live' };
  const bsuid = currentBsuid(state, holder);
  if (!bsuid) return { kind: 'held', reason: 'address_lost' };
  const everHeld = state.leases.some((own) => own.holderId === holder);
  return { kind: 'bsuid', bsuid, reason: lease ? 'phone_doubted' : everHeld ? 'phone_ended' : 'phone_hidden' };
}

/** The BSUID no rotation has superseded; among several, the one seen last. Parent BSUIDs are never an address here. */
export function currentBsuid(state: State, holder: HolderId): Bsuid | undefined {
  const current = state.names.filter(
    (name) => name.holderId === holder && name.kind === 'bsuid' && name.until === null,
  );
  return current.sort((a, b) => compare(b.seen, a.seen))[0]?.value as Bsuid | undefined;
}
