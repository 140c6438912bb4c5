import type { PrivacyState } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { after, type Standing, type Step } from './rules-requests.ts';

const standing = (over: Partial<Standing>): Standing => ({
  kind: 'erase',
  state: 'received',
  held: false,
  extended: false,
  confirmed: false,
  corrections: 0,
  runBy: null,
  ...over,
});
const run = (fourEyes = false): Step => ({ do: 'run', by: 'ana', fourEyes });

describe('a request', () => {
  it.each<[string, Partial<Standing>, Step, string]>([
    ['is asked for a code', {}, { do: 'send_code' }, 'verifying'],
    ['is asked for another code', { state: 'verifying' }, { do: 'send_code' }, 'verifying'],
    ['is proven', { state: 'verifying' }, { do: 'prove' }, 'verified'],
    ['is proven without a code', {}, { do: 'prove' }, 'verified'],
    ['is not proven twice', { state: 'verified' }, { do: 'prove' }, 'already_verified'],
    ['asks for no code once proven', { state: 'verified' }, { do: 'send_code' }, 'already_verified'],
    ['does not run unproven', {}, run(), 'not_verified'],
    ['does not run on a code alone', { state: 'verifying' }, run(), 'not_verified'],
    ['runs', { state: 'verified' }, run(), 'running'],
    ['waits for a second pair of eyes', { state: 'verified' }, run(true), 'awaiting_approval'],
    ['needs none to be restricted', { kind: 'restrict', state: 'verified' }, run(true), 'running'],
    [
      'needs them to be rectified',
      { kind: 'rectify', state: 'verified', corrections: 1 },
      run(true),
      'awaiting_approval',
    ],
    ['is not rectified in nothing', { kind: 'rectify', state: 'verified' }, run(), 'no_corrections'],
    ['names what is to be corrected', { kind: 'rectify', state: 'verifying' }, { do: 'correct' }, 'verifying'],
    ['is run again once that changed', { kind: 'rectify', state: 'awaiting_approval' }, { do: 'correct' }, 'verified'],
    ['names nothing of the kind to be erased', {}, { do: 'correct' }, 'no_rectification'],
    ['needs them to be handed out', { kind: 'access', state: 'verified' }, run(true), 'awaiting_approval'],
    ['is not erased under a hold', { state: 'verified', held: true }, run(), 'held'],
    ['is handed out under a hold', { kind: 'access', state: 'verified', held: true }, run(), 'running'],
    ['is approved by another', { state: 'awaiting_approval', runBy: 'ana' }, { do: 'approve', by: 'bo' }, 'running'],
    ['not by who ran it', { state: 'awaiting_approval', runBy: 'ana' }, { do: 'approve', by: 'ana' }, 'same_person'],
    ['not under a hold', { state: 'awaiting_approval', held: true }, { do: 'approve', by: 'bo' }, 'held'],
    ['not before it was run', { state: 'verified' }, { do: 'approve', by: 'bo' }, 'not_awaiting'],
    ['is refused while it waits', { state: 'awaiting_approval' }, { do: 'refuse' }, 'refused'],
    ['is cancelled', { state: 'verifying' }, { do: 'cancel' }, 'cancelled'],
    ['is held where it stands', { state: 'verified' }, { do: 'hold', held: true }, 'verified'],
    ['is extended once', { state: 'verifying' }, { do: 'extend' }, 'verifying'],
    ['not twice', { state: 'verifying', extended: true }, { do: 'extend' }, 'already_extended'],
    ['is confirmed once', { state: 'received', confirmed: true }, { do: 'confirm' }, 'already_confirmed'],
    ['ends', { state: 'running' }, { do: 'finish' }, 'done'],
    ['does not end before it ran', { state: 'verified' }, { do: 'finish' }, 'not_running'],
    ['is not stopped while it runs', { state: 'running' }, { do: 'refuse' }, 'running'],
    ['is not held while it runs', { state: 'running' }, { do: 'hold', held: true }, 'running'],
  ])('%s', (_what, given, step, expected) => {
    const verdict = after(standing(given), step);
    expect('state' in verdict ? verdict.state : verdict.obstacle).toBe(expected);
  });

  it.each<PrivacyState>(['done', 'refused', 'cancelled'])('that is %s is over', (state) => {
    for (const step of [run(), { do: 'refuse' }, { do: 'finish' }, { do: 'hold', held: true }] as const)
      expect(after(standing({ state }), step)).toEqual({ obstacle: 'ended' });
  });
});
