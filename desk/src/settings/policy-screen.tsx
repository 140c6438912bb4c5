import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RequestProblem } from '../api/client.ts';
import { policyQuery } from '../api/who-is-who.ts';
import { Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { Deciding } from './deciding.tsx';
import { PolicyForm } from './policy-form.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { WhichPortfolio } from './which-portfolio.tsx';

/** `portfolio`: whose settings, where there are several. */
export function PolicyScreen({ portfolio }: { portfolio: string | undefined }) {
  const answer = useQuery(policyQuery(portfolio));
  const which = answer.error instanceof RequestProblem && answer.error.code === 'portfolio_needed';
  const slow = useDelayed(answer.isPending, 300);
  useEffect(() => {
    document.title = 'Who is who · Settings · Throughline';
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <SettingsNav />
        <h1 className="text-xl font-semibold tracking-tight">Who is who</h1>
        <p className="mt-1 mb-5 max-w-140 text-ink-2">
          When Throughline may take two for one person by itself, and when it asks you. What people here said always
          stands above it.
        </p>
        {slow && <div role="status" aria-label="Loading" className="skeleton h-80" />}
        {which && <WhichPortfolio />}
        {answer.isError && !which && answer.data === undefined && (
          <Failed
            title="The settings could not be loaded"
            detail={answer.error.message}
            action="Try again"
            onAction={() => void answer.refetch()}
          />
        )}
        <Deciding left={answer.data?.deciding ?? 0} />
        {answer.data && <PolicyForm policy={answer.data} portfolio={portfolio} />}
      </div>
    </main>
  );
}
