import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { mayResend } from './rules-resend.ts';
import { advance, advanceByAnswer } from './rules-status.ts';

const at = 1_000_000;
const before = (status: Parameters<typeof mayResend>[0]['status'], resentAs: string | null = null) =>
  mayResend({ status, statusAt: at, resentAs }, at + limits.resendAfterMs);

describe('sending again', () => {
  it('is for what failed, at once, and for what is not known, after a while', () => {
    expect(mayResend({ status: 'failed', statusAt: at, resentAs: null }, at)).toEqual({ kind: 'yes' });
    const early = mayResend({ status: 'unknown', statusAt: at, resentAs: null }, at + limits.resendAfterMs - 1);
    expect(early).toEqual({ kind: 'too_early', at: at + limits.resendAfterMs });
    expect(before('unknown')).toEqual({ kind: 'yes' });
  });

  it.each(['queued', 'accepted', 'sent', 'delivered', 'read', 'played', 'cancelled'] as const)(
    'is not for a message that is %s',
    (status) => {
      expect(before(status)).toEqual({ kind: 'not_lost', status });
    },
  );

  it('is done once', () => {
    expect(before('failed', 'b')).toEqual({ kind: 'resent_before', as: 'b' });
  });
});

describe('the answer to a send', () => {
  it('that is a refusal ends only what nothing better is known of', () => {
    expect(advanceByAnswer('queued', 'failed')).toBe('failed');
    expect(advanceByAnswer('unknown', 'failed')).toBe('failed');
    for (const known of ['accepted', 'sent', 'delivered', 'read'] as const)
      expect(advanceByAnswer(known, 'failed')).toBe(known);
  });

  it('that came after all takes a message out of the unknown', () => {
    expect(advanceByAnswer('unknown', 'accepted')).toBe('accepted');
    expect(advanceByAnswer('delivered', 'accepted')).toBe('delivered');
    expect(advanceByAnswer('sent', 'unknown')).toBe('sent');
  });
});

describe('a message taken back', () => {
  it('stays so, unless word of it comes all the same', () => {
    expect(advance('queued', 'cancelled')).toBe('cancelled');
    expect(advance('cancelled', 'unknown')).toBe('cancelled');
    expect(advance('cancelled', 'delivered')).toBe('delivered');
    expect(advance('accepted', 'cancelled')).toBe('accepted');
  });
});
