import { describe, expect, it } from 'vitest';
import { readSendingLimits } from './sending-limits.ts';

describe('what Meta says of a number', () => {
  it.each([
    ['TIER_50', 50],
    ['TIER_250', 250],
    ['TIER_1K', 1_000],
    ['TIER_2K', 2_000],
    ['TIER_100K', 100_000],
    ['TIER_UNLIMITED', 'unlimited'],
    ['UNLIMITED', 'unlimited'],
    ['TIER_NOT_SET', undefined],
    [undefined, undefined],
  ])('%s is a limit of %s', (tier, limit) => {
    expect(readSendingLimits({ whatsapp_business_manager_messaging_limit: tier }).messagingLimit).toBe(limit);
    expect(readSendingLimits({ messaging_limit_tier: tier }).messagingLimit).toBe(limit);
  });

  it.each([
    ['STANDARD', 80],
    ['HIGH', 1_000],
    ['NOT_APPLICABLE', undefined],
  ])('%s is a throughput of %s a second', (level, messagesPerSecond) => {
    expect(readSendingLimits({ throughput: { level } })).toMatchObject({ throughput: level, messagesPerSecond });
  });

  it.each([undefined, null, 'HIGH', [], { throughput: 'HIGH' }, { throughput: { level: 7 } }])(
    'is nothing where it is %j',
    (body) => {
      expect(Object.values(readSendingLimits(body))).toEqual([undefined, undefined, undefined, undefined]);
    },
  );
});
