// The sender while everything goes wrong: 600 sends here, 10,000 with `npm run chaos`.

import { describe, expect, it } from 'vitest';
import { judge, reportOf } from './judge.ts';
import { type ChaosPlan, runChaos } from './run-chaos.ts';

const given = (name: string, otherwise: number) => Number(process.env[`THROUGHLINE_CHAOS_${name}`] ?? otherwise);
const isLong = process.env.THROUGHLINE_CHAOS_SENDS !== undefined;

const plan: ChaosPlan = {
  sends: given('SENDS', 600),
  people: given('PEOPLE', 60),
  kills: given('KILLS', 2),
  seed: given('SEED', 11),
  slow: isLong,
  withinMs: isLong ? 1_200_000 : 90_000,
};
const say = (line: string) => (isLong ? process.stderr.write(`${line}\n`) : undefined);

describe('sends while calls and answers are lost, Meta refuses and the service is killed', () => {
  it('none goes twice, none is gone, and every state an agent sees is true', {
    timeout: plan.withinMs + 120_000,
  }, async () => {
    const aftermath = await runChaos(plan, say);
    const judgement = judge(aftermath);
    say(`\n${reportOf(aftermath, judgement)}`);
    expect(judgement.broken).toEqual([]);
    expect(aftermath.kills).toBe(plan.kills);
    // It was a storm: some were never heard of, and some failed at Meta.
    const kinds = judgement.counts.map(({ meta, agents }) => `${meta}: ${agents}`);
    expect(kinds).toContain('never heard of: unknown');
    expect(kinds).toContain('failed: failed');
    expect(kinds).toContain('delivered: delivered');
  });
});
