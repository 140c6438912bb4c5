import type { Contact } from '@throughline/contract';
import { Identifier } from '../shell/identifier.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say, show } from '../words/say.tsx';
import { Part } from './part.tsx';

/** The same WhatsApp account, as other portfolios of the group know it. */
export function Related({ related }: { related: Contact['related'] }) {
  if (related.length === 0) return null;
  return (
    <Part title={say('context.alsoKnown')}>
      <ul className="flex flex-col gap-1.5">
        {related.map(({ contact, portfolio }) => (
          <li key={contact.id}>
            <bdi className="font-medium wrap-anywhere">{contact.displayName}</bdi>
            <span className="block text-s text-ink-3">
              {contact.displayName !== identifierText(contact.identifier) && (
                <>
                  <Identifier value={contact.identifier} /> ·{' '}
                </>
              )}
              {show('context.inPortfolio', { portfolio: <bdi>{portfolio}</bdi> })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
