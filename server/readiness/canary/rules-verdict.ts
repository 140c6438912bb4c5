// How one system is told of the made-up customer, step by step, and what can be said of it then. Pure.

import type { CanaryCause, CanaryStep, DeliveryFailure, RelayMode } from '@throughline/contract';
import type { CanaryCall, Finding } from './shapes.ts';

/** Nothing came back that could be read as a no. */
const silence: ReadonlySet<DeliveryFailure> = new Set([
  'timeout',
  'unreachable',
  'name_unknown',
  'address_refused',
  'certificate',
  'broken_off',
]);

function isSilent({ failure }: Pick<CanaryCall, 'failure'>): boolean {
  return failure !== null && silence.has(failure);
}

const silentEnough = 2;

/**
 * Which step is next; undefined where it is over. One that has been silent twice in a row is told no more but whom to forget: it would only take
 * longer to hear the same. Refused steps are passed over, since the next may be taken.
 */
export function nextStep(steps: readonly CanaryStep[], calls: readonly CanaryCall[]): CanaryStep | undefined {
  const done = new Set(calls.map(({ step }) => step));
  const rest = steps.filter((step) => !done.has(step));
  const latest = calls.slice(-silentEnough);
  const isGone = latest.length === silentEnough && latest.every(isSilent);
  return isGone ? rest.find((step) => step === 'erased') : rest[0];
}

/** How long to wait before a step is tried again; undefined: not any more. */
export function againAfterMs(
  tries: number,
  { most, firstWaitMs, retryAfterMs }: { most: number; firstWaitMs: number; retryAfterMs: number | null },
): number | undefined {
  if (tries >= most) return undefined;
  const wait = firstWaitMs * 4 ** (tries - 1);
  return Math.max(wait, Math.min(retryAfterMs ?? 0, wait * 4));
}

export interface Judged {
  calls: readonly CanaryCall[];
  mode: RelayMode | null;
  /** Whether what it was last told of real customers was taken. */
  takesOthers: boolean;
  slowMs: number;
}

export function findingOn({ calls, mode, takesOthers, slowMs }: Judged): Finding {
  const failed = calls.filter(({ failure }) => failure !== null);
  const [first] = failed;
  if (first) {
    const verdict = failed.every(isSilent) ? ('no_answer' as const) : ('refused' as const);
    return { verdict, step: first.step, cause: causeOf(first, { failed, calls, mode, takesOthers }) };
  }
  const slow = calls.find(({ tookMs }) => tookMs > slowMs);
  return slow ? { verdict: 'slow', step: slow.step, cause: 'slow' } : { verdict: 'well', step: null, cause: null };
}

const cannotBeReached: ReadonlySet<DeliveryFailure> = new Set([
  'unreachable',
  'name_unknown',
  'address_refused',
  'certificate',
]);

function causeOf(
  first: CanaryCall,
  { failed, calls, mode, takesOthers }: Omit<Judged, 'slowMs'> & { failed: readonly CanaryCall[] },
): CanaryCause {
  const { failure, status } = first;
  if (failure !== null && cannotBeReached.has(failure)) return 'unreachable';
  if (failure === 'gone' || failure === 'redirect' || status === 404 || status === 405) return 'address';
  if (status === 401 || status === 403) return 'signature';
  if (status === 429) return 'busy';
  if (failed.length === calls.length && !takesOthers) return 'takes_nothing';
  return meaningOf(first.step, mode);
}

function meaningOf(step: CanaryStep, mode: RelayMode | null): CanaryCause {
  switch (step) {
    case 'username_lost':
    case 'username_gained':
    case 'renamed':
      return 'new_username';
    case 'account_lost':
    case 'account_gained':
    case 'account_changed':
    case 'message_again':
      return 'new_account';
    case 'erased':
      return 'erasure';
    default:
      return mode === 'stable-alias' ? 'stand_in' : 'no_number';
  }
}
