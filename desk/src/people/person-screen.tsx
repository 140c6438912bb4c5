// One person: who it is and why, everything noted of them, and all their conversations.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Contact } from '@throughline/contract';
import { useEffect } from 'react';
import { RequestProblem } from '../api/client.ts';
import { contactQuery, threadsOfQuery } from '../api/queries.ts';
import { CardsPart } from '../context/cards-part.tsx';
import { ContactMenu } from '../context/contact-menu.tsx';
import { Facts } from '../context/facts.tsx';
import { Numbers } from '../context/numbers.tsx';
import { OnePerson } from '../context/one-person.tsx';
import { Part } from '../context/part.tsx';
import { QuestionsLink } from '../context/questions-link.tsx';
import { Related } from '../context/related.tsx';
import { WishesPart } from '../context/wishes-part.tsx';
import { LabelsPart } from '../labels/labels-part.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { agoText, fullTime } from '../words/time.ts';

export function PersonScreen({ contactId }: { contactId: string }) {
  const answer = useQuery(contactQuery(contactId));
  const navigate = useNavigate();
  // Joined into another person since the address was made.
  const currentId = answer.data?.id;
  useEffect(() => {
    if (currentId !== undefined && currentId !== contactId)
      void navigate({ to: '/people/$contactId', params: { contactId: currentId }, replace: true });
  }, [currentId, contactId, navigate]);
  const gone = answer.error instanceof RequestProblem && answer.error.status === 404;
  return (
    <Page title={answer.data?.displayName ?? say('people.person')} back={{ to: '/people', label: say('people.title') }}>
      {answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={gone ? say('people.noSuch') : say('people.personFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data && <Card person={answer.data} />}
    </Page>
  );
}

function Card({ person }: { person: Contact }) {
  const named = person.displayName !== identifierText(person.identifier);
  return (
    <>
      <div className="flex items-center gap-3">
        <Avatar id={person.id} name={person.displayName} size="l" />
        <p className="flex min-w-0 flex-wrap items-center gap-2 text-b">
          {named && <Identifier value={person.identifier} className="wrap-anywhere" />}
          {person.numberHidden && <HiddenChip words={say('people.numberHidden')} />}
        </p>
        <ContactMenu contact={person} />
      </div>
      <QuestionsLink contact={person} />
      <Threads contactId={person.id} />
      <LabelsPart
        of={{ kind: 'contact', id: person.id }}
        title={say('labels.person')}
        tags={person.tags}
        values={person.values}
      />
      <Part title={say('people.details')}>
        <Facts contact={person} />
      </Part>
      <OnePerson contact={person} />
      {person.phones.length > 0 && (
        <Part title={say('people.numbers')}>
          <Numbers phones={person.phones} contactId={person.id} person={person} />
        </Part>
      )}
      <CardsPart contact={person} />
      <WishesPart contact={person} />
      <Related related={person.related} />
    </>
  );
}

function Threads({ contactId }: { contactId: string }) {
  const may = useMay()('conversations:read');
  const { data } = useQuery({ ...threadsOfQuery(contactId), enabled: may });
  const now = useNow();
  if (!may || data === undefined || data.data.length === 0) return null;
  return (
    <Part title={say('people.threads')}>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {data.data.map((thread) => (
          <li key={thread.id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: thread.id }}
              className="flex min-h-12 items-center gap-3 px-3 py-2 hover:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-semibold">{thread.businessNumber.name}</bdi>
                <bdi className="block truncate text-s text-ink-2">{thread.lastItem?.summary ?? ''}</bdi>
              </span>
              {thread.state === 'resolved' && <span className="chip">{say('inbox.resolved')}</span>}
              <time
                dateTime={thread.lastItemAt}
                title={fullTime(thread.lastItemAt)}
                className="shrink-0 text-s text-ink-3"
              >
                {agoText(thread.lastItemAt, now)}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
