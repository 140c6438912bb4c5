// Somebody assigns, snoozes, resolves, opens again or ranks conversations: one, or many in one call.

import type { WorkFact } from '@throughline/contract';
import type { ContactId, HolderId, PortfolioId } from '@throughline/identity';
import { assignableById } from '../access/assignable.ts';
import { record } from '../changes/store.ts';
import { contactIdsOf } from '../contacts/store.ts';
import { assign, begin, clocked, reopen, resolve, snooze, type Work, wake } from '../conversations/rules-work.ts';
import { saveWork, threadsNamed, waitsSince, workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { teamNames } from '../teams/store.ts';
import type { Tools } from './tools.ts';
import { type WorkNote, writeWorkEvents } from './work-events.ts';
import { type NumberTerms, termsOf } from './work-terms.ts';

export const priorities = ['urgent', 'high', 'normal', 'low'] as const;

/** What is left out stays as it is. */
export interface WorkChange {
  state?: 'open' | 'snoozed' | 'resolved' | undefined;
  snoozedUntil?: number | undefined;
  assignee?: string | null | undefined;
  team?: string | null | undefined;
  priority?: (typeof priorities)[number] | undefined;
}

export interface Changing {
  ids: readonly string[];
  portfolios: readonly PortfolioId[] | 'all';
  change: WorkChange;
  /** `id` null: a program with a key. */
  by: { id: string | null; name: string };
}

export type ChangeOutcome =
  | { kind: 'changed'; count: number }
  | { kind: 'no_such_assignee' }
  | { kind: 'no_such_team' }
  | { kind: 'snooze_out_of_range' };

export async function changeWork(tx: Transaction, changing: Changing, tools: Tools): Promise<ChangeOutcome> {
  const { change } = changing;
  const now = tools.clock();
  const until = change.snoozedUntil;
  if (until !== undefined && (until <= now || until > now + limits.snoozeMs)) return { kind: 'snooze_out_of_range' };
  const named = await namesIn(tx, change);
  if ('kind' in named) return named;
  const threads = await threadsNamed(tx, changing.portfolios, changing.ids);
  let count = 0;
  for (const [portfolioId, own] of Map.groupBy(threads, (one) => one.portfolioId)) {
    const changed = await changeIn(tx, portfolioId, { ...changing, ids: own.map((one) => one.id), named }, tools);
    const holders = new Map(own.map((one) => [one.id, one.holderId as HolderId]));
    await recordThreads(tx, portfolioId, new Map(changed.map((id) => [id, holders.get(id)])));
    count += changed.length;
  }
  return { kind: 'changed', count };
}

interface NamesIn {
  assignee: { id: string; name: string } | null | undefined;
  team: { id: string; name: string } | null | undefined;
}

async function namesIn(
  tx: Transaction,
  { assignee, team }: WorkChange,
): Promise<NamesIn | { kind: 'no_such_assignee' | 'no_such_team' }> {
  const people = await assignableById(tx, assignee ? [assignee] : []);
  const teams = await teamNames(tx, team ? [team] : []);
  if (assignee && !people.has(assignee)) return { kind: 'no_such_assignee' };
  if (team && !teams.has(team)) return { kind: 'no_such_team' };
  return {
    assignee: assignee ? people.get(assignee) : (assignee as null | undefined),
    team: team ? { id: team, name: teams.get(team) ?? '' } : (team as null | undefined),
  };
}

/** Answers the threads on which anything changed. */
async function changeIn(
  tx: Transaction,
  portfolioId: PortfolioId,
  { ids, change, by, named }: Changing & { named: NamesIn },
  tools: Tools,
): Promise<string[]> {
  const works = await workOf(tx, portfolioId, ids);
  const termsFor = await termsOf(
    tx,
    portfolioId,
    works.map((work) => work.phoneNumberId),
  );
  const opening = change.state === 'open' ? works.filter((work) => work.state === 'resolved') : [];
  const waits = await waitsSince(
    tx,
    portfolioId,
    opening.map(({ id }) => ({ id, settledAt: null })),
  );
  const now = tools.clock();
  const notes: WorkNote[] = [];
  const after = works.flatMap((work) => {
    const facts: WorkFact[] = [];
    const parts = { change, by, named, terms: termsFor(work.phoneNumberId), facts, now, newId: tools.newId };
    const changed = changeOne(work, { ...parts, waitingSince: waits.get(work.id) ?? null });
    if (facts.length === 0) return [];
    notes.push(...facts.map((fact) => ({ conversationId: work.id, at: now, fact })));
    return [clocked(changed, now, parts.terms.terms)];
  });
  await saveWork(tx, portfolioId, after);
  await writeWorkEvents(tx, portfolioId, notes, tools);
  return after.map((work) => work.id);
}

interface Parts {
  change: WorkChange;
  by: Changing['by'];
  named: NamesIn;
  terms: NumberTerms;
  /** What changed is added here. */
  facts: WorkFact[];
  now: number;
  newId: () => string;
  waitingSince: number | null;
}

/** To whom first, then until when. Whoever gives a thread to somebody makes it work, also where nobody asked for anything yet. */
function changeOne(work: Work, parts: Parts): Work {
  const { change, by, named, facts, now } = parts;
  const { assignee, team } = named;
  const begun = work.episode === null ? begin(work, now, { ...parts, terms: parts.terms.terms, by: 'business' }) : work;
  let next = begun;
  if (team !== undefined && (team?.id ?? null) !== work.teamId) {
    facts.push({ type: 'team', to: team, by });
    next = assign(next, { teamId: team?.id ?? null });
  }
  if (assignee !== undefined && (assignee?.id ?? null) !== work.assigneeId) {
    facts.push({ type: 'assigned', to: assignee, how: 'hand', by });
    next = assign(next, { assigneeId: assignee?.id ?? null });
  } else if (next.assigneeId === null && next.teamId !== work.teamId) {
    // Another team: somebody of theirs is to have it, where that is how they work.
    next = { ...next, awaitsAgent: team !== null && parts.terms.routing.mode !== 'manual' };
  }
  const rank = change.priority === undefined ? -1 : priorities.indexOf(change.priority);
  if (change.priority !== undefined && rank !== work.priority) {
    facts.push({ type: 'priority', to: change.priority, by });
    next = { ...next, priority: rank };
  }
  return withState(next, work, parts);
}

function withState(next: Work, before: Work, { change, by, facts, now, terms, waitingSince }: Parts): Work {
  const until = change.snoozedUntil;
  if (change.state === 'resolved' && before.state !== 'resolved') {
    facts.push({ type: 'resolved', by });
    return resolve(next, { at: now, agentId: by.id }, terms.terms);
  }
  if (change.state === 'snoozed' && until !== undefined && before.snoozedUntil !== until) {
    facts.push({ type: 'snoozed', until: new Date(until).toISOString(), by });
    return snooze(before.state === 'resolved' ? reopen(next, waitingSince) : next, until);
  }
  if (change.state === 'open' && before.state === 'resolved') {
    facts.push({ type: 'reopened', by });
    return reopen(next, waitingSince);
  }
  if (change.state === 'open' && before.state === 'snoozed') {
    facts.push({ type: 'woken', how: 'hand', by });
    return wake(next);
  }
  return next;
}

/** Desks look at these threads again. */
export async function recordThreads(
  tx: Transaction,
  portfolioId: PortfolioId,
  threads: ReadonlyMap<string, HolderId | undefined>,
): Promise<void> {
  const holders = [...threads.values()].filter((holder) => holder !== undefined);
  const contacts: ReadonlyMap<HolderId, ContactId> =
    holders.length === 0 ? new Map() : await contactIdsOf(tx, portfolioId, [...new Set(holders)]);
  await record(
    tx,
    portfolioId,
    [...threads].map(([subjectId, holder]) => {
      const contactId = holder && contacts.get(holder);
      return { kind: 'conversation' as const, subjectId, ...(contactId && { contactId }) };
    }),
  );
}
