import { describe, expect, it } from 'vitest';
import { answerOf } from './comparison.testing.ts';
import type { Evidence } from './evidence.ts';
import { type Point, points } from './grid.testing.ts';
import { Ledger, notices, reviews } from './ledger.testing.ts';
import { defaultPolicy } from './policy.ts';
import { referenceAnswer } from './reference.testing.ts';

const limitMs = 90_000;

describe('the grid of everything that can be known of a phone, an account and a parent', () => {
  it(
    'is resolved as the reference does, in order and with the probe first',
    () => {
      const differences: string[] = [];
      let count = 0;
      for (const point of points()) {
        count += 1;
        differences.push(...differencesAt(point).map((what) => `${point.name}: ${what}`));
      }
      expect(differences).toEqual([]);
      expect(count).toBe(14_994);
    },
    limitMs,
  );
});

function differencesAt({ setup, probe }: Point): string[] {
  const items = [...setup, probe];
  const inOrder = receive([items]);
  const probeFirst = receive([[probe], ...setup.map((fact) => [fact])]);
  const said = JSON.stringify(answerOf(inOrder, items));
  return [
    ...(said === JSON.stringify(referenceAnswer(items, defaultPolicy)) ? [] : ['the reference answers otherwise']),
    ...(said === JSON.stringify(answerOf(probeFirst, items)) ? [] : ['other people where the probe comes first']),
    ...(told(inOrder) === told(probeFirst) ? [] : ['agents are told otherwise where the probe comes first']),
  ];
}

function receive(batches: Evidence[][]): Ledger {
  const ledger = new Ledger();
  for (const batch of batches) ledger.receive(batch);
  return ledger;
}

function told(ledger: Ledger): string {
  return JSON.stringify([notices(ledger), reviews(ledger)]);
}
