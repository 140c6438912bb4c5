// Who a person is, forgotten: evidence, accounts, names, numbers and the contact, in one transaction that holds the portfolio's lane. Those who
// live in the same neighborhood, such as whoever had the number before, are decided again from what is left, which is all that was theirs.

import {
  type EvidenceId,
  firstReceived,
  isWord,
  type Policy,
  type PortfolioId,
  pack,
  type Run,
  type SeenTogether,
  type State,
  union,
  unpack,
} from '@throughline/identity';
import { record } from '../changes/store.ts';
import { closeNeighborhoods, eachRun, type Forgotten, forgetEvidence, looseEvidence } from '../contacts/erasing.ts';
import { statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import type { Transaction } from '../db/connect.ts';
import { eraseBatch } from '../db/data-map/walk.ts';
import type { Subject } from '../subject.ts';
import { dataMap } from './data-map.ts';
import { keysOf } from './expand-subject.ts';
import { rebuildIdentities } from './rebuild-identities.ts';
import { isOfSubject, wordWithout } from './rules-owners.ts';
import type { Tools } from './tools.ts';

export interface Deciding {
  policy: Policy;
  tools: Tools;
}

/** In this order; all of it in one transaction, since nobody may be half known. */
const identityTables = [
  'notices',
  'reviews',
  'names',
  'leases',
  'holders',
  'contact_activity',
  'contact_aliases',
  'contacts',
  'identifiers',
] as const;

export async function detachIdentity(
  tx: Transaction,
  subject: Subject,
  { policy, tools }: Deciding,
): Promise<Record<string, number>> {
  const portfolioId = subject.portfolioId as PortfolioId;
  const neighborhoods = subject.neighborhoods as NeighborhoodId[];
  const states = await statesOf(tx, portfolioId, neighborhoods);
  const { forgotten, keys } = await sortEvidence(tx, subject, states);
  await forgetEvidence(tx, portfolioId, forgotten, tools.newId);
  const counts: Record<string, number> = {
    evidence: forgotten.evidence.length,
    evidence_runs: forgotten.runs.length,
    words: forgotten.words.length,
  };
  for (const table of identityTables)
    for (let rows = -1; rows !== 0; ) {
      rows = (await eraseBatch(tx, { tables: dataMap, subject }, table))[table] ?? 0;
      counts[table] = (counts[table] ?? 0) + rows;
    }
  const left = await closeNeighborhoods(tx, portfolioId, neighborhoods, keys);
  counts.neighborhoods = neighborhoods.length - left.length;
  if (left.length > 0) await rebuildIdentities(tx, portfolioId, left, { policy, tools });
  await record(tx, portfolioId, [
    ...subject.contactIds.map((id) => ({ kind: 'contact' as const, subjectId: id, contactId: id })),
    ...subject.conversations.map((id) => ({ kind: 'conversation' as const, subjectId: id })),
  ]);
  return counts;
}

/** What goes, what goes on without them, and what the rest still names. */
async function sortEvidence(
  tx: Transaction,
  subject: Subject,
  states: ReadonlyMap<NeighborhoodId, State>,
): Promise<{ forgotten: Forgotten; keys: string[] }> {
  const portfolioId = subject.portfolioId as PortfolioId;
  const ids = [...states.keys()];
  const state = union([...states.values()]);
  const keys = new Set<string>();
  const gone: { evidence: EvidenceId[]; runs: string[]; left: { neighborhoodId: NeighborhoodId; run: Run }[] } = {
    evidence: [],
    runs: [],
    left: [],
  };
  for (const { row, evidence } of await looseEvidence(tx, portfolioId, ids))
    if (isOfSubject(evidence, state, subject)) gone.evidence.push(row.id);
    else for (const key of keysOf(evidence)) keys.add(key);
  for await (const run of eachRun(tx, portfolioId, ids)) {
    const others = firstReceived<SeenTogether>(unpack([run])).filter((one) => !isOfSubject(one, state, subject));
    for (const key of others.slice(0, 1).flatMap(keysOf)) keys.add(key);
    if (others.length === run.count) continue;
    gone.runs.push(run.id);
    if (others.length > 0)
      gone.left.push(...pack(others).map((one) => ({ neighborhoodId: run.neighborhoodId, run: one })));
  }
  const { words, reworded } = sortWords(states, state, subject, keys);
  return { forgotten: { ...gone, words, reworded }, keys: [...keys] };
}

function sortWords(
  states: ReadonlyMap<NeighborhoodId, State>,
  state: State,
  subject: Subject,
  keys: Set<string>,
): Pick<Forgotten, 'words' | 'reworded'> {
  const words: EvidenceId[] = [];
  const reworded: { neighborhoodId: NeighborhoodId; word: State['words'][number] }[] = [];
  for (const [neighborhoodId, own] of states)
    for (const word of own.words) {
      if (!isWord(word)) continue;
      const rest = wordWithout(word, state, subject);
      if (!rest) words.push(word.id);
      else if (rest !== word && keysOf(rest).length < keysOf(word).length)
        reworded.push({ neighborhoodId, word: rest });
      if (rest) for (const key of keysOf(rest)) keys.add(key);
    }
  return { words, reworded };
}
