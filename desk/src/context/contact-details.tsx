import { useQuery } from '@tanstack/react-query';
import type { Contact, ConversationDetail } from '@throughline/contract';
import { EyeOff } from 'lucide-react';
import { Suspense } from 'react';
import { contactQuery } from '../api/queries.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Identifier } from '../shell/identifier.tsx';
import { lazily } from '../shell/lazily.ts';
import { useDelayed } from '../shell/use-delayed.ts';
import { useNow } from '../shell/use-now.ts';
import { identifierText, phoneText } from '../words/identifiers.ts';
import { say, show } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';
import { Accounts } from './accounts.tsx';
import { BlocksPart } from './blocks-part.tsx';
import { CardsPart } from './cards-part.tsx';
import { Facts } from './facts.tsx';
import { NumbersPart } from './numbers-part.tsx';
import { OnePerson } from './one-person.tsx';
import { OtherThreads } from './other-threads.tsx';
import { Part } from './part.tsx';
import { QuestionsLink } from './questions-link.tsx';
import { Related } from './related.tsx';
import { WishesPart } from './wishes-part.tsx';

const LabelsPart = lazily(async () => (await import('../labels/labels-part.tsx')).LabelsPart);
const ContactMenu = lazily(async () => (await import('./contact-menu.tsx')).ContactMenu);

interface Props {
  conversation: ConversationDetail;
  onLeave?: () => void;
}

export function ContactDetails({ conversation, onLeave }: Props) {
  const { contactId, reply } = conversation;
  const answer = useQuery(contactQuery(contactId));
  const summary = answer.data ?? conversation.contact;
  const slow = useDelayed(answer.isPending, 300);
  const named = summary.displayName !== identifierText(summary.identifier);
  return (
    <>
      <div className="flex items-center gap-3">
        <Avatar id={summary.id} name={summary.displayName} size="l" />
        <div className="min-w-0">
          <h2 className="text-xl leading-tight font-[650] tracking-[-.01em] wrap-anywhere">
            <bdi>{summary.displayName}</bdi>
          </h2>
          {named && <Identifier value={summary.identifier} className="text-ink-3 wrap-anywhere" />}
        </div>
        {answer.data && (
          <Suspense>
            <ContactMenu contact={answer.data} />
          </Suspense>
        )}
      </div>
      {slow && <div role="status" aria-label={say('context.loading')} className="skeleton mt-5 h-24" />}
      {answer.isError && answer.data === undefined && (
        <p role="alert" className="mt-5 text-ink-2">
          {say('context.failed')}{' '}
          <button type="button" className="text-btn" onClick={() => void answer.refetch()}>
            {say('common.tryAgain')}
          </button>
        </p>
      )}
      {answer.data && (
        <>
          <QuestionsLink contact={answer.data} />
          {answer.data.numberHidden && <HiddenNote contact={answer.data} />}
          <Suspense>
            <LabelsPart
              of={{ kind: 'conversation', id: conversation.id }}
              title={say('labels.conversation')}
              tags={conversation.tags}
              values={conversation.values}
            />
            <LabelsPart
              of={{ kind: 'contact', id: answer.data.id }}
              title={say('labels.person')}
              tags={answer.data.tags}
              values={answer.data.values}
            />
          </Suspense>
          <Part title={say('context.details')}>
            <Facts contact={answer.data} />
          </Part>
          <OnePerson contact={answer.data} />
          {answer.data.accounts.length > 1 && (
            <Accounts contact={answer.data} here={reply.to ?? conversation.contact.identifier} />
          )}
          <NumbersPart contact={answer.data} conversation={conversation} />
          <CardsPart contact={answer.data} />
          <WishesPart contact={answer.data} />
          <BlocksPart contact={answer.data} businessNumber={conversation.businessNumber} />
          <OtherThreads conversation={conversation} onLeave={onLeave} />
          <Related related={answer.data.related} />
        </>
      )}
    </>
  );
}

function HiddenNote({ contact: { phones, numberHiddenSince } }: { contact: Contact }) {
  const now = useNow();
  const kept = phones.find(({ role }) => role === 'hidden');
  return (
    <div className="mt-4 flex gap-2.5 rounded-md bg-info-soft px-3 py-2.5 text-s">
      <EyeOff aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0 text-info" />
      <p>
        <b className="font-semibold">
          {numberHiddenSince === undefined
            ? say('context.hidden')
            : say('context.hiddenSince', { day: dayWord(numberHiddenSince, now) })}
        </b>{' '}
        {say('context.replyAsAlways')}
        {kept && (
          <>
            {' '}
            {show('context.keptNumber', {
              number: (
                <bdi dir="ltr" className="font-medium whitespace-nowrap">
                  {phoneText(kept.value)}
                </bdi>
              ),
            })}
          </>
        )}
      </p>
    </div>
  );
}
