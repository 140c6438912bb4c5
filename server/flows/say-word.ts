// What all words of people's share: decided by the same fold as everything else, saved, and told to whoever is looking. The caller
// holds the portfolio's lane, unless it only wants to know what would happen: then nothing is written.

import {
  type ContactId,
  type EvidenceId,
  type HolderId,
  type Policy,
  type PortfolioId,
  type State,
  union,
  type Word,
} from '@throughline/identity';
import { record } from '../changes/store.ts';
import { currentContactId } from '../contacts/find.ts';
import { statesOfContacts } from '../contacts/load.ts';
import { concernedContacts, type Refusal } from '../contacts/rules-words.ts';
import { threadCounts, threadIdsOf } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { policyOf } from '../numbers/policy.ts';
import { threadsAfter } from './move-threads.ts';
import { type Considered, consider, save } from './resolve-identities.ts';
import type { Tools } from './tools.ts';

export interface Saying {
  portfolioId: PortfolioId;
  actor: { id: string; name: string };
  reason: string;
  /** Only tell what would happen. */
  dryRun: boolean;
  /** The program's; what the portfolio chose is added to it. */
  policy: Policy;
  tools: Tools;
}

export interface Spoken {
  portfolioId: PortfolioId;
  applied: boolean;
  /** null where it was refused. */
  word: Word | null;
  refused: Refusal | null;
  before: State;
  after: State;
  /** Whom it concerns: of each state, by contact. */
  concerned: { before: ContactId[]; after: ContactId[] };
  threads: { before: ReadonlyMap<HolderId, number>; after: ReadonlyMap<HolderId, number> };
}

/**
 * Everybody around these contacts, as they are; nobody else changes it until the transaction ends, where it is to be changed. The
 * contacts in their order, each by its id of now: somebody may have put them together before the lane was ours.
 */
export async function around<Ids extends readonly ContactId[]>(
  tx: Transaction,
  contacts: readonly [...Ids],
  { portfolioId, dryRun }: Pick<Saying, 'portfolioId' | 'dryRun'>,
): Promise<{ state: State; contacts: { [Place in keyof Ids]: ContactId } }> {
  if (!dryRun) await lockLane(tx, portfolioId);
  const now = await Promise.all(contacts.map((id) => currentContactId(tx, [portfolioId], id)));
  const ids = contacts.map((id, i) => now[i]?.id ?? id);
  const found = await statesOfContacts(tx, portfolioId, ids);
  const states = new Map([...found.values()].map((one) => [one.id, one.state]));
  return { state: union([...states.values()]), contacts: ids as { [Place in keyof Ids]: ContactId } };
}

/** What every word has. Words of one neighborhood never share a moment: their order decides. */
export function spokenNow(state: State, { actor, reason, tools }: Saying) {
  const last = Math.max(0, ...state.words.map((word) => word.at));
  const { id, name } = actor;
  return { id: tools.newId() as EvidenceId, at: Math.max(tools.clock(), last + 1), actor: { id, name }, reason };
}

export async function refuse(
  tx: Transaction,
  state: State,
  contacts: readonly ContactId[],
  { refused, saying }: { refused: Refusal; saying: Saying },
): Promise<Spoken> {
  const { portfolioId } = saying;
  const holders = state.holders.filter(({ contactId }) => contacts.includes(contactId)).map(({ id }) => id);
  const counts = await threadCounts(tx, portfolioId, holders);
  const concerned = { before: [...contacts], after: [...contacts] };
  const threads = { before: counts, after: counts };
  return { portfolioId, applied: false, word: null, refused, before: state, after: state, concerned, threads };
}

/** `hasEffect` looks at what it would come to: where it says no, nothing is said. */
export async function sayWord(
  tx: Transaction,
  word: Word,
  saying: Saying,
  hasEffect: (before: State, after: State) => boolean = () => true,
): Promise<Spoken> {
  const { portfolioId, dryRun, tools } = saying;
  const policy = await policyOf(tx, portfolioId, saying.policy);
  const considered = await consider(tx, portfolioId, [word], policy, tools);
  const { settled } = considered;
  const before = union(settled.map((one) => one.before));
  const after = union(settled.map((one) => one.after));
  const concerned = concernedContacts(before, after, word);
  if (!hasEffect(before, after))
    return await refuse(tx, before, concerned.before, { refused: { code: 'no_effect' }, saying });
  const threadsBefore = await threadCounts(tx, portfolioId, holdersOf(before));
  const planned = await threadsAfter(tx, portfolioId, settled, tools);
  if (!dryRun) await apply(tx, word, saying, { considered, before, after, concerned });
  const counted = dryRun ? planned : await threadCounts(tx, portfolioId, holdersOf(after));
  const threads = { before: threadsBefore, after: counted };
  return { portfolioId, applied: !dryRun, word, refused: null, before, after, concerned, threads };
}

const holdersOf = (state: State): HolderId[] => state.holders.map((holder) => holder.id);

interface Decided {
  considered: Considered;
  before: State;
  after: State;
  concerned: Spoken['concerned'];
}

async function apply(
  tx: Transaction,
  word: Word,
  { portfolioId, tools }: Saying,
  { considered, before, after, concerned }: Decided,
): Promise<void> {
  const changedThreads = await save(tx, portfolioId, considered.settled, tools);
  const contacts = new Set([...concerned.before, ...concerned.after]);
  const holders = [...before.holders, ...after.holders].filter((holder) => contacts.has(holder.contactId));
  const threads = await threadIdsOf(
    tx,
    portfolioId,
    holders.map((holder) => holder.id),
  );
  const contactOf = new Map(after.holders.map((holder) => [holder.id, holder.contactId]));
  const contactOfThread = new Map(threads.map(({ id, holderId }) => [id, contactOf.get(holderId)]));
  await record(tx, portfolioId, [
    ...[...contacts].map((id) => ({ kind: 'contact' as const, subjectId: id, contactId: id })),
    ...[...new Set([...contactOfThread.keys(), ...changedThreads])].map((id) => {
      const contactId = contactOfThread.get(id);
      return { kind: 'conversation' as const, subjectId: id, ...(contactId && { contactId }) };
    }),
    { kind: 'review', subjectId: word.id },
  ]);
}
