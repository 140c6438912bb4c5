import { readWebhook } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../tests/corpus/corpus.ts';
import { evidenceOf } from './rules-evidence.ts';

/** Every piece of evidence in the corpus, with the item it came from. */
const told = corpus().flatMap(({ webhook }) =>
  readWebhook(webhook).flatMap((item) => {
    const evidence = evidenceOf(item, (eventId) => eventId);
    return evidence === undefined ? [] : [{ item, evidence }];
  }),
);
const of = (kind: string) => told.filter(({ item }) => item.kind === kind);
const trustOf = ({ evidence }: (typeof told)[number]) =>
  evidence.kind === 'seen-together' ? evidence.by : evidence.kind;

describe('what an item says about identity', () => {
  it('is an act of the person where they wrote, and never where a status tells of us', () => {
    expect(new Set(of('status').map(trustOf))).toEqual(new Set(['status']));
    expect(new Set(of('preference').map(trustOf))).toEqual(new Set(['customer']));
    expect(new Set(of('rotation').map(trustOf))).toEqual(new Set(['rotated']));
    const live = of('message').filter(({ item }) => item.kind === 'message' && item.via !== 'history');
    expect(new Set(live.map(trustOf))).toEqual(new Set(['customer']));
  });

  it('is a pair at least where a status tells it', () => {
    for (const { evidence } of of('status'))
      if (evidence.kind === 'seen-together')
        expect([evidence.phone, evidence.bsuid, evidence.parent].filter(Boolean).length).toBeGreaterThan(1);
  });

  it('leaves the number out of a synced history where the account is named: it is the number of today', () => {
    const synced = told.filter(
      ({ item }) => (item.kind === 'message' || item.kind === 'echo') && item.via === 'history',
    );
    expect(synced.length).toBeGreaterThan(0);
    const parties = synced.map(({ evidence }) => evidence).filter((evidence) => evidence.kind === 'seen-together');
    expect(parties.some(({ bsuid }) => bsuid !== undefined)).toBe(true);
    for (const { bsuid, parent, phone, by } of parties) {
      expect(by).toBe('business');
      if (bsuid || parent) expect(phone).toBeUndefined();
    }
  });
});
