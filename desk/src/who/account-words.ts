import type { Account, Identifier } from '@throughline/contract';
import { dayWord } from '../words/time.ts';

/** "WhatsApp account · since 3 May · 2 threads" */
export function accountWords({ kind, firstSeenAt, threads }: Account, now: number): string {
  const what = kind === 'account' ? 'WhatsApp account' : 'a number; its account is not known';
  const count = threads === 1 ? '1 thread' : `${threads} threads`;
  return `${what} · since ${dayWord(firstSeenAt, now)} · ${count}`;
}

/** The account a reply in this thread goes to, where that can be told from what it shows. */
export function accountHere(accounts: Account[], to: Identifier): Account | undefined {
  const shown = accounts.filter(({ identifier }) => identifier.kind === to.kind && identifier.value === to.value);
  return shown.length === 1 ? shown[0] : undefined;
}
