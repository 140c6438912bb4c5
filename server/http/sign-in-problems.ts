// Why signing in was refused, in the words of whoever tried. better-auth answers codes and a sentence of its own in English; the
// code stays, the sentence is ours.

import type { Problem } from '@throughline/contract';
import { say } from '../words/say.ts';
import type { Reader } from '../words/viewer.ts';
import { titleOf } from './problems.ts';

/** The codes that mean something to whoever stands at the door; the others are programs' mistakes, or our own. */
const reasons = {
  invalid_email_or_password: 'invalid_email_or_password',
  invalid_password: 'invalid_password',
  invalid_email: 'invalid_email',
  password_too_short: 'password_too_short',
  password_too_long: 'password_too_long',
  credential_account_not_found: 'no_password',
  invalid_code: 'invalid_code',
  invalid_backup_code: 'invalid_backup_code',
  invalid_two_factor_cookie: 'start_again',
  too_many_attempts_request_new_code: 'start_again',
  account_temporarily_locked: 'locked',
  totp_not_enabled: 'app_not_on',
  two_factor_not_enabled: 'app_not_on',
  backup_codes_not_enabled: 'app_not_on',
  totp_already_enabled: 'app_is_on',
  suspended: 'suspended',
  session_expired: 'sign_in_again',
  session_not_fresh: 'sign_in_again',
  unauthorized: 'signed_out',
  passkey_unknown: 'passkey_unknown',
  passkey_refused: 'passkey_refused',
  passkey_too_late: 'passkey_too_late',
  passkeys_need_a_name: 'passkeys_need_a_name',
  too_many_passkeys: 'too_many_passkeys',
  invalid_origin: 'foreign_page',
  missing_or_null_origin: 'foreign_page',
  cross_site_navigation_login_blocked: 'foreign_page',
} as const satisfies Record<string, string>;

const titles: Readonly<Record<number, string>> = {
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'not_found',
  429: 'too_many_attempts',
};

/** `retryAfterS`: when the next try counts, where that is known. */
export function signInProblem(
  reader: Reader,
  { status, code }: Pick<Problem, 'status' | 'code'>,
  retryAfterS: number | undefined,
): Problem {
  return {
    type: 'about:blank',
    title: titleOf(reader, titles[status] ?? (status >= 500 ? 'internal_error' : 'not_accepted')),
    status,
    code,
    detail: why(reader, status, code, retryAfterS),
  };
}

function why(reader: Reader, status: number, code: string, retryAfterS: number | undefined): string {
  if (status === 404) return say(reader, 'sign_in.nothing_here');
  if (status === 429)
    return retryAfterS === undefined
      ? say(reader, 'sign_in.too_many')
      : say(reader, 'problem.too_many_attempts', { seconds: retryAfterS });
  if (status >= 500) return say(reader, 'sign_in.failed_here');
  return say(reader, `sign_in.${Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : 'other'}`);
}
