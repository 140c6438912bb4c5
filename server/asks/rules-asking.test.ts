import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { type Circumstances, type LastRequest, mayAsk } from './rules-asking.ts';

const now = Date.UTC(2026, 8, 22);
const dayMs = 24 * 60 * 60 * 1000;
const free: Circumstances = {
  numberKnown: false,
  addressLost: false,
  blocked: false,
  open: true,
  template: false,
  requests: [],
  now,
};
const before = (days: number, state: LastRequest['state']): LastRequest => ({ state, askedAt: now - days * dayMs });

describe('a number', () => {
  it.each([
    ['is asked for by message in the window', {}, null, 'message'],
    ['is asked for by template outside it', { open: false, template: true }, null, 'template'],
    ['is not asked for outside it without a template', { open: false }, 'no_template', 'template'],
    ['is not asked for where it is known', { numberKnown: true }, 'number_known', 'message'],
    ['is not asked for where nobody can be reached', { addressLost: true }, 'address_lost', 'message'],
    ['is not asked for of somebody blocked', { blocked: true }, 'blocked', 'message'],
    ['is not asked for while an answer is awaited', { requests: [before(1, 'pending')] }, 'pending', 'message'],
    ['is not asked for twice within 30 days', { requests: [before(29, 'no_answer')] }, 'asked_recently', 'message'],
    ['is asked for again after them', { requests: [before(31, 'no_answer')] }, null, 'message'],
    ['is asked for at once where the question did not arrive', { requests: [before(1, 'failed')] }, null, 'message'],
    ['given and lost again is not asked for at once', { requests: [before(2, 'shared')] }, 'asked_recently', 'message'],
    [
      'known otherwise and lost again counts as asked for',
      { requests: [before(2, 'withdrawn')] },
      'asked_recently',
      'message',
    ],
    [
      'that was asked for before a question that did not arrive counts all the same',
      { requests: [before(1, 'failed'), before(3, 'no_answer')] },
      'asked_recently',
      'message',
    ],
    [
      'asked for long ago in one thread and lately in another is asked for lately',
      { requests: [before(40, 'no_answer'), before(3, 'pending')] },
      'pending',
      'message',
    ],
  ] as const)('%s', (_what, about, why, via) => {
    expect(mayAsk({ ...free, ...about })).toMatchObject({ why, via });
  });

  it('may be asked for again 30 days after it was asked for, and the day is told', () => {
    const { again } = mayAsk({ ...free, requests: [before(10, 'no_answer')] });
    expect(again).toBe(now + 20 * dayMs);
    expect(mayAsk({ ...free, now: again ?? 0, requests: [before(10, 'no_answer')] }).why).toBeNull();
    expect(limits.askNumberAgainMs).toBeGreaterThan(limits.numberRequestMs);
  });
});
