import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MentionItem } from '@throughline/contract';
import { AtSign } from 'lucide-react';
import { mentionsQuery } from '../api/together.ts';
import { Chip } from '../ui/chip.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { say, show } from '../words/say.tsx';
import { clockTime, dayWord, fullTime } from '../words/time.ts';

/** The notes that called somebody, each a way to where it stands. */
export function MentionsScreen() {
  const answer = useInfiniteQuery(mentionsQuery);
  const items = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Page title={say('together.mentions')} intro={say('together.mentionsIntro')}>
      {answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('together.mentionsFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data !== undefined && items.length === 0 && (
        <EmptyState icon={AtSign} title={say('together.mentionsNone')} detail={say('together.mentionsNoneDetail')} />
      )}
      {items.length > 0 && (
        <ul aria-label={say('together.mentions')} className="flex flex-col gap-2">
          {items.map((item) => (
            <li key={item.noteId}>
              <Mention item={item} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
    </Page>
  );
}

function Mention({ item }: { item: MentionItem }) {
  const { conversationId, noteId, author, contactName, text, at, read } = item;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId }}
      search={{ at: noteId }}
      className="block rounded-lg border border-note-line bg-note px-3.5 py-2.5 hover:border-warn"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-s text-ink-2">
        <span>
          {show('together.mentionIn', {
            author: <b className="font-semibold text-ink">{author}</b>,
            name: <bdi>{contactName}</bdi>,
          })}
        </span>
        {!read && <Chip tone="good">{say('together.new')}</Chip>}
        <time dateTime={at} title={fullTime(at)} className="ms-auto text-xs">
          {dayWord(at, Date.now())}, {clockTime(at)}
        </time>
      </p>
      <p dir="auto" className="mt-0.5 line-clamp-3 text-b wrap-anywhere whitespace-pre-wrap">
        {text}
      </p>
    </Link>
  );
}
