import { useQuery } from '@tanstack/react-query';
import { contactBookQuery } from '../api/people.ts';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { BookOfPortfolio } from './book-of-portfolio.tsx';

/** What is known of people's numbers, and what keeps it so. */
export function ContactBookScreen() {
  const answer = useQuery(contactBookQuery);
  return (
    <SettingsFrame title={say('settings.book')} intro={say('settings.bookExplained')}>
      {answer.isPending && <Skeleton />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('settings.bookFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      <div className="flex flex-col gap-10">
        {answer.data?.data.map((book) => (
          <BookOfPortfolio key={book.portfolioId} book={book} isOnly={answer.data.data.length === 1} />
        ))}
      </div>
      {answer.data?.data.length === 0 && <p className="text-ink-2">{say('settings.noNumber')}</p>}
    </SettingsFrame>
  );
}
