// Whether a session proves enough for what its person's role may do. Pure.

import type { Role } from '@throughline/contract';

export interface Proof {
  readonly role: Role;
  readonly via: 'password' | 'passkey' | 'single_sign_on';
  /** A password alone opens no session of theirs: a code is asked for too. */
  readonly codes: boolean;
}

/**
 * A passkey is two factors in one, the device and what unlocks it, which is asked for here. Single sign-on is the provider's to
 * guard: it knows what it asked for, and asking again would teach people to type codes everywhere.
 */
export function lacksSecondFactor({ role, via, codes }: Proof, required: readonly Role[]): boolean {
  return required.includes(role) && via === 'password' && !codes;
}
