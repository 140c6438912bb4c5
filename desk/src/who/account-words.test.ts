import type { Account, Identifier } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { accountHere, accountWords } from './account-words.ts';

const now = new Date(2026, 10, 22, 15, 30).getTime();
const phone: Identifier = { kind: 'phone', value: '+15550002222' };
const username: Identifier = { kind: 'username', value: 'ana' };

const account = (identifier: Identifier, more: Partial<Account> = {}): Account => ({
  id: identifier.value,
  kind: 'account',
  identifier,
  displayName: 'Ana',
  phones: [],
  firstSeenAt: new Date(2026, 4, 3, 9).toISOString(),
  lastSeenAt: new Date(2026, 4, 3, 9).toISOString(),
  threads: 2,
  ...more,
});

describe('an account in a line', () => {
  it('says what it is, since when, and how many threads it has', () => {
    expect(accountWords(account(phone), now)).toBe('WhatsApp account · since 3 May · 2 threads');
  });

  it('says where the account behind a number is not known', () => {
    expect(accountWords(account(phone, { kind: 'number', threads: 1 }), now)).toBe(
      'a number; its account is not known · since 3 May · 1 thread',
    );
  });
});

describe('the account of this thread', () => {
  it('is the one that shows what a reply goes to', () => {
    const both = [account(phone), account(username)];
    expect(accountHere(both, username)).toBe(both[1]);
  });

  it('is nobody’s to guess where two show the same, or none does', () => {
    expect(accountHere([account(phone), account(phone)], phone)).toBeUndefined();
    expect(accountHere([account(phone)], username)).toBeUndefined();
  });
});
