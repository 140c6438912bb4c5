import type { Account, Identifier } from '@throughline/contract';
import { say } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';

/** "WhatsApp account · since 3 May · 2 threads" */
export function accountWords({ kind, firstSeenAt, threads }: Account, now: number): string {
  return say(kind === 'account' ? 'who.account' : 'who.numberOnly', { since: dayWord(firstSeenAt, now), threads });
}

/** The account a reply in this thread goes to, where that can be told from what it shows. */
export function accountHere(accounts: Account[], to: Identifier): Account | undefined {
  const shown = accounts.filter(({ identifier }) => identifier.kind === to.kind && identifier.value === to.value);
  return shown.length === 1 ? shown[0] : undefined;
}
