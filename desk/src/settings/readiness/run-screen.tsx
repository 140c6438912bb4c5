import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReadinessDetail } from '@throughline/contract';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { readinessQuery, readinessReport, readinessRunQuery, removeIntegration } from '../../api/readiness.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { say } from '../../words/say.tsx';
import { momentText } from '../../words/time.ts';
import { runWords } from './readiness-words.ts';
import { RulesPart } from './rules-part.tsx';
import { ShapesPart } from './shapes-part.tsx';

/** One audit: what was found, why it matters, and what to do. */
export function RunScreen({ runId }: { runId: string }) {
  const may = useMay();
  const answer = useQuery({ ...readinessRunQuery(runId), enabled: may('readiness:read') });
  const run = answer.data;
  return (
    <SettingsFrame
      title={run ? say('readiness.titled', { name: run.integration, kind: run.kind }) : say('readiness.title')}
      chips={run && <Chip tone={runWords(run).tone}>{runWords(run).words}</Chip>}
      width="wide"
      intro={
        <Link to="/settings/readiness" className="inline-flex items-center gap-1 font-semibold text-accent">
          <ArrowLeft aria-hidden size={14} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('readiness.back')}
        </Link>
      }
      actions={run && <Deeds run={run} />}
    >
      {!may('readiness:read') && <NoPermission />}
      {may('readiness:read') && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && run === undefined && (
        <ErrorState
          title={say('readiness.oneFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {run && (
        <>
          <p className="mb-4 text-ink-2">
            {momentText(run.at)} ·{' '}
            {run.kind === 'endpoint'
              ? say('readiness.holds', { held: run.lookedAt - run.failing, count: run.lookedAt })
              : say('readiness.filesRead', { count: run.lookedAt })}
          </p>
          {run.kind === 'endpoint' ? <ShapesPart run={run} /> : <RulesPart run={run} />}
        </>
      )}
    </SettingsFrame>
  );
}

function Deeds({ run }: { run: ReadinessDetail }) {
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeIntegration(run.id),
    onSuccess: async () => {
      await navigate({ to: '/settings/readiness' });
      tell(say('readiness.removed'));
      client.removeQueries({ queryKey: readinessRunQuery(run.id).queryKey });
      await client.invalidateQueries({ queryKey: readinessQuery.queryKey });
    },
  });
  return (
    <div className="flex flex-wrap gap-2">
      <a className="btn" href={readinessReport(run.id)} download>
        {say('readiness.report')}
      </a>
      {may('readiness:manage') && (
        <Button look="danger" onPress={() => setAsks(true)}>
          {say('readiness.remove')}
        </Button>
      )}
      <ConfirmDialog
        title={say('readiness.removeAsk', { name: run.integration })}
        confirm={say('readiness.remove')}
        isDanger
        isOpen={asks}
        isBusy={remove.isPending}
        failure={remove.error?.message}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsks(false)}
      >
        {say('readiness.removeExplained')}
      </ConfirmDialog>
    </div>
  );
}
