import { describe, expect, it } from 'vitest';
import { FaultPlan } from './faults.ts';

const troubles = (plan: FaultPlan, calls: number) =>
  Array.from({ length: calls }, () => plan.next('send', '1').trouble?.how ?? 'fine');

describe('planned trouble', () => {
  it('comes in turn before it comes by chance, and only where it is meant for', () => {
    const plan = new FaultPlan();
    plan.add({ how: 'lost-request', chance: 1, seed: 1 });
    plan.add({ how: 'answer', code: 130429, times: 2 });
    plan.add({ how: 'lost-answer', on: 'upload' });
    plan.add({ how: 'lost-answer', number: '2' });
    expect(troubles(plan, 4)).toEqual(['answer', 'answer', 'lost-request', 'lost-request']);
    expect(plan.next('send', '2').trouble?.how).toBe('lost-answer');
    expect(plan.next('upload', '1').trouble?.how).toBe('lost-answer');
    expect(plan.next('upload', '1').trouble).toBeUndefined();
    plan.clear();
    expect(troubles(plan, 1)).toEqual(['fine']);
  });

  it('by chance is the same for the same seed, and comes about as often as asked', () => {
    const run = (seed: number) => {
      const plan = new FaultPlan();
      plan.add({ how: 'lost-answer', chance: 0.05, seed });
      plan.add({ how: 'answer', code: 131056, chance: 0.1, seed: seed + 1 });
      plan.add({ how: 'slow', delayMs: 20, chance: 0.2, seed: seed + 2 });
      return Array.from({ length: 10_000 }, () => plan.next('send'));
    };
    const once = run(3);
    expect(run(3)).toEqual(once);
    expect(run(4)).not.toEqual(once);
    const share = (of: (one: (typeof once)[number]) => boolean) => once.filter(of).length / once.length;
    expect(share((one) => one.trouble?.how === 'lost-answer')).toBeCloseTo(0.05, 1.5);
    expect(share((one) => one.trouble?.how === 'answer')).toBeCloseTo(0.095, 1.5);
    expect(share((one) => one.delayMs === 20)).toBeCloseTo(0.2, 1.5);
  });

  it('by chance ends after as many times as asked', () => {
    const plan = new FaultPlan();
    plan.add({ how: 'answer', code: 131000, chance: 1, times: 2 });
    expect(troubles(plan, 3)).toEqual(['answer', 'answer', 'fine']);
  });
});
