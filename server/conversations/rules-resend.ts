// When a person may decide to send a message again. Pure.

import { limits } from '../limits.ts';
import type { MessageStatus } from './rules-status.ts';

export interface SentBefore {
  status: MessageStatus;
  /** When it came to its status, in milliseconds; null where it never changed. */
  statusAt: number | null;
  resentAs: string | null;
}

export type ResendDecision =
  | { kind: 'yes' }
  | { kind: 'resent_before'; as: string }
  /** Word of it may still come: ask again at `at`. */
  | { kind: 'too_early'; at: number }
  | { kind: 'not_lost'; status: MessageStatus };

/** Only what failed, or of which nobody knows whether it went out; once. */
export function mayResend({ status, statusAt, resentAs }: SentBefore, now: number): ResendDecision {
  if (resentAs !== null) return { kind: 'resent_before', as: resentAs };
  if (status === 'failed') return { kind: 'yes' };
  if (status !== 'unknown') return { kind: 'not_lost', status };
  const at = (statusAt ?? 0) + limits.resendAfterMs;
  return at > now ? { kind: 'too_early', at } : { kind: 'yes' };
}
