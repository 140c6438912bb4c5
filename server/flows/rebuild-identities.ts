// From the beginning: everything said of some neighborhoods is folded again and compared with what is stored. Looking changes nothing;
// mending saves what the evidence comes to, by the way every decision is saved.

import {
  type ContactId,
  decidedUnder,
  type Evidence,
  type HolderId,
  type IdentifierKey,
  identifiersOf,
  type Policy,
  type PortfolioId,
  type Resolution,
  refold,
  type State,
  union,
} from '@throughline/identity';
import { record } from '../changes/store.ts';
import { historyOf, neighborhoodsOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { markDecided, outdatedNeighborhoods, sampledNeighborhoods, storedOf } from '../contacts/rebuild.ts';
import { type Difference, difference, differencesOf, type Stored } from '../contacts/rules-rebuild.ts';
import { settle } from '../contacts/store.ts';
import type { Transaction } from '../db/connect.ts';
import { append } from '../events/store.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { policyOf } from '../numbers/policy.ts';
import { moveThreads } from './move-threads.ts';
import { contactEvents } from './rules-contact-events.ts';
import type { Tools } from './tools.ts';

export interface Found {
  neighborhoodId: NeighborhoodId;
  differences: Difference[];
}

/** What differs in these neighborhoods; those where nothing does are left out. Reads only: best in a snapshot. */
export async function compareIdentities(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  rebuilding: { policy: Policy; tools: Tools },
): Promise<Found[]> {
  const rebuilt = await rebuild(tx, portfolioId, ids, await ofPortfolio(tx, portfolioId, rebuilding));
  return rebuilt.filter((one) => one.differences.length > 0).map(foundIn);
}

/** Some neighborhoods near these points among all ids. Those that await another decision anyway, and very large ones, are left out. */
export async function checkSample(
  tx: Transaction,
  portfolioId: PortfolioId,
  points: readonly string[],
  rebuilding: { policy: Policy; tools: Tools },
): Promise<{ compared: number; found: Found[] }> {
  const word = await decidedUnderNow(tx, portfolioId, rebuilding.policy);
  const sample = { points, decidedUnder: word, size: limits.checkedEvidence };
  const ids = await sampledNeighborhoods(tx, portfolioId, sample);
  return { compared: ids.length, found: await compareIdentities(tx, portfolioId, ids, rebuilding) };
}

/** Neighborhoods to decide again, because the rules or the policy are others now. */
export async function inNeed(
  tx: Transaction,
  portfolioId: PortfolioId,
  policy: Policy,
  { except, limit }: { except: ReadonlySet<string>; limit: number },
): Promise<NeighborhoodId[]> {
  const word = await decidedUnderNow(tx, portfolioId, policy);
  return await outdatedNeighborhoods(tx, portfolioId, {
    decidedUnder: word,
    except: [...except] as NeighborhoodId[],
    limit,
  });
}

/**
 * Brings these neighborhoods to what the evidence comes to today, holding the portfolio's lane. Answers what differed, and what still
 * does afterwards: nothing, unless something is wrong that deciding cannot reach.
 */
export async function rebuildIdentities(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  rebuilding: { policy: Policy; tools: Tools },
): Promise<{ found: Found[]; left: Found[] }> {
  await lockLane(tx, portfolioId);
  const own = await ofPortfolio(tx, portfolioId, rebuilding);
  const idsOf = (rebuilt: readonly Rebuilt[]) => rebuilt.map((one) => one.id);
  const rebuilt = await rebuild(tx, portfolioId, ids, own);
  const differing = rebuilt.filter((one) => one.differences.length > 0);
  if (differing.length > 0) await save(tx, portfolioId, differing, own);
  const again = differing.length > 0 ? await rebuild(tx, portfolioId, idsOf(differing), own) : [];
  await markDecided(tx, portfolioId, idsOf(rebuilt), decidedUnder(own.policy));
  return { found: differing.map(foundIn), left: again.filter((one) => one.differences.length > 0).map(foundIn) };
}

/** The word for the rules and the policy this portfolio is decided under today. */
export async function decidedUnderNow(tx: Transaction, portfolioId: PortfolioId, policy: Policy): Promise<string> {
  return decidedUnder(await policyOf(tx, portfolioId, policy));
}

interface Rebuilding {
  policy: Policy;
  tools: Tools;
}

async function ofPortfolio(
  tx: Transaction,
  portfolioId: PortfolioId,
  { policy, tools }: Rebuilding,
): Promise<Rebuilding> {
  return { policy: await policyOf(tx, portfolioId, policy), tools };
}

interface Rebuilt {
  id: NeighborhoodId;
  absorbed: NeighborhoodId[];
  identifiers: IdentifierKey[];
  before: State;
  resolution: Resolution;
  differences: Difference[];
}

function foundIn({ id, differences }: Rebuilt): Found {
  return { neighborhoodId: id, differences };
}

async function rebuild(
  tx: Transaction,
  portfolioId: PortfolioId,
  ids: readonly NeighborhoodId[],
  { policy, tools }: Rebuilding,
): Promise<Rebuilt[]> {
  const { history, known } = await connected(tx, portfolioId, ids, policy);
  const said = Map.groupBy(history, (one) => one.neighborhoodId);
  const stored = await storedOf(tx, portfolioId, [...new Set([...ids, ...said.keys()])]);
  const rules = { policy, ids: { holder: () => tools.newId() as HolderId, contact: () => tools.newId() as ContactId } };
  return components([...stored.keys()], history, (one) => keysOf(one, policy).flatMap((key) => known.get(key) ?? []))
    .filter((together) => together.some((id) => ids.includes(id)))
    .map((together) => {
      const parts = together.flatMap((id) => stored.get(id) ?? []);
      const evidence = together.flatMap((id) => said.get(id) ?? []);
      const before = union(parts.map((part) => part.state));
      const resolution = refold(evidence, before, rules);
      const identifiers = [...new Set(evidence.flatMap((one) => keysOf(one, policy)))];
      const [id, ...absorbed] = [...together].sort((a, b) => Number(ids.includes(b)) - Number(ids.includes(a)));
      if (!id) throw new Error('A group of neighborhoods holds one at least.');
      const differences = [
        ...differencesOf(joined(parts, before), resolution),
        ...identifiers.filter((key) => !known.has(key)).map(() => difference('identifier', 'missing', null)),
        ...absorbed.map(() => difference('neighborhood', 'missing', null)),
      ];
      return { id, absorbed, identifiers, before, resolution, differences };
    });
}

function joined(parts: readonly Stored[], state: State): Stored {
  return {
    state,
    notices: parts.flatMap((part) => part.notices),
    reviews: parts.flatMap((part) => part.reviews),
    contacts: parts.flatMap((part) => part.contacts),
  };
}

const keysOf = (evidence: Evidence, policy: Policy) => identifiersOf(evidence, policy);

/**
 * The evidence of these neighborhoods and of those their identifiers lead to. That is themselves, unless a row was lost or a number is
 * no longer one of ours.
 */
async function connected(tx: Transaction, portfolioId: PortfolioId, ids: readonly NeighborhoodId[], policy: Policy) {
  for (const wanted = new Set(ids); ; ) {
    const history = await historyOf(tx, portfolioId, [...wanted]);
    const keys = [...new Set(history.flatMap((one) => keysOf(one, policy)))];
    const known = await neighborhoodsOf(tx, portfolioId, keys);
    const others = [...known.values()].filter((id) => !wanted.has(id));
    if (others.length === 0) return { history, known };
    for (const id of others) wanted.add(id);
  }
}

/** Neighborhoods that belong together: each piece of evidence ties its own to those its identifiers lead to. */
function components<E extends { neighborhoodId: NeighborhoodId }>(
  ids: readonly NeighborhoodId[],
  history: readonly E[],
  leadsTo: (evidence: E) => NeighborhoodId[],
): NeighborhoodId[][] {
  const groupOf = new Map<NeighborhoodId, Set<NeighborhoodId>>(ids.map((id) => [id, new Set([id])]));
  for (const evidence of history) {
    const own = groupOf.get(evidence.neighborhoodId);
    for (const id of leadsTo(evidence)) {
      const other = groupOf.get(id);
      if (!own || !other || own === other) continue;
      for (const member of other) {
        own.add(member);
        groupOf.set(member, own);
      }
    }
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}

async function save(
  tx: Transaction,
  portfolioId: PortfolioId,
  rebuilt: readonly Rebuilt[],
  { policy, tools }: Rebuilding,
): Promise<void> {
  const word = decidedUnder(policy);
  const settled = rebuilt.map(({ id, absorbed, identifiers, before, resolution }) => {
    const { state: after, notices, reviews, retired } = resolution;
    const decision = { before, after, notices, reviews, retired, refolded: true, decidedUnder: word };
    return { id, absorbed, identifiers, evidence: [], ...decision, doubted: true };
  });
  await settle(tx, portfolioId, settled, tools.newId);
  append(tx, portfolioId, contactEvents(settled, tools.clock()));
  // Whose a thread was cannot be told from rows that were wrong, so every item of theirs is asked anew.
  const unsure = settled.map((one) => ({ ...one, before: { ...one.before, names: [], leases: [] } }));
  const threads = await moveThreads(tx, portfolioId, unsure, tools);
  const contacts = new Set(settled.flatMap(({ after }) => after.holders.map((holder) => holder.contactId)));
  await record(tx, portfolioId, [
    ...[...threads].map((id) => ({ kind: 'conversation' as const, subjectId: id })),
    ...[...contacts].map((id) => ({ kind: 'contact' as const, subjectId: id, contactId: id })),
  ]);
}
