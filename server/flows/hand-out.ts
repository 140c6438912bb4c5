// Stretches of work that begin find their team and, where that is wanted, somebody who takes them.

import type { PortfolioId } from '@throughline/identity';
import { assign, type Work } from '../conversations/rules-work.ts';
import type { Transaction } from '../db/connect.ts';
import { saveTurns } from '../teams/routing.ts';
import { type Rule, shareOut } from '../teams/rules-routing.ts';
import type { Tools } from './tools.ts';
import type { WorkNote } from './work-events.ts';
import { groundOf, type NumberTerms } from './work-terms.ts';

export interface HandingOut {
  termsFor: (phoneNumberId: string) => NumberTerms;
  tools: Tools;
  /** What is to stand in the timeline is added here. */
  notes: WorkNote[];
}

/** Answers the work as it is then, by thread; nothing is saved but whose turn it was. The caller holds the portfolio's lane. */
export async function handOut(
  tx: Transaction,
  portfolioId: PortfolioId,
  begun: readonly { work: Work; lastAgentId: string | null }[],
  { termsFor, tools, notes }: HandingOut,
): Promise<Map<string, Work>> {
  const asks = begun.map(({ work, lastAgentId }) => {
    const { routing } = termsFor(work.phoneNumberId);
    // Somebody moved it to another team since: that one's it is.
    const rule: Rule = { ...routing, teamId: work.teamId ?? routing.teamId };
    return { id: work.id, rule, lastAgentId };
  });
  const teams = new Set(
    asks.flatMap(({ rule }) => (rule.teamId === null || rule.mode === 'manual' ? [] : [rule.teamId])),
  );
  const last = new Set(
    asks.flatMap(({ rule, lastAgentId }) => (rule.lastAgentFirst && lastAgentId ? [lastAgentId] : [])),
  );
  const { ground, names } =
    teams.size + last.size === 0
      ? { ground: { agents: [], members: [], turns: [] }, names: new Map<string, string>() }
      : await groundOf(tx, portfolioId, { teams: [...teams], lastAgents: [...last] });
  const { routed, turns } = shareOut(asks, ground);
  await saveTurns(tx, portfolioId, turns);
  const works = new Map(begun.map(({ work }) => [work.id, work]));
  const rules = new Map(asks.map(({ id, rule }) => [id, rule]));
  const given = new Map<string, Work>();
  for (const { id, agentId, how, awaits } of routed) {
    const work = works.get(id);
    if (!work) continue;
    const teamId = rules.get(id)?.teamId ?? null;
    if (agentId === null || work.assigneeId !== null) {
      given.set(id, { ...assign(work, { teamId }), awaitsAgent: awaits && work.assigneeId === null });
      continue;
    }
    const taken = assign(work, { assigneeId: agentId, teamId });
    given.set(id, taken.episode ? { ...taken, episode: { ...taken.episode, routed: how } } : taken);
    if (how !== 'none')
      notes.push({
        conversationId: id,
        at: tools.clock(),
        fact: { type: 'assigned', to: { id: agentId, name: names.get(agentId) ?? '' }, how, by: null },
      });
  }
  return given;
}
