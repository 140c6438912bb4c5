import type { Account, ContactSummary } from '@throughline/contract';
import type { ReactNode } from 'react';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { Avatar } from './avatar.tsx';
import { HiddenChip, Identifier } from './identifier.tsx';

interface Props {
  person: ContactSummary;
  accounts?: Account[];
  children?: ReactNode;
}

/** Somebody in a small frame, to be told apart from somebody else at a glance. */
export function PersonCard({ person, accounts = [], children }: Props) {
  const named = person.displayName !== identifierText(person.identifier);
  return (
    <div className="flex min-w-0 gap-2.5 rounded-md border border-line bg-surface px-3 py-2.5">
      <Avatar id={person.id} name={person.displayName} size="s" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">
          <bdi>{person.displayName}</bdi>
        </p>
        {accounts.length > 1 ? (
          <ul aria-label={say('shell.accounts')}>
            {accounts.map(({ id, identifier }) => (
              <li key={id} className="text-s text-ink-3 wrap-anywhere">
                <Identifier value={identifier} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="flex flex-wrap items-center gap-1.5 text-s text-ink-3">
            {named && <Identifier value={person.identifier} className="wrap-anywhere" />}
            {person.numberHidden && <HiddenChip words={say('inbox.hidden')} />}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
