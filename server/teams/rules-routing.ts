// Who gets a conversation that begins. Pure: asks in, in order, and everybody's load; answers out, each counting for those after it,
// so that a burst within one batch is shared out like one that comes one by one.

export type Mode = 'manual' | 'round_robin' | 'least_busy';

export interface Rule {
  teamId: string | null;
  mode: Mode;
  /** How many open conversations routing gives one agent at most; null: any number. */
  cap: number | null;
  lastAgentFirst: boolean;
}

export interface Ask {
  id: string;
  rule: Rule;
  /** Who had the conversation before. */
  lastAgentId: string | null;
}

export interface Agent {
  id: string;
  /** Is here, and still works here. Whoever is not listed is neither. */
  available: boolean;
  /** Open conversations. */
  load: number;
}

export interface Ground {
  agents: readonly Agent[];
  members: readonly { teamId: string; userId: string }[];
  /** When each last had a turn: higher is later, nobody twice the same. */
  turns: readonly { teamId: string; userId: string; turn: number }[];
}

export interface Routed {
  id: string;
  agentId: string | null;
  how: 'none' | 'last_agent' | 'round_robin' | 'least_busy';
  /** Somebody should have it, and nobody can take it now. */
  awaits: boolean;
}

export interface Shares {
  routed: Routed[];
  turns: { teamId: string; userId: string; turn: number }[];
}

export function shareOut(asks: readonly Ask[], ground: Ground): Shares {
  const load = new Map(ground.agents.map((agent) => [agent.id, agent.load]));
  const here = new Set(ground.agents.filter((agent) => agent.available).map((agent) => agent.id));
  const turns = new Map(ground.turns.map((one) => [`${one.teamId} ${one.userId}`, one.turn]));
  const taken = new Map<string, Shares['turns'][number]>();
  const mayTake = (id: string, { cap }: Rule) => here.has(id) && (cap === null || (load.get(id) ?? 0) < cap);

  const routed = asks.map(({ id, rule, lastAgentId }): Routed => {
    const give = (agentId: string, how: Routed['how']): Routed => {
      load.set(agentId, (load.get(agentId) ?? 0) + 1);
      return { id, agentId, how, awaits: false };
    };
    if (rule.lastAgentFirst && lastAgentId !== null && mayTake(lastAgentId, rule))
      return give(lastAgentId, 'last_agent');
    const { teamId, mode } = rule;
    if (mode === 'manual' || teamId === null) return { id, agentId: null, how: 'none', awaits: false };
    const turnOf = (userId: string) => turns.get(`${teamId} ${userId}`) ?? 0;
    const [next] = ground.members
      .filter((one) => one.teamId === teamId && mayTake(one.userId, rule))
      .map(({ userId }) => ({ userId, load: load.get(userId) ?? 0, turn: turnOf(userId) }))
      .sort(
        (a, b) => (mode === 'least_busy' ? a.load - b.load : 0) || a.turn - b.turn || (a.userId < b.userId ? -1 : 1),
      );
    if (!next) return { id, agentId: null, how: 'none', awaits: true };
    const turn =
      1 + Math.max(0, ...ground.members.filter((one) => one.teamId === teamId).map((one) => turnOf(one.userId)));
    turns.set(`${teamId} ${next.userId}`, turn);
    taken.set(`${teamId} ${next.userId}`, { teamId, userId: next.userId, turn });
    return give(next.userId, mode);
  });
  return { routed, turns: [...taken.values()] };
}
