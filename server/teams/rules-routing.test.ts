import { describe, expect, it } from 'vitest';
import { type Ground, type Rule, shareOut } from './rules-routing.ts';

const rule = (fields: Partial<Rule> = {}): Rule => ({
  teamId: 'orders',
  mode: 'least_busy',
  cap: null,
  lastAgentFirst: true,
  ...fields,
});
const ground = (loads: Record<string, number>, fields: Partial<Ground> = {}): Ground => ({
  agents: Object.entries(loads).map(([id, load]) => ({ id, load: Math.abs(load), available: load >= 0 })),
  members: Object.keys(loads).map((userId) => ({ teamId: 'orders', userId })),
  turns: [],
  ...fields,
});
const asked = (count: number, given = rule(), lastAgentId: string | null = null) =>
  Array.from({ length: count }, (_, index) => ({ id: `c${index}`, rule: given, lastAgentId }));
const shares = (...[asks, on]: Parameters<typeof shareOut>) =>
  shareOut(asks, on).routed.map(({ agentId, how, awaits }) => `${agentId ?? '-'} ${awaits ? 'awaits' : how}`);

describe('who gets a conversation', () => {
  it.each([
    ['nobody, by hand', rule({ mode: 'manual' }), ground({ ana: 0 }), null, '- none'],
    ['nobody, without a team', rule({ teamId: null }), ground({ ana: 0 }), null, '- none'],
    ['whoever has the fewest', rule(), ground({ ana: 3, ben: 2, cem: 4 }), null, 'ben least_busy'],
    ['nobody who is away', rule(), ground({ ana: 3, ben: -1 }), null, 'ana least_busy'],
    ['nobody while all are away, and it waits', rule(), ground({ ana: -3, ben: -1 }), null, '- awaits'],
    ['nobody beyond the cap, and it waits', rule({ cap: 3 }), ground({ ana: 3, ben: 5 }), null, '- awaits'],
    [
      'the next in turn',
      rule({ mode: 'round_robin' }),
      ground({ ana: 0, ben: 9 }, { turns: [{ teamId: 'orders', userId: 'ana', turn: 4 }] }),
      null,
      'ben round_robin',
    ],
    ['who had it before', rule(), ground({ ana: 9, ben: 0 }), 'ana', 'ana last_agent'],
    ['who had it before, also by hand', rule({ mode: 'manual' }), ground({ ana: 9 }), 'ana', 'ana last_agent'],
    ['another where who had it is away', rule(), ground({ ana: -9, ben: 0 }), 'ana', 'ben least_busy'],
    ['another where who had it has enough', rule({ cap: 9 }), ground({ ana: 9, ben: 0 }), 'ana', 'ben least_busy'],
    [
      'another where that is not wanted',
      rule({ lastAgentFirst: false }),
      ground({ ana: 9, ben: 0 }),
      'ana',
      'ben least_busy',
    ],
    ['another where who had it is gone', rule(), ground({ ben: 0 }), 'zoe', 'ben least_busy'],
    ['nobody of another team', rule({ teamId: 'returns' }), ground({ ana: 0 }), null, '- awaits'],
  ])('is %s', (_, given, on, last, expected) => {
    expect(shares(asked(1, given, last), on)).toEqual([expected]);
  });

  it('counts what it gave within a burst: the least busy are filled up to the others', () => {
    const given = shares(asked(5), ground({ ana: 3, ben: 0 }));
    expect(given.filter((one) => one.startsWith('ben'))).toHaveLength(4);
    expect(given.filter((one) => one.startsWith('ana'))).toHaveLength(1);
  });

  it('counts against the cap within a burst', () => {
    expect(shares(asked(4, rule({ cap: 2 })), ground({ ana: 1, ben: 1 }))).toEqual([
      'ana least_busy',
      'ben least_busy',
      '- awaits',
      '- awaits',
    ]);
  });

  it('goes round, and goes on where it was', () => {
    const round = rule({ mode: 'round_robin' });
    const first = shareOut(asked(4, round), ground({ ana: 0, ben: 0, cem: 0 }));
    expect(first.routed.map((one) => one.agentId)).toEqual(['ana', 'ben', 'cem', 'ana']);
    const next = shareOut(asked(2, round), ground({ ana: 0, ben: 0, cem: 0 }, { turns: first.turns }));
    expect(next.routed.map((one) => one.agentId)).toEqual(['ben', 'cem']);
  });
});
