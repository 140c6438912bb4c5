import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { contactOfLane, isWanted, laneOf } from './rules-lanes.ts';
import { judgeUrl, mayReach, parseNetwork } from './rules-networks.ts';
import { failuresAfter, isGivenUp, isResting, redeliveryDelayMs, restMs, slotsFor } from './rules-retry.ts';

const hour = 60 * 60 * 1000;
const tried = { attempts: 1, firstTriedAt: 0, now: 0, retryAfterMs: null, spread: 0.5 };

describe('trying again', () => {
  it('comes later each time up to a longest wait, goes on for three days, and then ends', () => {
    let [now, attempts] = [0, 0];
    const waits: number[] = [];
    for (;;) {
      attempts += 1;
      const wait = redeliveryDelayMs({ ...tried, attempts, now });
      if (wait === null) break;
      waits.push(wait);
      now += wait;
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(limits.deliveryLongestWaitMs);
    expect(now).toBeGreaterThanOrEqual(72 * hour);
    expect(now).toBeLessThan(82 * hour);
  });

  it('is spread, and waits for what the address asked for, up to an hour', () => {
    expect(redeliveryDelayMs({ ...tried, spread: 0 })).toBe(500);
    expect(redeliveryDelayMs({ ...tried, spread: 0.999 })).toBe(1_499);
    expect(redeliveryDelayMs({ ...tried, retryAfterMs: 30_000 })).toBe(30_000);
    expect(redeliveryDelayMs({ ...tried, retryAfterMs: 30 * hour })).toBe(hour);
  });
});

describe('an address that takes nothing', () => {
  it('is left in peace for longer each time, with one delivery to see whether it does again', () => {
    const enough = limits.deliveryFailuresUntilRest;
    expect([restMs(enough - 1), slotsFor(enough - 1)]).toEqual([0, limits.deliveriesInFlight]);
    expect([restMs(enough), slotsFor(enough)]).toEqual([1_000, 1]);
    expect(restMs(enough + 3)).toBe(8_000);
    expect(restMs(1_000)).toBe(limits.deliveryLongestRestMs);
    expect(isResting(failuresAfter(0, 5))).toBe(false);
    // Whatever was under way when it went down says one thing only.
    expect(failuresAfter(0, 500)).toBe(enough);
    expect(failuresAfter(enough, 500)).toBe(enough + 1);
  });

  it('is given up after three days', () => {
    expect(isGivenUp(null, 100 * hour)).toBe(false);
    expect(isGivenUp(0, 71 * hour)).toBe(false);
    expect(isGivenUp(0, 72 * hour)).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00:ec2::254', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001::1', false],
    ['not an address', false],
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['::ffff:93.184.216.34', true],
  ])('%s is of the public network: %s', (address, is) => {
    expect(mayReach(address, [])).toBe(is);
  });

  it('of a private network is reached where that network is allowed, and no other', () => {
    const allowed = [parseNetwork('10.1.0.0/16'), parseNetwork('fd00::/8')].filter((one) => one !== undefined);
    expect(['10.1.9.9', '::ffff:10.1.9.9', 'fd12::1'].map((one) => mayReach(one, allowed))).toEqual([true, true, true]);
    expect(['10.2.0.1', '127.0.0.1', 'fe80::1'].map((one) => mayReach(one, allowed))).toEqual([false, false, false]);
    expect(parseNetwork('10.1.0.0/40')).toBeUndefined();
    expect(parseNetwork('everything')).toBeUndefined();
  });

  it('is https, without credentials; plain http is for allowed networks', () => {
    const own = [parseNetwork('127.0.0.0/8')].filter((one) => one !== undefined);
    expect(judgeUrl('https://example.com/hook', []).kind).toBe('ok');
    expect(judgeUrl('http://example.com/hook', own).kind).toBe('insecure');
    expect(judgeUrl('http://127.0.0.1:8080/hook', own).kind).toBe('ok');
    expect(judgeUrl('http://93.184.216.34/hook', own).kind).toBe('insecure');
    expect(judgeUrl('https://localhost/hook', []).kind).toBe('private');
    expect(judgeUrl('https://2130706433/', []).kind).toBe('private');
    expect(judgeUrl('https://a:b@example.com/', []).kind).toBe('credentials');
    expect(judgeUrl('file:///etc/passwd', []).kind).toBe('unreadable');
  });
});

describe('what is told', () => {
  const event = { type: 'message.received' as const, onlyFor: null, contactId: 'c' };
  it('is what was asked for, and in any case whom to forget', () => {
    const some = { id: 's', types: ['campaign.changed' as const] };
    expect(isWanted(event, { id: 's', types: null })).toBe(true);
    expect(isWanted(event, some)).toBe(false);
    expect(isWanted({ ...event, type: 'contact.erased' }, some)).toBe(true);
    const test = { type: 'subscription.tested' as const, onlyFor: 's' };
    expect([isWanted(test, some), isWanted(test, { ...some, id: 'other' })]).toEqual([true, false]);
  });

  it('is told in the order of each contact, and of those about nobody', () => {
    expect(laneOf(event)).toBe('c');
    expect(contactOfLane(laneOf(event))).toBe('c');
    expect(contactOfLane(laneOf({ type: 'campaign.changed', contactId: null }))).toBeNull();
  });
});
