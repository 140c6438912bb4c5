import { describe, expect, it } from 'vitest';
import { callLine } from '../views/lines.ts';
import { inEnglish } from '../words/viewer.ts';
import { type CallMoments, callStatus } from './rules-outcome.ts';

const then = new Date(0);
const call = (known: Partial<CallMoments>): CallMoments => ({
  direction: 'in',
  rangAt: then,
  answeredAt: null,
  rejectedAt: null,
  endedAt: null,
  completed: null,
  durationS: null,
  ...known,
});

describe('a call', () => {
  it.each<[string, Partial<CallMoments>, string, string]>([
    ['rings', {}, 'ringing', 'Incoming call'],
    ['rings at the customer', { direction: 'out' }, 'ringing', 'Calling'],
    ['was answered', { answeredAt: then }, 'in_progress', 'Call in progress'],
    ['ended after talking', { endedAt: then, completed: true, durationS: 80 }, 'ended', 'Call · 1:20'],
    ['lasted an hour', { endedAt: then, durationS: 3605 }, 'ended', 'Call · 60:05'],
    ['ended "completed" without a word', { endedAt: then, completed: true, durationS: 0 }, 'missed', 'Missed call'],
    [
      'was not answered by the customer',
      { direction: 'out', endedAt: then, completed: true },
      'missed',
      'Call not answered',
    ],
    ['failed', { direction: 'out', endedAt: then, completed: false }, 'failed', 'Call failed'],
    ['was turned down', { direction: 'out', rejectedAt: then, endedAt: then }, 'rejected', 'Call declined'],
    ['is known by its end alone', { rangAt: null, endedAt: then, durationS: 5 }, 'ended', 'Call · 0:05'],
  ])('that %s', (_how, known, status, summary) => {
    const moments = call(known);
    expect(callStatus(moments)).toBe(status);
    expect(callLine(inEnglish, { ...moments, status: callStatus(moments) })).toBe(summary);
  });
});
