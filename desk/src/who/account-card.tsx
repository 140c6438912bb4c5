import type { Account } from '@throughline/contract';
import type { ReactNode } from 'react';
import { Numbers } from '../context/numbers.tsx';
import { Identifier } from '../shell/identifier.tsx';
import { useNow } from '../shell/use-now.ts';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
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
      <p className="flex items-center justify-between gap-2">
        <Identifier value={identifier} className="min-w-0 font-semibold wrap-anywhere" />
        {isHere && <span className="chip chip-good">{say('who.thisThread')}</span>}
      </p>
      <p className="text-s text-ink-3">
        {named && (
          <>
            <bdi className="text-ink-2">{displayName}</bdi> ·{' '}
          </>
        )}
        {accountWords(account, now)}
      </p>
      {phones.length > 0 && (
        <div className="mt-2">
          <Numbers phones={phones} contactId={contactId} />
        </div>
      )}
      {children}
    </div>
  );
}
