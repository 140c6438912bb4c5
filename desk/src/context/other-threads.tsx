import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationDetail } from '@throughline/contract';
import { contactQuery, conversationQuery, threadsOfQuery } from '../api/queries.ts';
import { Identifier } from '../shell/identifier.tsx';
import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';
import { Part } from './part.tsx';

/** Nobody reads the accounts of more; the rest show what the person shows. */
const mostAsked = 12;

interface Props {
  conversation: ConversationDetail;
  onLeave: (() => void) | undefined;
}

/** The same person's other conversations: with our other numbers, and of their other accounts. */
export function OtherThreads({ conversation, onLeave }: Props) {
  const now = useNow();
  const { data } = useQuery(threadsOfQuery(conversation.contactId));
  const others = data?.data.filter(({ id }) => id !== conversation.id) ?? [];
  // Each thread says where a reply in it goes. Of several accounts only the thread's own answer tells which.
  const { data: contact } = useQuery(contactQuery(conversation.contactId));
  const several = (contact?.accounts.length ?? 1) > 1;
  const own = useQueries({
    queries: others.slice(0, mostAsked).map(({ id }) => ({ ...conversationQuery(id), enabled: several })),
  });
  if (others.length === 0) return null;
  return (
    <Part title={say('context.otherThreads')} count={others.length}>
      <ul className="flex flex-col gap-1">
        {others.map((other, index) => (
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
                <Identifier value={own[index]?.data?.reply.to ?? other.contact.identifier} className="text-ink-2" /> ·{' '}
                {say(other.state === 'open' ? 'context.threadOpen' : 'context.threadResolved', {
                  day: dayWord(other.lastItemAt, now),
                })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
