import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPosition, type EvidenceId, type SeenTogether } from './evidence.ts';
import { type Bsuid, type E164, parseUsername } from './identifiers.ts';
import { defaultPolicy } from './policy.ts';
import { refold } from './resolve.ts';
import { isPackable, pack, type Run, runLimit, unpack } from './runs.ts';
import { type ContactId, emptyState, type HolderId } from './state.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
const hash = fc.string({ unit: fc.constantFrom(...letters), minLength: 22, maxLength: 22 });
/** Mostly hashes; now and then any text at all, half surrogates included. */
const id = fc.oneof(
  { weight: 6, arbitrary: hash },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)) },
);
const time = fc.oneof(
  fc.integer({ min: 1_790_000_000, max: 1_790_000_100 }).map((seconds) => seconds * 1000),
  fc.integer({ min: -(2 ** 49), max: 2 ** 49 }),
);
const name = fc.constantFrom('Ana', 'Аня', '\ud83d\ude00', '');

const sighting: fc.Arbitrary<SeenTogether> = fc
  .record(
    {
      kind: fc.constant('seen-together' as const),
      id: id as fc.Arbitrary<EvidenceId>,
      at: time,
      receivedAt: time,
      by: fc.constantFrom('customer', 'status', 'business'),
      phone: fc.constantFrom('+15550001111', '+15550002222') as fc.Arbitrary<E164>,
      bsuid: fc.constantFrom('US.1', 'US.2') as fc.Arbitrary<Bsuid>,
      name,
      username: fc.constantFrom(null, parseUsername('ana') ?? null),
    },
    { requiredKeys: ['kind', 'id', 'at', 'by'] },
  )
  .map((evidence) => evidence as SeenTogether);
const history = fc.uniqueArray(sighting, { selector: (evidence) => evidence.id, maxLength: 40 });

const inOrder = (evidence: readonly SeenTogether[]) => [...evidence].sort(byPosition);

describe('packing', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(history, (all) => {
        expect(inOrder(unpack(pack(all)))).toEqual(inOrder(all));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same runs in any order, packed at once or bit by bit, some of it twice', () => {
    const deliveries = history.chain((all) =>
      fc.record({
        all: fc.constant(all),
        arrivals: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
        batch: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(deliveries, ({ all, arrivals, batch }) => {
        let runs: Run[] = [];
        for (let i = 0; i < arrivals.length; i += batch)
          runs = pack([...unpack(runs), ...arrivals.slice(i, i + batch)]);
        expect(runs).toEqual(pack(all));
      }),
      { numRuns: 500 },
    );
  });

  it('describes each run truly: first, last, count, one content', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const run of pack(all)) {
          const inside = unpack([run]);
          expect(inside).toHaveLength(run.count);
          expect(inside).toEqual(inOrder(inside));
          expect([run.first.at, run.last.at]).toEqual([inside[0]?.at, inside.at(-1)?.at]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the first received of one id', () => {
    const one = said(1, { receivedAt: 5000 });
    const again = { ...one, receivedAt: 9000 };
    expect(unpack(pack([again, one]))).toEqual([one]);
    expect(unpack(pack([one, again]))).toEqual([one]);
  });

  it('refuses what a run cannot hold, and says beforehand what that is', () => {
    const moved = { kind: 'rotated' as const, id: 'x' as EvidenceId, at: 1, previous: {}, current: {} };
    const odd = [moved, said(1, { at: 1.5 }), said(1, { at: 2 ** 51 }), said(1, { receivedAt: Number.NaN })];
    for (const one of odd) {
      expect(isPackable(one)).toBe(false);
      expect(() => pack([one as SeenTogether])).toThrow('cannot be packed');
    }
  });

  it('notices bytes that were cut off', () => {
    const [run] = pack([said(1), said(2)]);
    if (!run) throw new Error('there is a run');
    expect(() => unpack([{ ...run, positions: run.positions.slice(0, -3) }])).toThrow('ends before');
  });
});

function hashed(n: number): EvidenceId {
  let rest = n;
  return Array.from({ length: 22 }, (_, i) => {
    rest = (Math.imul(rest, 1103515245) + 12345 + i) >>> 0;
    return letters[rest >>> 26] ?? 'A';
  }).join('') as EvidenceId;
}

function said(n: number, more: Partial<SeenTogether> = {}): SeenTogether {
  const at = 1_790_000_000_000 + n * 1000;
  const who = { phone: '+15550001111' as E164, bsuid: 'US.1' as Bsuid, name: 'Ana' };
  return { kind: 'seen-together', by: 'customer', id: hashed(n), at, receivedAt: at + 700 + (n % 9), ...who, ...more };
}

describe('ten thousand messages', () => {
  const same = Array.from({ length: 10_000 }, (_, n) => said(n));

  it('that say the same are ten runs of some twenty bytes a message', () => {
    const runs = pack(same);
    expect(runs.length).toBeLessThanOrEqual(10);
    expect(runs.map((run) => run.count)).toEqual([...Array(9).fill(runLimit), 10_000 - 9 * runLimit]);
    const bytes = runs.reduce((sum, run) => sum + run.positions.length, 0);
    expect(bytes / same.length).toBeLessThan(21);
    expect(unpack(runs)).toEqual(same);
  });

  it('with a username taken in the middle are one or two more', () => {
    const username = parseUsername('ana') ?? null;
    const changed = same.map((one, n) => (n < 5000 ? one : { ...one, username }));
    expect(pack(changed).length).toBeLessThanOrEqual(12);
  });

  it('each answered, with statuses in between, are not one run each', () => {
    const by = ['customer', 'business', 'status'] as const;
    const mixed = same.map((one, n) => ({ ...one, by: by[n % 3] ?? 'customer' }));
    expect(pack(mixed).length).toBeLessThanOrEqual(12);
  });

  it('fold to the same people from runs as from rows, with a late fact among them', () => {
    const late = said(4321, { id: hashed(77_777_777), username: parseUsername('ana') ?? null });
    const fold = (evidence: readonly SeenTogether[]) => {
      let made = 0;
      const ids = { holder: () => `h${++made}` as HolderId, contact: () => `c${made}` as ContactId };
      return refold([...evidence, late], emptyState, { policy: defaultPolicy, ids });
    };
    expect(fold(unpack(pack(same.toReversed())))).toEqual(fold(same));
  });
});
