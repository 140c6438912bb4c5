import { describe, expect, it } from 'vitest';
import { type Beat, forget, hear, type Presences, presentIn } from './rules-presence.ts';

const forgetMs = 25_000;
const thread = 't1';
const beat = (userId: string, state: Beat['state'], tab = 'a'): Beat => ({
  portfolioId: 'p',
  conversationId: thread,
  userId,
  name: userId,
  tab,
  state,
});
const seen = (presences: Presences, but?: string) =>
  presentIn(presences, thread, but).map(({ name, state }) => `${name} ${state}`);

describe('presence', () => {
  it('tells only what is news: who comes, writes, stops and goes', () => {
    const all: Presences = new Map();
    const say = (state: Beat['state'], now: number) => hear(all, beat('Maya', state), { now, forgetMs });
    expect([say('here', 0), say('here', 10), say('typing', 20), say('typing', 30), say('here', 40)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(seen(all)).toEqual(['Maya here']);
    expect(say('gone', 50)).toBe(true);
    expect(all.size).toBe(0);
  });

  it('takes two windows of a person for one, who writes where either does and goes with the last', () => {
    const all: Presences = new Map();
    const at = { now: 0, forgetMs };
    hear(all, beat('Maya', 'here', 'a'), at);
    hear(all, beat('Maya', 'typing', 'b'), at);
    expect(seen(all)).toEqual(['Maya typing']);
    expect(hear(all, beat('Maya', 'gone', 'b'), at)).toBe(true);
    expect(seen(all)).toEqual(['Maya here']);
    hear(all, beat('Maya', 'gone', 'a'), at);
    expect(seen(all)).toEqual([]);
  });

  it('forgets a window that died, and says which thread looks different', () => {
    const all: Presences = new Map();
    hear(all, beat('Maya', 'typing'), { now: 0, forgetMs });
    hear(all, beat('Jonas', 'here'), { now: 20_000, forgetMs });
    expect(forget(all, 24_000)).toEqual([]);
    expect(forget(all, 25_000)).toEqual([{ conversationId: thread, portfolioId: 'p' }]);
    expect(seen(all)).toEqual(['Jonas here']);
    expect(forget(all, 25_001)).toEqual([]);
  });

  it('leaves oneself out', () => {
    const all: Presences = new Map();
    hear(all, beat('Maya', 'here'), { now: 0, forgetMs });
    hear(all, beat('Jonas', 'typing'), { now: 0, forgetMs });
    expect(seen(all, 'Maya')).toEqual(['Jonas typing']);
  });
});
