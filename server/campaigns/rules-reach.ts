// Whether a row is sent to, by what, and why not: a table of reasons in the order in which they count. Pure.

import type { Reach } from '@throughline/contract';
import type { ContactId, HolderId } from '@throughline/identity';
import type { Standing } from './rules-standing.ts';

/** What a person, or somebody for them, has said; under any id of theirs. */
export interface Restrictions {
  marketingStopped: boolean;
  doNotContact: boolean;
  /** On the number the campaign is sent from. */
  blocked: boolean;
}

export type Decided =
  | { reach: 'phone' | 'account'; why: null; holderId: HolderId | null; contactId: ContactId | null }
  | { reach: Exclude<Reach, 'phone' | 'account'>; why: string | null; holderId: null; contactId: ContactId | null };

export interface PhoneRow {
  standing: Standing;
  ownNumber: boolean;
  restrictions: Restrictions | undefined;
  /** What the template lacks for this row, in a sentence. */
  missing: string | null;
}

export function reachByPhone({ standing, ownNumber, restrictions, missing }: PhoneRow): Decided {
  if (ownNumber) return refused('own_number');
  if (standing.kind === 'moved') return refused('number_moved', movedWords(standing), standing.contactId);
  const contactId = standing.kind === 'held' ? standing.contactId : null;
  const restriction = restrictionOf(restrictions);
  if (restriction) return refused(restriction, null, contactId);
  if (missing !== null) return refused('value_missing', missing, contactId);
  return { reach: 'phone', why: null, holderId: standing.kind === 'held' ? standing.holderId : null, contactId };
}

export interface AccountRow {
  holderId: HolderId;
  contactId: ContactId;
  /** Whether an account of theirs can be written to at all. */
  addressable: boolean;
  /** Whether they have a conversation with the business number. */
  related: boolean;
  /** What the portfolio chose. */
  accountOnly: 'refuse' | 'send';
  needsPhone: boolean;
  restrictions: Restrictions | undefined;
  missing: string | null;
}

/** A person without a number that is theirs now. */
export function reachByAccount(row: AccountRow): Decided {
  const { holderId, contactId } = row;
  const restriction = restrictionOf(row.restrictions);
  if (restriction) return refused(restriction, null, contactId);
  if (row.needsPhone) return refused('needs_phone', null, contactId);
  if (row.accountOnly === 'refuse')
    return refused(
      'bsuid_needs_relationship',
      'Only the WhatsApp account of this person is known, and campaigns here go to numbers only.',
      contactId,
    );
  if (!row.related || !row.addressable)
    return refused(
      'bsuid_needs_relationship',
      'Only the WhatsApp account of this person is known, and they have no conversation with this business number yet.',
      contactId,
    );
  if (row.missing !== null) return refused('value_missing', row.missing, contactId);
  return { reach: 'account', why: null, holderId, contactId };
}

function refused(
  reach: Exclude<Reach, 'phone' | 'account'>,
  why: string | null = null,
  contactId: ContactId | null = null,
): Decided {
  return { reach, why, holderId: null, contactId };
}

/** The strongest first: a block is refused by WhatsApp itself. */
function restrictionOf(restrictions: Restrictions | undefined): 'blocked' | 'do_not_contact' | 'opted_out' | undefined {
  if (restrictions?.blocked) return 'blocked';
  if (restrictions?.doNotContact) return 'do_not_contact';
  return restrictions?.marketingStopped ? 'opted_out' : undefined;
}

function movedWords({ why, at }: Extract<Standing, { kind: 'moved' }>): string {
  const day = new Date(at).toISOString().slice(0, 10);
  switch (why) {
    case 'left':
      return `The person who had this number no longer has it, since ${day}. Who has it now is not known.`;
    case 'taken':
      return `This number belongs to another WhatsApp account since ${day}. Nothing meant for the one is sent to the other.`;
    case 'doubted':
      return 'A message to this number reached another WhatsApp account than the one known by it.';
  }
}

const sentences: Readonly<Record<Exclude<Reach, 'phone' | 'account'>, string>> = {
  not_a_number: 'This is not a phone number.',
  duplicate_row: 'The same number stands in an earlier row.',
  duplicate_person: 'An earlier row is for the same person, by another number.',
  username_not_addressable: 'WhatsApp delivers to numbers, never to a username.',
  bsuid_needs_relationship: 'Only the WhatsApp account of this person is known, and campaigns go by number.',
  number_moved: 'This number is no longer that person’s.',
  own_number: 'This number belongs to the business itself.',
  opted_out: 'This person does not want marketing messages.',
  do_not_contact: 'This person is not to be written to, unless they write first.',
  blocked: 'This person is blocked on the business number.',
  value_missing: 'Something the template needs is missing in this row.',
  needs_phone: 'This template can be delivered to phone numbers only, and no number of this person is known.',
};

/** The reason in a sentence; null where nothing stands in the way. */
export function reachSentence(reach: Reach | null): string | null {
  return reach === null || reach === 'phone' || reach === 'account' ? null : sentences[reach];
}
