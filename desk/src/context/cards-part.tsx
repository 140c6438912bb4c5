import { useQuery } from '@tanstack/react-query';
import type { Contact } from '@throughline/contract';
import { cardsOfQuery } from '../api/people.ts';
import { useNow } from '../shell/use-now.ts';
import { phoneText } from '../words/identifiers.ts';
import { say, show } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';
import { Part } from './part.tsx';

/** Cards that were kept with a person: what somebody told of them. */
export function CardsPart({ contact }: { contact: Contact }) {
  const now = useNow();
  const { data } = useQuery(cardsOfQuery(contact.id));
  if (data === undefined || data.data.length === 0) return null;
  return (
    <Part title={say('context.cardsKept')}>
      <ul className="flex flex-col gap-2">
        {data.data.map(({ id, card, at, by }) => (
          <li key={id} className="wrap-anywhere">
            <bdi className="font-medium">{card.name.formatted}</bdi>
            {card.organization?.company !== undefined && (
              <bdi className="block text-s text-ink-2">{card.organization.company}</bdi>
            )}
            {card.phones.map(({ text, phone }) => (
              <span key={text} className="block text-s text-ink-2">
                <bdi dir="ltr">{phone === undefined ? text : phoneText(phone)}</bdi>
              </span>
            ))}
            {card.emails.map(({ email }) => (
              <span key={email} className="block text-s text-ink-2">
                <bdi dir="ltr">{email}</bdi>
              </span>
            ))}
            <span className="block text-s text-ink-3">
              {show('context.cardKeptBy', { day: dayWord(at, now), by: <bdi>{by}</bdi> })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
