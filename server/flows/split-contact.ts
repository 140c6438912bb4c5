// Somebody says that a contact is not one person: an account is taken out of it, or two that a machine joined are told apart.

import { anchorOf, type ContactId, type HolderId, holderAt, joinAt, refold, type State } from '@throughline/identity';
import { historyOf, statesOfContacts } from '../contacts/load.ts';
import { membersOf } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { policyOf } from '../numbers/policy.ts';
import { around, refuse, type Saying, type Spoken, sayWord, spokenNow } from './say-word.ts';

export type SplitAt = { kind: 'account'; id: string } | { kind: 'step'; id: string };

export async function splitContact(
  tx: Transaction,
  { contactId: named, at }: { contactId: ContactId; at: SplitAt },
  saying: Saying,
): Promise<Spoken> {
  const { state, contacts } = await around(tx, [named], saying);
  const [contactId] = contacts;
  return at.kind === 'account'
    ? await takeOut(tx, state, { contactId, account: at.id }, saying)
    : await tellApart(tx, state, { contactId, step: at.id }, saying);
}

async function takeOut(
  tx: Transaction,
  state: State,
  { contactId, account }: { contactId: ContactId; account: string },
  saying: Saying,
): Promise<Spoken> {
  const members = membersOf(state, contactId);
  const own = members.find(({ id, ownContactId }) => ownContactId === account || id === account);
  const a = own && anchorOf(state, own.id);
  if (!own || !a) return await refuse(tx, state, [contactId], { refused: { code: 'account_unknown' }, saying });
  const others = members.filter(({ id }) => id !== own.id);
  if (others.length === 0) return await refuse(tx, state, [contactId], { refused: { code: 'alone' }, saying });
  const from = others.flatMap(({ id }) => anchorOf(state, id) ?? []);
  const word = { kind: 'split' as const, ...spokenNow(state, saying), a, from };
  return await sayWord(tx, word, saying);
}

/** A machine's join is told apart by a mark that keeps it from joining them again. What each wrote goes to its own thread. */
async function tellApart(
  tx: Transaction,
  state: State,
  { contactId, step }: { contactId: ContactId; step: string },
  saying: Saying,
): Promise<Spoken> {
  const decided = await decidedAgain(tx, contactId, saying);
  const joined = decided && joinAt(decided, step);
  const whose = joined && holderAt(state, joined.b);
  const isTheirs = membersOf(state, contactId).some(({ id }) => id === whose);
  if (!joined || !isTheirs) return await refuse(tx, state, [contactId], { refused: { code: 'step_unknown' }, saying });
  const { a, b } = joined;
  return await sayWord(tx, { kind: 'never-merge', ...spokenNow(state, saying), a, b }, saying, (_before, after) => {
    const sides = [holderAt(after, a), holderAt(after, b)];
    return sides[0] !== undefined && sides[0] !== sides[1];
  });
}

async function decidedAgain(tx: Transaction, contactId: ContactId, { portfolioId, policy, tools }: Saying) {
  const found = (await statesOfContacts(tx, portfolioId, [contactId])).get(contactId);
  if (!found) return undefined;
  const ids = { holder: () => tools.newId() as HolderId, contact: () => tools.newId() as ContactId };
  const rules = { policy: await policyOf(tx, portfolioId, policy), ids };
  return refold(await historyOf(tx, portfolioId, [found.id]), found.state, rules);
}
