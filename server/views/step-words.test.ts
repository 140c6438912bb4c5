import {
  type ContactId,
  defaultPolicy,
  type Evidence,
  type EvidenceId,
  emptyState,
  type HolderId,
  type Party,
  type Policy,
  parseBsuid,
  parseE164,
  parseParentBsuid,
  refold,
  stepsOf,
  successors,
} from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../words/viewer.ts';
import { toldSteps } from './step-words.ts';

const day = 86_400_000;
const july = Date.UTC(2026, 6, 1);
let made = 0;

/** "P1 B1 PB1", on this day of July 2026. */
function party(text: string): Party {
  const who: Party = {};
  for (const word of text.split(' ')) {
    if (word.startsWith('PB')) Object.assign(who, { parent: parseParentBsuid(`US.ENT.${word.slice(2)}`) });
    else if (word.startsWith('P'))
      Object.assign(who, { phone: parseE164(`+155520000${word.slice(1).padStart(2, '0')}`) });
    else Object.assign(who, { bsuid: parseBsuid(`US.${word.slice(1)}`) });
  }
  return who;
}

const base = (date: number) => ({ id: `e${++made}` as EvidenceId, at: july + (date - 1) * day });
const seen = (date: number, text: string, more: object = {}): Evidence =>
  ({ ...base(date), kind: 'seen-together', by: 'customer', ...party(text), ...more }) as Evidence;
const moved = (date: number, previous: string, current: string): Evidence => ({
  ...base(date),
  kind: 'rotated',
  previous: party(previous),
  current: party(current),
});

/** What everybody is told, one line a sentence. */
function told(facts: Evidence[], policy: Partial<Policy> = {}): string[] {
  const ids = { holder: () => `h${++made}` as HolderId, contact: () => `c${++made}` as ContactId };
  const resolution = refold(facts, emptyState, { policy: { ...defaultPolicy, ...policy }, ids });
  const steps = toldSteps(stepsOf(resolution), {
    reader: inEnglish,
    receivedAt: () => undefined,
    nameOf: () => 'Ana',
    accountOf: () => undefined,
    successorOf: successors(resolution.trace, resolution.retired),
  });
  expect(steps.map((step) => `${step.title} ${step.detail}`).join(' ')).not.toMatch(/US\.|undefined|null/);
  for (const step of steps) expect(step.title).toMatch(/^[A-Z+\u2068].*\.$/);
  return steps.map((step) => `${step.rule} ${step.title}${step.tellApart ? ' (may be told apart)' : ''}`);
}

const one = '+1 555 200 0001';
const two = '+1 555 200 0002';
const later: Record<string, [Evidence[], string, Partial<Policy>?]> = {
  'a number adopted': [
    [seen(1, 'P1'), seen(3, 'P1 B1')],
    `R10 ${one} turned out to be this WhatsApp account. (may be told apart)`,
  ],
  'an account and a number joined': [
    [seen(1, 'B1'), seen(2, 'P1'), seen(3, 'P1 B1')],
    `R14 ${one} turned out to be this WhatsApp account. (may be told apart)`,
  ],
  'a parent of two': [
    [seen(1, 'B1'), seen(2, 'PB1'), seen(3, 'B1 PB1')],
    'R15 WhatsApp named two accounts as one. (may be told apart)',
  ],
  'a change not announced': [
    [seen(1, 'B1 PB1'), seen(2, 'B2 PB1')],
    'R16 A second id of their WhatsApp account was met. (may be told apart)',
  ],
  'a changed number': [
    [seen(1, 'P1 B1'), moved(2, 'P1 B1', 'P2 B2')],
    `R17 They changed their number, from ${one} to ${two}.`,
  ],
  'a changed number that is hidden': [
    [seen(1, 'P1 B1'), moved(2, 'P1 B1', 'B2')],
    `R17 They changed their number, and left ${one}.`,
  ],
  'a new id of a hidden number': [[seen(1, 'B1'), moved(2, 'B1', 'B2')], 'R17 WhatsApp gave their account a new id.'],
  'a change of two that were met': [
    [seen(1, 'B1'), seen(2, 'B2'), moved(3, 'B1', 'B2')],
    'R18 Two became one person with a new number. (may be told apart)',
  ],
  'a change told by numbers': [
    [seen(1, 'P1 B1'), moved(2, 'P1', 'P2'), seen(3, 'P2 B2')],
    'R20 The account on their new number was met. (may be told apart)',
  ],
  'a number shared': [
    [seen(1, 'B1'), seen(2, 'P1 B1', { sharedNumber: true })],
    `R22 ${one} came with this WhatsApp account.`,
  ],
  'a number shared that has a history': [
    [seen(1, 'P1'), seen(2, 'P1 B1', { sharedNumber: true })],
    `R22 They shared ${one}, and its history is theirs. (may be told apart)`,
  ],
  'a number shared that another had': [
    [seen(1, 'P1 B1'), seen(2, 'B2'), seen(3, 'P1 B2', { sharedNumber: true })],
    'R23 They shared a number that another account had, and the two became one. (may be told apart)',
    { joinOnSharedNumber: true },
  ],
  'a second number': [
    [seen(1, 'P1 B1'), seen(2, 'P2 B1')],
    `R9 Their WhatsApp account came with ${two} instead of ${one}.`,
  ],
  'another key': [
    [seen(1, 'P1', { keyHash: 'a' }), seen(2, 'P1', { keyHash: 'b' })],
    `R26 ${one} was met, from an account WhatsApp did not name.`,
  ],
};

describe('the sentences of an explanation', () => {
  for (const [what, [facts, last, policy]] of Object.entries(later))
    it(`tell of ${what}`, () => {
      expect(told(facts, policy)).toContain(last);
    });

  it('tell of a number in new hands from both sides', () => {
    expect(told([seen(1, 'P1 B1'), seen(2, 'P1 B2')])).toEqual([
      `R8 ${one} and a WhatsApp account were met together.`,
      `R12 ${one} and a WhatsApp account were met together.`,
      'R12 Kept apart from Ana.',
      `R12 ${one} stopped being theirs.`,
    ]);
  });

  it('say since when the number was known, and on which day it turned out to be an account', () => {
    const ids = { holder: () => `h${++made}` as HolderId, contact: () => `c${++made}` as ContactId };
    const resolution = refold([seen(1, 'P1'), seen(3, 'P1 B1')], emptyState, { policy: defaultPolicy, ids });
    const [, adopted] = toldSteps(stepsOf(resolution), {
      reader: inEnglish,
      receivedAt: () => july,
      nameOf: () => undefined,
      accountOf: (id) => id,
      successorOf: (id) => id,
    });
    expect(adopted?.detail).toBe(
      `The number ${one} was known since 1 July 2026; on 3 July 2026 the same number came with a WhatsApp account, so the history is theirs.`,
    );
    expect(adopted?.receivedAt).toBe('2026-07-01T00:00:00.000Z');
  });
});
