import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { contactBookQuery } from '../api/people.ts';
import { Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { BookOfPortfolio } from './book-of-portfolio.tsx';
import { SettingsNav } from './settings-nav.tsx';

/** What is known of people's numbers, and what keeps it so. */
export function ContactBookScreen() {
  const answer = useQuery(contactBookQuery);
  const slow = useDelayed(answer.isPending, 300);
  useEffect(() => {
    document.title = 'Contact Book · Settings · Throughline';
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <SettingsNav />
        <h1 className="text-xl font-semibold tracking-tight">Contact Book</h1>
        <p className="mt-1 mb-5 max-w-140 text-ink-2">
          People may hide their number. Meta’s Contact Book remembers the numbers of those you have written with, and
          goes on telling them to you. Here is how much is known, and what is about to be lost.
        </p>
        {slow && <div role="status" aria-label="Loading" className="skeleton h-80" />}
        {answer.isError && answer.data === undefined && (
          <Failed
            title="The Contact Book could not be loaded"
            detail={answer.error.message}
            action="Try again"
            onAction={() => void answer.refetch()}
          />
        )}
        <div className="flex flex-col gap-10">
          {answer.data?.data.map((book) => (
            <BookOfPortfolio key={book.portfolioId} book={book} isOnly={answer.data.data.length === 1} />
          ))}
        </div>
        {answer.data?.data.length === 0 && <p className="text-ink-2">No business number is connected yet.</p>}
      </div>
    </main>
  );
}
