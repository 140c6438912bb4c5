import type { Contact, Identifier } from '@throughline/contract';
import { AccountCard } from '../who/account-card.tsx';
import { accountHere } from '../who/account-words.ts';
import { Part } from './part.tsx';

/** What somebody is made of, where that is more than one: each with its own identifier and numbers. */
export function Accounts({ contact, here }: { contact: Contact; here: Identifier }) {
  const current = accountHere(contact.accounts, here);
  return (
    <Part title={`${contact.accounts.length} accounts, one person`}>
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
