// What a row of the case table comes to, in the words of the table.

import { replyAddress } from '../addresses.ts';
import { type Case, letters, spelled } from '../given.testing.ts';
import { contacts, type Ledger, lineOf, notices, people, reviews } from '../ledger.testing.ts';
import { present } from '../presentation.ts';
import type { Holder, State } from '../state.ts';

type Outcome = Pick<Case, 'people' | 'notices' | 'reviews' | 'contacts' | 'whose' | 'replies' | 'shown'>;

/** What the row expects, in a form to compare. */
export function expected({ people, notices, reviews, contacts, whose, replies, shown }: Case): Outcome {
  return {
    people: people.map(spelled).sort(),
    notices: (notices ?? []).map(spelled).sort(),
    reviews: (reviews ?? []).map(spelled).sort(),
    contacts: [...(contacts ?? [])].sort(),
    ...(whose && { whose }),
    ...(replies && { replies }),
    ...(shown && { shown }),
  };
}

/** What is the case in the ledger, of what the row speaks of. */
export function outcome(row: Case, ledger: Ledger): Outcome {
  const found = row.people.map((line) => personOf(ledger, line));
  return {
    people: people(ledger).map(spelled).sort(),
    notices: notices(ledger).map(spelled).sort(),
    reviews: reviews(ledger).map(spelled).sort(),
    contacts: contacts(ledger),
    ...(row.whose && { whose: row.given.map((evidence) => letterOf(row, ledger, evidence)).join(' ') }),
    ...(row.replies && { replies: found.map((person) => person && replyOf(person)) as string[] }),
    ...(row.shown && { shown: found.map((person) => person && shownOf(person)) as string[] }),
  };
}

interface Person {
  state: State;
  holder: Holder;
}

function personOf(ledger: Ledger, line: string): Person | undefined {
  return ledger
    .all()
    .flatMap(({ state }) => state.holders.map((holder) => ({ state, holder })))
    .find(({ state, holder }) => isLine(line, state, holder.id));
}

function letterOf(row: Case, ledger: Ledger, evidence: Case['given'][number]): string {
  const state = ledger.stateOf(evidence);
  const id = ledger.holderOf(evidence);
  if (!state || !id) return '-';
  return letters[row.people.findIndex((line) => isLine(line, state, id))] ?? '-';
}

function isLine(line: string, state: State, id: Holder['id']): boolean {
  return spelled(lineOf(state, id)) === spelled(line);
}

function replyOf({ state, holder }: Person): string {
  const address = replyAddress(state, holder.id);
  if (address.kind === 'held') return `held: ${address.reason}`;
  const to = address.kind === 'phone' ? spelled(address.phone) : address.bsuid.split('.').at(-1);
  return `to ${to}: ${address.reason}`;
}

function shownOf({ state, holder }: Person): string {
  const { identifier, phones } = present(state, holder);
  const marks = {
    phone: spelled(identifier.value),
    username: `@${identifier.value}`,
    name: identifier.value,
    none: 'a tag',
  };
  return [marks[identifier.kind], ...phones.map(({ value, role }) => `${spelled(value)} ${role}`)].join(', ');
}
