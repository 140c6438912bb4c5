import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Canary } from '@throughline/contract';
import { ArrowLeft, Bird } from 'lucide-react';
import { useState } from 'react';
import { canaryQuery, canaryRunsQuery, sendCanary } from '../../api/canary.ts';
import { keys } from '../../api/queries.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { say } from '../../words/say.tsx';
import { momentText } from '../../words/time.ts';
import { CanarySheet } from './canary-form.tsx';
import { canaryState, runWords } from './canary-words.ts';
import { RunPart } from './run-part.tsx';

/** A customer who does not exist, sent through other systems: which of them bear it. */
export function CanaryScreen() {
  const may = useMay();
  const answer = useQuery({ ...canaryQuery, enabled: may('readiness:read') });
  const canaries = answer.data?.data;
  const [chosen, choose] = useState<string>();
  const canary = canaries?.find(({ portfolioId }) => portfolioId === chosen) ?? canaries?.[0];
  const state = canary && canaryState(canary);
  return (
    <SettingsFrame
      title={say('canary.title')}
      chips={state && <Chip tone={state.tone}>{state.words}</Chip>}
      width="wide"
      intro={
        <>
          <Link to="/settings/readiness" className="mb-2 inline-flex items-center gap-1 font-semibold text-accent">
            <ArrowLeft aria-hidden size={14} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('canary.back')}
          </Link>
          <span className="block">{say('canary.intro')}</span>
        </>
      }
      actions={canary && may('readiness:manage') && <Deeds key={canary.portfolioId} canary={canary} />}
    >
      {!may('readiness:read') && <NoPermission />}
      {may('readiness:read') && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && canaries === undefined && (
        <ErrorState title={say('canary.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {canaries && canaries.length > 1 && canary && (
        <Select
          label={say('canary.portfolio')}
          value={canary.portfolioId}
          onChange={choose}
          options={canaries.map(({ portfolioId }) => ({ id: portfolioId, label: portfolioId }))}
          className="mb-4 max-w-80"
        />
      )}
      {canary && (
        <>
          <p className="mb-4 text-ink-2">
            {canary.nextAt === null ? say('canary.notDaily') : say('canary.next', { when: momentText(canary.nextAt) })}
          </p>
          <Runs key={canary.portfolioId} portfolioId={canary.portfolioId} />
          <Banner tone="plain" title={say('canary.known')} className="mt-6">
            {say('canary.knownBy')}
          </Banner>
        </>
      )}
    </SettingsFrame>
  );
}

function Deeds({ canary }: { canary: Canary }) {
  const client = useQueryClient();
  const [sets, setSets] = useState(false);
  const send = useMutation({
    mutationFn: () => sendCanary(canary.portfolioId),
    onSuccess: () => {
      tell(say('canary.sent'));
      return client.invalidateQueries({ queryKey: keys.readiness });
    },
  });
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="main" isPending={send.isPending} isDisabled={canary.isRunning} onPress={() => send.mutate()}>
        {say('canary.send')}
      </Button>
      <Button onPress={() => setSets(true)}>{say('canary.settings')}</Button>
      {send.error && (
        <p role="alert" className="w-full text-s text-danger">
          {send.error.message}
        </p>
      )}
      <CanarySheet canary={canary} isOpen={sets} onClose={() => setSets(false)} />
    </div>
  );
}

function Runs({ portfolioId }: { portfolioId: string }) {
  const answer = useQuery(canaryRunsQuery(portfolioId));
  const runs = answer.data?.data;
  const [chosen, choose] = useState<string>();
  const run = runs?.find(({ id }) => id === chosen) ?? runs?.[0];
  if (answer.isPending) return <Skeleton shape="rows" />;
  if (runs === undefined)
    return (
      <ErrorState
        title={say('canary.failed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  if (!run) return <EmptyState icon={Bird} title={say('canary.none')} detail={say('canary.noneDetail')} />;
  return (
    <>
      <Select
        label={say('canary.run')}
        value={run.id}
        onChange={choose}
        options={runs.map((one) => ({ id: one.id, label: momentText(one.beganAt), detail: runWords(one).words }))}
        className="max-w-80"
      />
      <RunPart run={run} />
    </>
  );
}
