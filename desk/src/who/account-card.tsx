import type { Account } from '@throughline/contract';
import type { ReactNode } from 'react';
import { Numbers } from '../context/numbers.tsx';
import { Identifier } from '../shell/identifier.tsx';
import { useNow } from '../shell/use-now.ts';
import { identifierText } from '../words/identifiers.ts';
import { accountWords } from './account-words.ts';

interface Props {
  account: Account;
  isHere?: boolean;
  contactId?: string;
  children?: ReactNode;
}

/** One of the accounts somebody is made of, with the numbers it had. */
export function AccountCard({ account, isHere = false, contactId, children }: Props) {
  const now = useNow();
  const { displayName, identifier, phones } = account;
  const named = displayName !== identifierText(identifier);
  return (
    <div className="rounded-md border border-line px-3 py-2.5" data-testid="account">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Identifier value={identifier} className="font-semibold wrap-anywhere" />
        {named && <bdi className="text-ink-3">{displayName}</bdi>}
        {isHere && <span className="chip chip-good ms-auto self-center">this thread</span>}
      </p>
      <p className="mb-2 text-s text-ink-3">{accountWords(account, now)}</p>
      {phones.length > 0 && <Numbers phones={phones} contactId={contactId} />}
      {children}
    </div>
  );
}
