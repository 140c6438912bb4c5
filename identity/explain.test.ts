import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullHistory, history } from '../tests/support/histories.ts';
import type { Anchor, Evidence } from './evidence.ts';
import { asOf, how, type Who, why, whyNot } from './explain.ts';
import { anchor, apart, claimed, day, moved, never, phone, same, seen, shared, takenBack } from './given.testing.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { Resolution } from './resolution.ts';
import { refold } from './resolve.ts';
import { type ContactId, emptyState, type HolderId, holderAt, type State } from './state.ts';
import { isDoubtful, joinAt, type Step, stepsOf } from './steps.ts';

let made = 0;
function folded(facts: readonly Evidence[], previous: State = emptyState, policy: Partial<Policy> = {}): Resolution {
  const ids = { holder: () => `h${++made}` as HolderId, contact: () => `c${++made}` as ContactId };
  return refold(facts, previous, { policy: { ...defaultPolicy, ...policy }, ids });
}

/** "1 R3 leased P1", and for two that became one "+ P1@1 B1". */
function spell(step: Step): string {
  const joins = step.joins ? ` + ${calling(step.joins.a)} ${calling(step.joins.b)}` : '';
  return `${step.at >= day ? `${step.at / day}d` : step.at} ${step.rule} ${whatOf(step)}${joins}`;
}

function whatOf({ change }: Step): string {
  switch (change.type) {
    case 'named':
      return `named ${short(change.value)}`;
    case 'leased':
      return `leased ${short(change.phone)}`;
    case 'lease_ended':
      return `ended ${short(change.phone)} ${change.ended}`;
    case 'kept_apart':
      return `kept_apart ${change.because}`;
    case 'said':
      return `said ${change.word.kind}`;
    default:
      return change.type;
  }
}

const short = (value: string) => value.replace(/^\+155500+/, 'P').replace(/^US\.(ENT\.)?/, '');
const calling = (one: Anchor) => short(one.value) + (one.kind === 'phone' ? `@${one.at}` : '');

function contactOf(resolution: Resolution, text: string): ContactId {
  const holder = holderAt(resolution.state, anchor(text));
  return resolution.state.holders.find(({ id }) => id === holder)?.contactId as ContactId;
}

const told = (resolution: Resolution, text: string) => how(resolution, contactOf(resolution, text)).map(spell);
const because = (resolution: Resolution, a: string, b: string) => why(resolution, anchor(a), anchor(b))?.map(spell);
const apartFor = (resolution: Resolution, a: string, b: string) => whyNot(resolution, anchor(a), anchor(b))?.map(spell);

describe('how a contact came to be', () => {
  it('tells of a number that wrote first, and of the account that took its history over', () => {
    const resolution = folded([seen(1, 'P1'), seen(2, 'P1'), seen(3, 'P1 B1'), seen(4, 'B1')]);
    expect(told(resolution, 'B1')).toEqual(['1 R3 born', '1 R3 leased P1', '3 R10 named B1 + P1@1 B1']);
  });

  it('tells of a changed number', () => {
    const resolution = folded([seen(1, 'P1 B1'), moved(2, 'P1 B1', 'P2 B2'), seen(3, 'P2 B2')]);
    expect(told(resolution, 'B1')).toEqual([
      '1 R8 born',
      '1 R8 named B1',
      '1 R8 leased P1',
      '2 R17 named B2 + B1 B2',
      '2 R17 ended P1 rotated',
      '2 R17 leased P2',
    ]);
  });

  it('tells both of a number in new hands', () => {
    const resolution = folded([seen(1, 'P1 B1'), seen(2, 'P1 B2')]);
    const between = ['2 R12 kept_apart other_account'];
    expect(told(resolution, 'B1')).toEqual([
      '1 R8 born',
      '1 R8 named B1',
      '1 R8 leased P1',
      ...between,
      '2 R12 ended P1 taken',
    ]);
    expect(told(resolution, 'B2')).toEqual(['2 R12 born', ...between, '2 R12 named B2', '2 R12 leased P1']);
  });

  it('tells of both lives of two that were joined, as the one they are now', () => {
    const resolution = folded([seen(1, 'B1'), seen(2, 'P1'), seen(3, 'P1 B1')]);
    const steps = how(resolution, contactOf(resolution, 'B1'));
    expect(steps.map(spell)).toEqual([
      '1 R6 born',
      '1 R6 named B1',
      '2 R3 born',
      '2 R3 leased P1',
      '3 R14 joined + B1 P1@2',
    ]);
    expect(new Set(steps.map((step) => step.holderId)).size).toBe(1);
  });

  it('tells what people said, unless they took it back', () => {
    const word = same(3, 'B1', 'B2');
    const facts = [seen(1, 'B1'), seen(2, 'B2'), word];
    expect(told(folded(facts), 'B2').at(-1)).toBe('3 R30 said merge');
    expect(told(folded([...facts, takenBack(4, word)]), 'B2')).toEqual(['2 R6 born', '2 R6 named B2']);
  });

  it('keeps the ids of its steps when more becomes known', () => {
    const facts = [seen(1, 'P1'), seen(3, 'P1 B1')];
    const before = stepsOf(folded(facts));
    const after = stepsOf(folded([...facts, seen(2, 'P2'), seen(4, 'P2 B1')]));
    expect(after.filter(({ rule }) => rule === 'R10').map(({ id }) => id)).toEqual(
      before.filter(({ rule }) => rule === 'R10').map(({ id }) => id),
    );
  });
});

describe('why two are one', () => {
  it('the account answered under the number', () => {
    const resolution = folded([seen(1, 'P1'), seen(2, 'P1 B1')]);
    expect(because(resolution, 'P1@1', 'B1')).toEqual(['1 R3 leased P1', '2 R10 named B1 + P1@1 B1']);
  });

  it('Meta said that one became the other', () => {
    const resolution = folded([seen(1, 'P1 B1'), moved(2, 'P1 B1', 'P2 B2')]);
    expect(because(resolution, 'B1', 'B2')).toEqual(['1 R8 named B1', '2 R17 named B2 + B1 B2']);
    expect(because(resolution, 'B1', 'P2@3')).toEqual(['1 R8 named B1', '2 R17 leased P2']);
  });

  it('both have one parent', () => {
    const resolution = folded([seen(1, 'B1'), seen(2, 'PB1'), seen(3, 'B1 PB1')]);
    expect(because(resolution, 'B1', 'PB1')).toEqual(['1 R6 named B1', '2 R6 named PB1', '3 R15 joined + B1 PB1']);
    const missing = folded([seen(1, 'B1 PB1'), seen(2, 'B2 PB1')]);
    expect(because(missing, 'B1', 'B2')).toEqual(['1 R6 named B1', '2 R16 named B2 + B1 B2']);
  });

  it('people put them together, also by way of somebody else', () => {
    const facts = [seen(1, 'B1'), seen(2, 'B2'), seen(3, 'B3'), same(4, 'B1', 'B2'), same(5, 'B2', 'B3')];
    expect(because(folded(facts), 'B1', 'B3')).toEqual([
      '1 R6 named B1',
      '3 R6 named B3',
      '4 R30 said merge',
      '5 R30 said merge',
    ]);
    const left = folded([...facts, apart(6, 'B2', 'B1 B3')]);
    expect(because(left, 'B1', 'B2')).toBeUndefined();
    expect(because(left, 'B1', 'B3')).toHaveLength(4);
  });

  it('needs no reason for the same one twice', () => {
    const resolution = folded([seen(1, 'P1 B1')]);
    const id = resolution.state.holders[0]?.id as HolderId;
    const contactId = resolution.state.holders[0]?.contactId as ContactId;
    expect(why(resolution, { kind: 'holder', id }, { kind: 'contact', id: contactId })).toEqual([]);
  });

  it('knows a holder by an id that went into another', () => {
    const before = folded([seen(2, 'P1'), seen(1, 'B1')]);
    const gone = holderAt(before.state, anchor('P1@3')) as HolderId;
    const after = folded([seen(2, 'P1'), seen(1, 'B1'), seen(3, 'P1 B1')], before.state);
    const kept = holderAt(after.state, anchor('B1')) as HolderId;
    expect(gone).not.toBe(kept);
    expect(why(after, { kind: 'holder', id: gone }, { kind: 'holder', id: kept })).toEqual([]);
  });
});

describe('why two are not one', () => {
  it('the number changed hands', () => {
    expect(apartFor(folded([seen(1, 'P1 B1'), seen(2, 'P1 B2')]), 'B1', 'B2')).toEqual([
      '1 R8 leased P1',
      '2 R12 kept_apart other_account',
      '2 R12 ended P1 taken',
      '2 R12 leased P1',
    ]);
  });

  it('the number was quiet for too long', () => {
    const resolution = folded([seen(1, 'P1'), seen(400 * day, 'P1 B1')]);
    expect(apartFor(resolution, 'P1@2', 'B1')).toContain('400d R11 kept_apart quiet_too_long');
  });

  it('people said so, before or after the machine found something in common', () => {
    const resolution = folded([seen(1, 'B1'), seen(2, 'P1'), never(9, 'B1', 'P1@2'), seen(3, 'P1 B1')]);
    expect(apartFor(resolution, 'B1', 'P1@2')).toContain('3 R11 kept_apart told_apart');
    const split = folded([seen(1, 'B1'), seen(2, 'B2'), same(3, 'B1', 'B2'), apart(4, 'B2', 'B1')]);
    expect(apartFor(split, 'B1', 'B2')).toEqual(['3 R30 said merge', '4 R30 said split']);
  });

  it('nothing ever connected them; a claim does not', () => {
    expect(apartFor(folded([seen(1, 'P1 B1'), seen(2, 'P2 B2')]), 'B1', 'B2')).toEqual([]);
    expect(apartFor(folded([seen(1, 'P1 B1'), seen(2, 'B2'), claimed(3, 'P1', 'B2')]), 'B1', 'B2')).toEqual([]);
  });

  it('has no answer for one person, and none for nobody', () => {
    const resolution = folded([seen(1, 'P1 B1')]);
    expect(apartFor(resolution, 'B1', 'P1@2')).toBeUndefined();
    expect(apartFor(resolution, 'B1', 'B2')).toBeUndefined();
    expect(because(resolution, 'B1', 'B2')).toBeUndefined();
  });
});

describe('what was known at a time', () => {
  const july = (date: number) => Date.UTC(2026, 6, date);
  const arrived = (evidence: Evidence, date: number) => ({ ...evidence, receivedAt: july(date) });
  const wrote = arrived(seen(july(1), 'P1 B1'), 1);
  const wroteNew = arrived(seen(july(2), 'P2 B2'), 2);
  const change = arrived(moved(july(2) - 1000, 'P1 B1', 'P2 B2'), 5);

  it('is who we thought this was on 3 July, before the word of the change came on the 5th', () => {
    const now = folded([wrote, wroteNew, change]);
    expect(because(now, 'B1', 'B2')).toHaveLength(2);
    const then = folded(asOf([wrote, wroteNew, change], july(3)), { ...now.state, words: [] });
    expect(because(then, 'B1', 'B2')).toBeUndefined();
    expect(apartFor(then, 'B1', 'B2')).toEqual([]);
    expect(contactOf(then, 'B1')).toBe(contactOf(now, 'B1'));
    expect(told(then, 'B2')).toEqual([`${july(2) / day}d R8 born`, expect.any(String), expect.any(String)]);
  });

  it('holds what people had said by then, and takes what has no time of arrival as known when it happened', () => {
    const word = same(july(4), 'B1', 'B2');
    const old = seen(july(2), 'B3');
    expect(asOf([wrote, word, old], july(3))).toEqual([wrote, old]);
    expect(asOf([wrote, word, old], july(4))).toEqual([wrote, word, old]);
    expect(asOf([wrote, word, old], july(1) - 1)).toEqual([]);
  });
});

describe('a step in which two became one', () => {
  const joining: Record<string, [Evidence[], [string, string][], Partial<Policy>?]> = {
    'R10: an account took over the history of a number': [[seen(1, 'P1'), seen(2, 'P1 B1')], [['P1@1', 'B1']]],
    'R14: an account met a number with a history': [[seen(1, 'B1'), seen(2, 'P1'), seen(3, 'P1 B1')], [['B1', 'P1@2']]],
    'R15: a parent known first': [[seen(1, 'PB1'), seen(2, 'B1 PB1')], [['PB1', 'B1']]],
    'R16: a change not told': [[seen(1, 'B1 PB1'), seen(2, 'B2 PB1')], [['B1', 'B2']]],
    'R18: the new account had written': [[seen(1, 'B1'), seen(2, 'B2'), moved(3, 'B1', 'B2')], [['B1', 'B2']]],
    'R20: the first account on a new number': [
      [seen(1, 'P1 B1'), moved(2, 'P1', 'P2'), seen(3, 'P2 B2')],
      [['B1', 'B2']],
    ],
    'R22: a number shared on request': [[seen(1, 'P1'), shared(500 * day, 'P1 B1')], [['P1@1', 'B1']]],
    'R23: a shared number, where the deployment joins': [
      [seen(1, 'P1 B1'), seen(2, 'B2'), shared(3, 'P1 B2')],
      [['B1', 'B2']],
      { joinOnSharedNumber: true },
    ],
  };

  for (const [name, [facts, expected, policy]] of Object.entries(joining))
    it(`${name}: says which two, and a split that names them tells them apart`, () => {
      const resolution = folded(facts, emptyState, policy);
      const steps = stepsOf(resolution).filter((step) => step.joins);
      expect(steps.map(({ joins }) => joins && [calling(joins.a), calling(joins.b)])).toEqual(expected);
      for (const { id } of steps) {
        const joins = joinAt(resolution, id);
        if (!joins) throw new Error('The step is not found by its id.');
        expect(together(folded([...facts, splitting(joins)], emptyState, policy), joins)).toBe(false);
      }
    });

  it('is found by the fact too, and is no cause for doubt where Meta itself gave the account a new id', () => {
    const change = moved(2, 'P1 B1', 'P2 B2');
    const resolution = folded([seen(1, 'P1 B1'), change]);
    expect(joinAt(resolution, change.id)).toEqual({ a: anchor('B1'), b: anchor('B2') });
    expect(stepsOf(resolution).filter(isDoubtful)).toEqual([]);
  });

  it('is none where somebody was first met, or that nobody knows', () => {
    const first = seen(1, 'P1 B1');
    expect(joinAt(folded([first]), first.id)).toBeUndefined();
    expect(joinAt(folded([first]), 'nobody:0')).toBeUndefined();
  });
});

function splitting({ a, b }: { a: Anchor; b: Anchor }): Evidence {
  return { ...apart(1000 * day, 'B1', 'B2'), a, from: [b] };
}

function together({ state }: Resolution, { a, b }: { a: Anchor; b: Anchor }): boolean {
  const [one, other] = [holderAt(state, a), holderAt(state, b)];
  return one !== undefined && one === other;
}

describe('for any history', () => {
  /** Every name and every number, as one may ask for it. */
  const everybody = ({ state }: Resolution): { who: Who; holderId: HolderId }[] => [
    ...state.names.map(({ kind, value, holderId }) => ({ who: { kind, value } as Anchor, holderId })),
    ...state.leases.map(({ phone: value, from, holderId }) => ({
      who: { kind: 'phone' as const, value, ...from },
      holderId,
    })),
  ];

  it('what is one has a why and no why not, and what is two the other way round', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const resolution = folded(facts);
        const all = everybody(resolution);
        for (const [i, one] of all.entries())
          for (const other of all.slice(i + 1)) {
            const reason = why(resolution, one.who, other.who);
            const not = whyNot(resolution, one.who, other.who);
            if (one.holderId === other.holderId) expect([reason?.length, not]).toEqual([expect.any(Number), undefined]);
            else expect([reason, not]).toEqual([undefined, expect.any(Array)]);
            if (reason) expect(reason.length).toBeGreaterThan(0);
          }
      }),
      { numRuns: 2000 },
    );
  });

  it('people who had their say make or undo one person, and there is a why for each', () => {
    fc.assert(
      fc.property(fullHistory, (facts) => {
        const resolution = folded(facts);
        const contact = new Map(resolution.state.holders.map(({ id, contactId }) => [id, contactId]));
        const all = everybody(resolution);
        for (const one of all)
          for (const other of all) {
            const isOne = contact.get(one.holderId) === contact.get(other.holderId);
            expect(why(resolution, one.who, other.who) !== undefined).toBe(isOne);
          }
      }),
      { numRuns: 1000 },
    );
  });

  it('how tells of each name and each number', () => {
    fc.assert(
      fc.property(fullHistory, (facts) => {
        const resolution = folded(facts);
        const { state } = resolution;
        for (const contactId of new Set(state.holders.map((holder) => holder.contactId))) {
          const own = new Set(state.holders.filter((holder) => holder.contactId === contactId).map(({ id }) => id));
          const steps = how(resolution, contactId);
          const given = steps.map(({ change, at, holderId }) =>
            change.type === 'named'
              ? `${holderId} ${change.value}`
              : change.type === 'leased'
                ? `${holderId} ${at}`
                : '',
          );
          for (const name of state.names)
            if (own.has(name.holderId)) expect(given).toContain(`${name.holderId} ${name.value}`);
          for (const lease of state.leases)
            if (own.has(lease.holderId)) expect(given).toContain(`${lease.holderId} ${lease.from.at}`);
          expect(steps.every((step) => own.has(step.holderId))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('what a machine made one, a split of that step tells apart, unless Meta itself says that one became the other', () => {
    fc.assert(
      fc.property(history, (facts) => {
        for (const { joins } of stepsOf(folded(facts)))
          if (joins) {
            const after = folded([...facts, splitting(joins)]);
            const attested = why(after, joins.a, joins.b)?.some(({ rule }) => ['R17', 'R18', 'R19'].includes(rule));
            expect(together(after, joins) && !attested).toBe(false);
          }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a long history', () => {
  it('is explained within a second', () => {
    const facts = Array.from({ length: 10_000 }, (_, n) => seen(n * 60_000, n % 2 ? 'P1 B1 @ana' : 'B1 @ana'));
    const begun = performance.now();
    const resolution = folded(facts);
    expect(how(resolution, contactOf(resolution, 'B1'))).toHaveLength(3);
    expect(why(resolution, anchor('B1'), { kind: 'phone', value: phone(1), at: 60_000, tie: '~' })).toHaveLength(2);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
