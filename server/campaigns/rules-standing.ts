// Whose a number is now, as far as a campaign may rely on it: who wrote a list meant somebody, and a number in new hands is not
// that person's any more. Pure.

import {
  type ContactId,
  compare,
  currentBsuid,
  type E164,
  type HolderId,
  type Lease,
  type PhoneKey,
  type State,
} from '@throughline/identity';

export type Standing =
  /** Nobody we know has or had it. */
  | { kind: 'unknown' }
  | { kind: 'held'; holderId: HolderId; contactId: ContactId; phone: E164 }
  /** It went from one person to another, or nobody knows to whom. `contactId`: who had it. */
  | { kind: 'moved'; contactId: ContactId; why: 'left' | 'taken' | 'doubted'; at: number };

/**
 * `freshMs`: for how long after a number has changed hands a list is taken to mean who had it before. After that it means who has it.
 */
export function standingOf(
  state: State | undefined,
  key: PhoneKey,
  { now, freshMs }: { now: number; freshMs: number },
): Standing {
  const leases = (state?.leases ?? []).filter((lease) => lease.key === key).sort((a, b) => compare(a.from, b.from));
  const last = leases.at(-1);
  if (!state || !last) return { kind: 'unknown' };
  const contactOf = (lease: Lease) => state.holders.find(({ id }) => id === lease.holderId)?.contactId;
  const contactId = contactOf(last);
  if (contactId === undefined) return { kind: 'unknown' };
  if (last.until !== null) return { kind: 'moved', contactId, why: 'left', at: last.until.at };
  if (last.doubted) return { kind: 'moved', contactId, why: 'doubted', at: last.last.at };
  const before = leases.findLast((lease) => lease !== last && contactOf(lease) !== contactId);
  const formerContact = before && contactOf(before);
  if (formerContact && now - last.from.at < freshMs)
    return { kind: 'moved', contactId: formerContact, why: 'taken', at: last.from.at };
  return { kind: 'held', holderId: last.holderId, contactId, phone: last.phone };
}

/** Of a contact: the accounts it is made of, the one last heard of first, and whether each has an id to be written to by. */
export function accountsOf(state: State, contactId: ContactId): { holderId: HolderId; addressable: boolean }[] {
  return state.holders
    .filter((holder) => holder.contactId === contactId)
    .sort((a, b) => compare(b.last, a.last))
    .map(({ id }) => ({ holderId: id, addressable: currentBsuid(state, id) !== undefined }));
}
