import { expect, it } from 'vitest';
import { progressOf, scheduleWords, willReach } from './campaign-words.ts';

it('says how many will be sent to, and how many not', () => {
  expect(willReach({ byReach: { phone: 90, account: 3, not_a_number: 5, opted_out: 2 } })).toEqual({
    sent: 93,
    left: 7,
  });
  expect(willReach({ byReach: {} })).toEqual({ sent: 0, left: 0 });
});

it('has come as far as rows are out of our hands', () => {
  expect(progressOf({ rows: 0, byState: {} })).toBe(0);
  expect(progressOf({ rows: 10, byState: { waiting: 4, queued: 1, read: 3, skipped: 2 } })).toBe(0.5);
  expect(progressOf({ rows: 2, byState: { read: 2 } })).toBe(1);
});

it('says when in the time of the place that was chosen, wherever the reader is', () => {
  expect(scheduleWords({ at: '2026-12-01T09:30', timeZone: 'America/New_York' })).toBe(
    'Tue, 1 December 2026, 09:30, New York',
  );
});
