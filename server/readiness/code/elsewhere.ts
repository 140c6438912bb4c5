// What one file of a project says of another: changes of account may be followed elsewhere than where numbers are.

import type { Finding } from './finding.ts';

const aboutChanges = new Set(['withdrawn-id-update', 'number-change-by-phone-only']);

/** Does this text follow changes of account ids? */
export function followsChanges(text: string): boolean {
  return /user_changed_user_id|previous_user_id/.test(text);
}

/** `isFollowed`: by any file. */
export function withoutFollowed(findings: readonly Finding[], isFollowed: boolean): Finding[] {
  return findings.filter(({ rule }) => !isFollowed || !aboutChanges.has(rule));
}
