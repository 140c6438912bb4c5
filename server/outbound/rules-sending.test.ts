import { explainError } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { admittedByLimit } from './rules-messaging-limit.ts';
import { createPairs } from './rules-pairs.ts';
import { afterRefusal, afterUnreached, oldestMs, type Tried } from './rules-retry.ts';
import { orderOfTurn, priorities } from './rules-turns.ts';

const tried = (more: Partial<Tried> = {}): Tried => ({
  attempts: 1,
  priority: priorities.answer,
  ageMs: 0,
  spread: 0,
  ...more,
});
const onCode = (code: number, more: Partial<Tried> = {}) => afterRefusal(explainError(code), tried(more));
const hourMs = 3_600_000;

describe('a message Meta refused', () => {
  it.each([131047, 131050, 100, 132001, 131051, 999_999])('with %i is over', (code) => {
    expect(onCode(code)).toEqual({ kind: 'end' });
  });

  it.each([131009, 131026])('with %i may go to a newer address', (code) => {
    expect(onCode(code)).toEqual({ kind: 'readdress' });
  });

  it('because of the pair limit waits 4, 16, 64 seconds, and no less', () => {
    for (const [attempts, seconds] of [
      [1, 4],
      [2, 16],
      [3, 64],
    ] as const) {
      expect(onCode(131056, { attempts })).toEqual({ kind: 'again', afterMs: seconds * 1000, waitsFor: 'pair' });
      expect(onCode(131056, { attempts, spread: 0.999 })).toMatchObject({
        afterMs: expect.closeTo(seconds * 1100, -2),
      });
    }
  });

  it.each([
    [131000, 'retry'],
    [131016, 'retry'],
    [130429, 'rate'],
    [131057, 'maintenance'],
  ])('with %i waits longer each time, spread out', (code, waitsFor) => {
    const waits = [1, 2, 3].map((attempts) => onCode(code, { attempts, spread: 0 }));
    expect(waits).toEqual([500, 1000, 2000].map((afterMs) => ({ kind: 'again', afterMs, waitsFor })));
    expect(onCode(code, { attempts: 3, spread: 0.5 })).toMatchObject({ afterMs: 3000 });
  });

  it('again and again is over in the end, with limits on speed much later than with trouble', () => {
    expect(onCode(131000, { attempts: limits.sendAttempts }).kind).toBe('end');
    expect(onCode(130429, { attempts: limits.sendAttempts }).kind).toBe('again');
    expect(onCode(130429, { attempts: limits.rateAttempts }).kind).toBe('end');
    expect(afterUnreached(tried({ attempts: limits.sendAttempts - 1 }))).toMatchObject({ waitsFor: 'unreachable' });
    expect(afterUnreached(tried({ attempts: limits.sendAttempts }))).toEqual({ kind: 'end' });
  });

  it('does not go later than anybody would expect it', () => {
    const age = oldestMs(priorities.answer);
    expect(onCode(131000, { ageMs: age - 500 }).kind).toBe('again');
    expect(onCode(131000, { ageMs: age - 499 }).kind).toBe('end');
    expect(onCode(131000, { ageMs: age, priority: priorities.campaign }).kind).toBe('again');
  });

  it('for a day ends an answer, and lets a campaign wait a day', () => {
    expect(onCode(131049)).toEqual({ kind: 'end' });
    expect(onCode(131049, { priority: priorities.campaign })).toEqual({
      kind: 'again',
      afterMs: 24 * hourMs,
      waitsFor: 'tomorrow',
    });
    // A day later a day would be too late.
    expect(onCode(131049, { priority: priorities.begun, ageMs: 25 * hourMs }).kind).toBe('end');
  });

  it.each([190, 131031, 131042])('because of the account (%i): an agent is told, a campaign waits', (code) => {
    expect(onCode(code)).toEqual({ kind: 'end' });
    expect(onCode(code, { priority: priorities.campaign })).toMatchObject({ kind: 'again', waitsFor: 'account' });
  });

  it('because too many people were begun with waits, where it was not an answer', () => {
    expect(onCode(131048, { priority: priorities.campaign })).toMatchObject({
      kind: 'again',
      waitsFor: 'messaging_limit',
    });
    expect(onCode(131048)).toEqual({ kind: 'end' });
  });
});

describe('turns', () => {
  it('begin with answers, and with everybody now and then', () => {
    const firsts = Array.from({ length: 100 }, (_, turn) => orderOfTurn(turn)[0]);
    const count = (priority: number) => firsts.filter((one) => one === priority).length;
    expect([count(priorities.answer), count(priorities.begun), count(priorities.campaign)]).toEqual([70, 20, 10]);
    for (let turn = 0; turn < 10; turn += 1) expect(orderOfTurn(turn).toSorted()).toEqual([0, 1, 2]);
  });
});

describe('the pair limit', () => {
  it('lets a burst go and then one every six seconds', () => {
    const pairs = createPairs();
    for (let n = 0; n < limits.pairBurst; n += 1) expect(pairs.admit('+1', 0)).toBe(0);
    expect(pairs.admit('+1', 0)).toBe(6_000);
    expect(pairs.admit('+1', 5_999)).toBe(1);
    expect(pairs.admit('+1', 6_000)).toBe(0);
    expect(pairs.admit('+1', 6_000)).toBe(6_000);
    expect(pairs.admit('+2', 6_000)).toBe(0);
  });

  it('stays below what Meta itself counts: a burst of 45 borrowed from the future', () => {
    const pairs = createPairs();
    let paidUntil = 0;
    for (let now = 0; now < 600_000; now += 250) {
      if (pairs.admit('+1', now) > 0) continue;
      paidUntil = Math.max(paidUntil, now) + 6_000;
      expect(paidUntil - now).toBeLessThanOrEqual(45 * 6_000);
    }
  });

  it('forgets pairs that owe nothing, and never holds more than its bound', () => {
    const pairs = createPairs();
    for (let n = 0; n < limits.pairsRemembered + 10; n += 1) pairs.admit(`+${n}`, 0);
    expect(pairs.size).toBe(limits.pairsRemembered);
    pairs.admit('+new', 6_001);
    expect(pairs.size).toBe(1);
  });
});

describe('the messaging limit', () => {
  it('lets in whom there is room for, in order, and those who count already', () => {
    const uses = { count: 8, known: new Set(['d']) };
    expect([...admittedByLimit(['a', 'b', 'a', 'c', 'd'], uses, 10)]).toEqual(['a', 'b', 'd']);
    expect([...admittedByLimit(['a', 'd'], uses, 8)]).toEqual(['d']);
    expect([...admittedByLimit(['a', 'b'], uses, null)]).toEqual(['a', 'b']);
  });
});
