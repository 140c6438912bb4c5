// Is what is stored what the evidence comes to? Every difference is a value, with a sentence that names nobody: contacts by our own
// id, fields by their names, never a number, a name or an account id.

import {
  type ContactId,
  type HolderId,
  isSettled,
  type Notice,
  type Resolution,
  type Review,
  type State,
} from '@throughline/identity';
import { type ContactRow, contactRowsOf } from './rows.ts';

export interface Stored {
  state: State;
  notices: readonly Notice[];
  reviews: readonly ReviewStored[];
  contacts: readonly ContactRow[];
}

/** A question as it is stored: with whether people have answered it. */
export type ReviewStored = Review & { settled: boolean };

export interface Difference {
  subject: keyof typeof words;
  how: 'missing' | 'left_over' | 'differs';
  contactId: ContactId | null;
  /** Where it differs: the fields, by name. */
  fields: string[];
  sentence: string;
}

/** What stands and should not, should stand and does not, or stands otherwise. None where all is as the evidence has it. */
export function differencesOf(stored: Stored, folded: Resolution): Difference[] {
  const { state } = folded;
  const holders = [...stored.state.holders, ...state.holders];
  const contacts = new Map(holders.map((holder) => [holder.id, holder.contactId]));
  const contactOf = (id: HolderId) => contacts.get(id) ?? null;
  const ofHolder = ({ holderId }: { holderId: HolderId }) => contactOf(holderId);
  return [
    ...compareSets(
      'person',
      [stored.state.holders, state.holders],
      (one) => one.id,
      (one) => one.contactId,
    ),
    ...compareSets('account', [stored.state.names, state.names], (one) => one.value, ofHolder),
    ...compareSets(
      'number',
      [stored.state.leases, state.leases],
      ({ key, from }) => `${key} ${from.at} ${from.tie}`,
      ofHolder,
    ),
    ...compareSets(
      'notice',
      [stored.notices, folded.notices],
      ({ evidenceId, fact, holderId }) => `${evidenceId} ${fact.type} ${holderId}`,
      ofHolder,
    ),
    ...compareSets(
      'review',
      [stored.reviews, folded.reviews.map((review) => ({ ...review, settled: isSettled(state, review) }))],
      ({ evidenceId, type, holderId }) => `${evidenceId} ${type} ${holderId}`,
      ofHolder,
    ),
    ...compareSets(
      'contact',
      [stored.contacts, contactRowsOf(state)],
      (one) => one.id,
      (one) => one.id,
    ),
    ...compareSets(
      'position',
      [[{ last: stored.state.last }], [{ last: state.last }]],
      () => '',
      () => null,
    ),
  ];
}

const words = {
  person: 'what is known of the person',
  account: 'an account id of theirs',
  number: 'when they had a number',
  notice: 'a notice in their threads',
  review: 'a question about them',
  contact: 'what agents see of them',
  position: 'how far the evidence was taken in',
  identifier: 'an identifier that leads to them',
  neighborhood: 'that they belong together with others',
};

export function difference(
  subject: Difference['subject'],
  how: Difference['how'],
  contactId: ContactId | null,
  fields: string[] = [],
): Difference {
  const who = contactId ? `Contact ${contactId}` : 'Somebody';
  const what = words[subject];
  const which = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  const sentence = {
    missing: `${who}: ${what} is not stored.`,
    left_over: `${who}: ${what} is stored, and the evidence does not say so.`,
    differs: `${who}: ${what} is stored otherwise than the evidence says${which}.`,
  }[how];
  return { subject, how, contactId, fields, sentence };
}

function compareSets<T extends object>(
  subject: Difference['subject'],
  [stored, folded]: [readonly T[], readonly T[]],
  keyOf: (one: T) => string,
  contactOf: (one: T) => ContactId | null,
): Difference[] {
  const before = new Map(stored.map((one) => [keyOf(one), one]));
  const after = new Map(folded.map((one) => [keyOf(one), one]));
  const leftOver = [...before].filter(([key]) => !after.has(key));
  return [
    ...leftOver.map(([, one]) => difference(subject, 'left_over', contactOf(one))),
    ...[...after].flatMap(([key, one]) => {
      const old = before.get(key);
      if (!old) return [difference(subject, 'missing', contactOf(one))];
      const fields = differingFields(old, one);
      return fields.length > 0 ? [difference(subject, 'differs', contactOf(one), fields)] : [];
    }),
  ];
}

function differingFields(a: object, b: object): string[] {
  const [one, other] = [a, b].map((value) => new Map(Object.entries(value)));
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...names].filter((name) => canonical(one?.get(name)) !== canonical(other?.get(name)));
}

/** JSON with keys in one order: jsonb gives them back in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}
