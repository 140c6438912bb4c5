import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Canary } from '@throughline/contract';
import { canaryQuery } from '../../api/canary.ts';
import { useNow } from '../../shell/use-now.ts';
import { Chip } from '../../ui/chip.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { listText } from '../../words/lists.ts';
import { say } from '../../words/say.tsx';
import { agoText } from '../../words/time.ts';
import { canaryState, isBroken } from '../canary/canary-words.ts';

/** How the test customer fared, and who broke. */
export function CanaryPart() {
  const answer = useQuery(canaryQuery);
  const canaries = answer.data?.data;
  return (
    <section className="mt-8">
      <h2 className="font-semibold">{say('canary.title')}</h2>
      <p className="mb-3 text-ink-2">{say('canary.intro')}</p>
      {answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && canaries === undefined && (
        <ErrorState title={say('canary.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {canaries && (
        <List label={say('canary.title')}>
          {canaries.map((one) => (
            <CanaryRow key={one.portfolioId} canary={one} isAlone={canaries.length === 1} />
          ))}
        </List>
      )}
    </section>
  );
}

function CanaryRow({ canary, isAlone }: { canary: Canary; isAlone: boolean }) {
  const now = useNow();
  const { enabled, last } = canary;
  const { words, tone } = canaryState(canary);
  const broken = last?.consumers.filter(isBroken) ?? [];
  return (
    <ListRow
      title={
        <Link to="/settings/readiness/canary" className="text-accent hover:underline">
          {isAlone ? say('canary.look') : <bdi>{canary.portfolioId}</bdi>}
        </Link>
      }
      chips={<Chip tone={tone}>{words}</Chip>}
      detail={
        <>
          {say(enabled ? 'canary.eachDay' : 'canary.notDaily')}
          {last && ` · ${agoText(last.beganAt, now)}`}
          {broken.length > 0 && (
            <span className="block font-medium text-danger">{listText(broken.map(({ name }) => name))}</span>
          )}
        </>
      }
    />
  );
}
