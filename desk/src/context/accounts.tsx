import type { Contact, Identifier } from '@throughline/contract';
import { AccountCard } from '../who/account-card.tsx';
import { accountHere } from '../who/account-words.ts';
import { say } from '../words/say.tsx';
import { Part } from './part.tsx';

/** What somebody is made of, where that is more than one: each with its own identifier and numbers. */
export function Accounts({ contact, here }: { contact: Contact; here: Identifier }) {
  const current = accountHere(contact.accounts, here);
  return (
    <Part title={say('context.accounts', { count: contact.accounts.length })}>
      <ul className="flex flex-col gap-2">
        {contact.accounts.map((account) => (
          <li key={account.id}>
            <AccountCard account={account} isHere={account === current} contactId={contact.id} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
