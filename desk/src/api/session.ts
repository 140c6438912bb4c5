// Signing in and out. The session itself is a cookie the desk never sees.

import { say } from '../words/say.tsx';
import { call, RequestProblem } from './client.ts';

/** `twoFactorRedirect`: the password was right, and a code is asked for. */
export async function signIn(email: string, password: string): Promise<{ twoFactorRedirect?: boolean }> {
  return await call('/api/auth/sign-in/email', { method: 'POST', body: { email, password } });
}

export async function signOut(): Promise<void> {
  await call('/api/auth/sign-out', { method: 'POST', body: {} });
}

/** What went wrong, for the person at the door. */
export function signInFailure(error: unknown): string {
  if (error instanceof RequestProblem && error.status === 429) return say('api.tooManyTries');
  if (error instanceof RequestProblem && error.status >= 500) {
    return say('api.cannotCheck');
  }
  return error instanceof Error ? error.message : say('api.wentWrong');
}

/** Where to go after signing in: only ever a path of this desk. */
export function safeTarget(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') && !to.startsWith('/sign-in')
    ? to
    : '/inbox';
}
