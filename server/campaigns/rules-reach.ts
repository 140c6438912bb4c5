// Whether a row is sent to, by what, and why not: a table of reasons in the order in which they count. Pure.

import type { Reach } from '@throughline/contract';
import type { ContactId, HolderId } from '@throughline/identity';
import { kept, type Sentence, sentence } from '../words/sentence.ts';
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
  /** Somebody erased had it, and nobody is known to have it since. */
  erased: boolean;
  restrictions: Restrictions | undefined;
  /** What the template lacks for this row, in a sentence. */
  missing: string | null;
}

export function reachByPhone({ standing, ownNumber, erased, restrictions, missing }: PhoneRow): Decided {
  if (ownNumber) return refused('own_number');
  if (standing.kind === 'moved') return refused('number_moved', movedWords(standing), standing.contactId);
  // Their wish not to be written to was erased with them, so a list from before would reach them again.
  if (erased) return refused('do_not_contact', sentence('reach.erased'));
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
    return refused('bsuid_needs_relationship', sentence('reach.bsuid_needs_relationship.policy'), contactId);
  if (!row.related || !row.addressable)
    return refused('bsuid_needs_relationship', sentence('reach.bsuid_needs_relationship.stranger'), contactId);
  if (row.missing !== null) return refused('value_missing', row.missing, contactId);
  return { reach: 'account', why: null, holderId, contactId };
}

function refused(
  reach: Exclude<Reach, 'phone' | 'account'>,
  why: Sentence | string | null = null,
  contactId: ContactId | null = null,
): Decided {
  return { reach, why: typeof why === 'object' && why ? kept(why) : why, holderId: null, contactId };
}

/** The strongest first: a block is refused by WhatsApp itself. */
function restrictionOf(restrictions: Restrictions | undefined): 'blocked' | 'do_not_contact' | 'opted_out' | undefined {
  if (restrictions?.blocked) return 'blocked';
  if (restrictions?.doNotContact) return 'do_not_contact';
  return restrictions?.marketingStopped ? 'opted_out' : undefined;
}

function movedWords({ why, at }: Extract<Standing, { kind: 'moved' }>): Sentence {
  return why === 'doubted'
    ? sentence('reach.number_moved.doubted')
    : sentence(`reach.number_moved.${why}`, { since: new Date(at) });
}

/** The reason in a sentence; null where nothing stands in the way. */
export function reachSentence(reach: Reach | null): Sentence | null {
  return reach === null || reach === 'phone' || reach === 'account' ? null : sentence(`reach.${reach}`);
}
