import { describe, expect, it } from 'vitest';
import { dueOf, dueState } from './rules-due.ts';

const at = (text: string) => Date.parse(`${text}T10:00:00Z`);
const day = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 10));

describe('when the law wants an answer', () => {
  it.each([
    ['gdpr', '2026-09-22', false, '2026-10-22', null],
    ['gdpr', '2026-01-31', false, '2026-02-28', null],
    ['gdpr', '2028-01-31', false, '2028-02-29', null],
    ['gdpr', '2026-11-30', true, '2027-02-28', null],
    ['gdpr', '2026-12-15', false, '2027-01-15', null],
    ['other', '2026-09-22', false, '2026-10-22', null],
    // A Tuesday: ten business days are two weeks.
    ['ccpa', '2026-09-22', false, '2026-11-06', '2026-10-06'],
    // A Saturday: the first business day is Monday.
    ['ccpa', '2026-09-26', false, '2026-11-10', '2026-10-09'],
    ['ccpa', '2026-09-22', true, '2026-12-21', '2026-10-06'],
  ] as const)('by %s from %s, extended %s, is %s', (law, received, extended, due, confirm) => {
    const { dueAt, confirmBy } = dueOf(law, at(received), extended);
    expect([day(dueAt), day(confirmBy)]).toEqual([due, confirm]);
  });

  it('is soon a week before, late after, and nothing once the request has ended', () => {
    const dueAt = at('2026-10-22');
    const state = (now: string, ended = false) => dueState({ dueAt, ended }, at(now));
    expect([state('2026-10-15'), state('2026-10-16'), state('2026-10-22'), state('2026-10-23')]).toEqual([
      'fine',
      'soon',
      'soon',
      'late',
    ]);
    expect(state('2027-01-01', true)).toBe('ended');
  });
});
