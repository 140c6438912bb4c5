import { useQuery } from '@tanstack/react-query';
import { RequestProblem } from '../api/client.ts';
import { policyQuery } from '../api/who-is-who.ts';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { Deciding } from './deciding.tsx';
import { PolicyForm } from './policy-form.tsx';
import { WhichPortfolio } from './which-portfolio.tsx';

/** `portfolio`: whose settings, where there are several. */
export function PolicyScreen({ portfolio }: { portfolio: string | undefined }) {
  const answer = useQuery(policyQuery(portfolio));
  const which = answer.error instanceof RequestProblem && answer.error.code === 'portfolio_needed';
  return (
    <SettingsFrame title={say('settings.policy')} intro={say('settings.policyExplained')}>
      {answer.isPending && <Skeleton />}
      {which && <WhichPortfolio />}
      {answer.isError && !which && answer.data === undefined && (
        <ErrorState
          title={say('settings.policyFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      <Deciding left={answer.data?.deciding ?? 0} />
      {answer.data && <PolicyForm policy={answer.data} portfolio={portfolio} />}
    </SettingsFrame>
  );
}
