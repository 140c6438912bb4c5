import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationDetail } from '@throughline/contract';
import { threadsOfQuery } from '../api/queries.ts';
import { Identifier } from '../shell/identifier.tsx';
import { useNow } from '../shell/use-now.ts';
import { dayWord } from '../words/time.ts';
import { Part } from './part.tsx';

interface Props {
  conversation: ConversationDetail;
  onLeave: (() => void) | undefined;
}

/** The same person's other conversations: with our other numbers, and of their other accounts. */
export function OtherThreads({ conversation, onLeave }: Props) {
  const now = useNow();
  const { data } = useQuery(threadsOfQuery(conversation.contactId));
  // Where one person has several accounts, each thread says whose it is.
  const several =
    new Set(data?.data.map(({ contact: { identifier } }) => `${identifier.kind} ${identifier.value}`)).size > 1;
  const others = data?.data.filter(({ id }) => id !== conversation.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Part title="Other conversations">
      <ul className="flex flex-col gap-1">
        {others.map((other) => (
          <li key={other.id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: other.id }}
              search={true}
              className="-mx-2 block rounded-sm px-2 py-1.5 hover:bg-sunken"
              {...(onLeave ? { onClick: onLeave } : {})}
            >
              <bdi className="font-medium">{other.businessNumber.name}</bdi>
              <span className="block text-s text-ink-3">
                {several && (
                  <>
                    <Identifier value={other.contact.identifier} className="text-ink-2" /> ·{' '}
                  </>
                )}
                {other.state === 'open' ? 'open' : 'resolved'} · last {dayWord(other.lastItemAt, now)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
