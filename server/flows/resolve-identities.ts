// Evidence in, people out: loads the neighborhoods the evidence touches, lets the resolver decide, saves what changed.
// The caller holds the portfolio's lane, so nobody else decides about these people meanwhile.

import {
  type ContactId,
  decidedUnder,
  type Evidence,
  extend,
  type Group,
  group,
  type HolderId,
  holderOf,
  type IdentifierKey,
  identifiersOf,
  needsHistory,
  type Policy,
  type PortfolioId,
  type Position,
  type Resolution,
  refold,
  type State,
  union,
  type Whereabouts,
} from '@throughline/identity';
import { historyOf, knownEvidence, neighborhoodsOf, statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { contactsChanged } from '../contacts/rules-changed.ts';
import type { Settled } from '../contacts/settled.ts';
import { settle } from '../contacts/store.ts';
import type { Transaction } from '../db/connect.ts';
import { append } from '../events/store.ts';
import { mayMove, moveThreads } from './move-threads.ts';
import { contactEvents } from './rules-contact-events.ts';
import type { Tools } from './tools.ts';

export interface Resolved {
  /** Whose an item with these identifiers is, at this place in event order. */
  holderOf(party: Whereabouts, position: Position): HolderId | undefined;
  contactOf(holder: HolderId): ContactId | undefined;
  /** Contacts of whom something is otherwise than before, for whoever shows them. */
  changedContacts: ReadonlySet<ContactId>;
  /** Threads that took over items or gave them up. */
  changedThreads: ReadonlySet<string>;
  /** Whether there are questions for people here that were not there before. */
  asks: boolean;
}

export async function resolveIdentities(
  ...[tx, portfolioId, evidence, policy, tools]: Parameters<typeof startResolving>
): Promise<Resolved> {
  const { resolved, saved } = await startResolving(tx, portfolioId, evidence, policy, tools);
  await saved;
  return resolved;
}

/**
 * What was decided, while it is being saved: statements sent from now on run behind those that save it. Where threads move it is saved first,
 * since that changes what follows.
 */
export async function startResolving(
  tx: Transaction,
  portfolioId: PortfolioId,
  evidence: readonly Evidence[],
  policy: Policy,
  tools: Tools,
): Promise<{ resolved: Resolved; saved: Promise<unknown> }> {
  const considered = await consider(tx, portfolioId, evidence, policy, tools);
  const { settled } = considered;
  if (mayMove(settled)) {
    const changedThreads = await save(tx, portfolioId, settled, tools);
    return { resolved: lookups(considered, policy, changedThreads), saved: Promise.resolve() };
  }
  // First what could fail by itself: once it is under way, whoever gets it must wait for it.
  const resolved = lookups(considered, policy, new Set());
  return { resolved, saved: save(tx, portfolioId, settled, tools) };
}

/** What the evidence comes to, with what it was decided from. Reads only. */
export interface Considered {
  known: ReadonlyMap<IdentifierKey, NeighborhoodId>;
  states: ReadonlyMap<NeighborhoodId, State>;
  settled: Settled[];
}

export async function consider(
  tx: Transaction,
  portfolioId: PortfolioId,
  evidence: readonly Evidence[],
  policy: Policy,
  tools: Tools,
): Promise<Considered> {
  const keys = [...new Set(evidence.flatMap((one) => identifiersOf(one, policy)))];
  const [known, told] = await Promise.all([
    neighborhoodsOf(tx, portfolioId, keys),
    knownEvidence(
      tx,
      portfolioId,
      evidence.map((one) => one.id),
    ),
  ]);
  const states = await statesOf(tx, portfolioId, [...new Set(known.values())]);
  const groups = group(
    evidence.filter((one) => !told.has(one.id)),
    known,
    policy,
  );
  const settled = await decide(tx, portfolioId, { groups, known, states, policy, tools });
  return { known, states, settled };
}

/** Answers the threads that changed. */
export async function save(
  tx: Transaction,
  portfolioId: PortfolioId,
  settled: readonly Settled[],
  tools: Tools,
): Promise<Set<string>> {
  // Before anything else is told of, though it is written at the end: who somebody is comes before what they said.
  append(tx, portfolioId, contactEvents(settled, tools.clock()));
  await settle(tx, portfolioId, settled, tools.newId);
  return await moveThreads(tx, portfolioId, settled, tools);
}

interface Deciding {
  groups: Group<NeighborhoodId>[];
  known: ReadonlyMap<IdentifierKey, NeighborhoodId>;
  states: ReadonlyMap<NeighborhoodId, State>;
  policy: Policy;
  tools: Tools;
}

async function decide(
  tx: Transaction,
  portfolioId: PortfolioId,
  { groups, known, states, policy, tools }: Deciding,
): Promise<Settled[]> {
  const rules = { policy, ids: { holder: () => tools.newId() as HolderId, contact: () => tools.newId() as ContactId } };
  const word = decidedUnder(policy);
  const cases = groups.map((one) => {
    const before = union(one.neighborhoods.flatMap((id) => states.get(id) ?? []));
    return { ...one, before, late: needsHistory(before, one.arrivals) };
  });
  const late = cases.filter((one) => one.late).flatMap((one) => one.neighborhoods);
  const history = Map.groupBy(
    late.length > 0 ? await historyOf(tx, portfolioId, late) : [],
    (one) => one.neighborhoodId,
  );
  return cases.map(({ neighborhoods, arrivals, identifiers, before, late: isLate }) => {
    const said = neighborhoods.flatMap((id) => history.get(id) ?? []);
    // What was packed and came again is told apart only here.
    const told = new Set(said.map((one) => one.id));
    const fresh = arrivals.filter((one) => !told.has(one.id));
    const resolution: Resolution = isLate
      ? refold([...said, ...fresh], before, rules)
      : extend(before, arrivals, rules);
    const [id = tools.newId() as NeighborhoodId, ...absorbed] = neighborhoods;
    const { state: after, notices, reviews, refolded, retired } = resolution;
    const decision = { before, after, notices, reviews, refolded, retired, decidedUnder: word };
    return { id, absorbed, identifiers, stored: known, evidence: fresh, ...decision };
  });
}

function lookups(
  { known, states, settled }: Considered,
  policy: Policy,
  changedThreads: ReadonlySet<string>,
): Resolved {
  const stateOf = new Map<IdentifierKey, State>();
  const decided = new Map(settled.flatMap(({ id, absorbed, after }) => [id, ...absorbed].map((one) => [one, after])));
  for (const [key, id] of known) {
    const state = decided.get(id) ?? states.get(id);
    if (state) stateOf.set(key, state);
  }
  for (const { identifiers, after } of settled) for (const key of identifiers) stateOf.set(key, after);
  const contacts = new Map<HolderId, ContactId>();
  for (const state of stateOf.values()) for (const holder of state.holders) contacts.set(holder.id, holder.contactId);
  return {
    holderOf(party, position) {
      // Account before phone, as holderOf looks: of an old history the phone is no evidence, and may be somebody else's by now.
      const { phone, ...names } = party;
      for (const key of [names, { phone }].flatMap((part) => identifiersOf(asked(part), policy))) {
        const state = stateOf.get(key);
        const holder = state && holderOf(state, party, position);
        if (holder) return holder;
      }
      return undefined;
    },
    contactOf: (holder) => contacts.get(holder),
    changedContacts: contactsChanged(settled),
    changedThreads,
    asks: settled.some(({ reviews, refolded }) => reviews.length > 0 || refolded),
  };
}

function asked({ phone, bsuid, parent }: { [Kind in keyof Whereabouts]: Whereabouts[Kind] | undefined }): Evidence {
  const party = { ...(phone && { phone }), ...(bsuid && { bsuid }), ...(parent && { parent }) };
  return { kind: 'seen-together', id: '' as Evidence['id'], at: 0, by: 'customer', ...party };
}
