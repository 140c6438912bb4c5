import { useInfiniteQuery } from '@tanstack/react-query';
import type { Review } from '@throughline/contract';
import { CircleCheck } from 'lucide-react';
import { reviewsQuery } from '../api/who-is-who.ts';
import { useDelayed } from '../shell/use-delayed.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { concerning } from './concerning.ts';
import { ReviewCard } from './review-card.tsx';

interface Props {
  state: Review['state'];
  contactId: string | undefined;
  onSettled: () => void;
}

const nothing = {
  open: { title: 'reviews.nothingOpen', detail: 'reviews.nothingOpenDetail' },
  settled: { title: 'reviews.nothingSettled', detail: 'reviews.nothingSettledDetail' },
} as const;

export function ReviewsList({ state, contactId, onSettled }: Props) {
  const answer = useInfiniteQuery(reviewsQuery(state));
  const slow = useDelayed(answer.isPending, 300);
  if (answer.isPending)
    return slow ? <div role="status" aria-label={say('reviews.loading')} className="skeleton h-60" /> : null;
  if (answer.isError && answer.data === undefined) {
    return (
      <ErrorState title={say('reviews.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
    );
  }
  const reviews = concerning(
    answer.data.pages.flatMap(({ data }) => data),
    contactId,
  );
  return (
    <>
      {reviews.length === 0 && !answer.hasNextPage && (
        <EmptyState icon={CircleCheck} title={say(nothing[state].title)} detail={say(nothing[state].detail)} />
      )}
      <ul className="flex flex-col gap-4">
        {reviews.map((review) => (
          <li key={review.id}>
            <ReviewCard review={review} onSettled={onSettled} />
          </li>
        ))}
      </ul>
      {answer.hasNextPage && (
        <button
          type="button"
          className="btn mt-4"
          disabled={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {say('common.showMore')}
        </button>
      )}
    </>
  );
}
