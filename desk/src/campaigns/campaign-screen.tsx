import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Campaign } from '@throughline/contract';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { RequestProblem } from '../api/client.ts';
import { Failed, NotFound } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { useMay } from '../shell/use-may.ts';
import { TemplateBubble } from '../templates/template-bubble.tsx';
import { say } from '../words/say.tsx';
import { fullTime } from '../words/time.ts';
import { Actions } from './actions.tsx';
import { Builder } from './builder.tsx';
import { campaignQuery } from './campaign-queries.ts';
import { scheduleWords } from './campaign-words.ts';
import { CheckStep } from './check-step.tsx';
import { Results } from './results.tsx';
import { StateChip } from './state-chip.tsx';

/** One campaign: put together while it is a draft, looked at while it runs and after. */
export function CampaignScreen() {
  const { campaignId } = useParams({ from: '/desk/campaigns/$campaignId' });
  return <OneCampaign key={campaignId} campaignId={campaignId} />;
}

function OneCampaign({ campaignId }: { campaignId: string }) {
  const answer = useQuery(campaignQuery(campaignId));
  const slow = useDelayed(answer.isPending, 300);
  const campaign = answer.data;
  useEffect(() => {
    document.title = say('campaigns.windowOf', { name: campaign?.name ?? say('campaigns.campaign') });
  }, [campaign?.name]);
  if (answer.error instanceof RequestProblem && answer.error.status === 404) return <NotFound />;
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <Link to="/campaigns" className="text-btn mb-2 inline-flex items-center gap-1">
          <ArrowLeft aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('shell.campaigns')}
        </Link>
        {slow && <div role="status" aria-label={say('campaigns.loadingOne')} className="skeleton h-80" />}
        {answer.isError && campaign === undefined && (
          <Failed
            title={say('campaigns.failedOne')}
            detail={answer.error.message}
            action={say('common.tryAgain')}
            onAction={() => void answer.refetch()}
          />
        )}
        {campaign && <Content campaign={campaign} />}
      </div>
    </main>
  );
}

function Content({ campaign }: { campaign: Campaign }) {
  const mayManage = useMay()('campaigns:manage');
  const { name, state, businessNumber, createdBy, startedAt, finishedAt, schedule, rows, template } = campaign;
  const editable = state === 'draft' || state === 'ready';
  const facts = [
    `${businessNumber.name} ${businessNumber.display}`,
    rows > 0 && say('campaigns.rowCount', { count: rows }),
    say('campaigns.by', { name: createdBy }),
    state === 'scheduled' && schedule !== null && say('campaigns.starts', { when: scheduleWords(schedule) }),
    startedAt !== null && say('campaigns.started', { when: fullTime(startedAt) }),
    finishedAt !== null && say('campaigns.ended', { when: fullTime(finishedAt) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="flex flex-wrap items-center gap-x-2 text-xl font-semibold tracking-tight">
            <bdi className="wrap-anywhere">{name}</bdi> <StateChip state={state} />
          </h1>
          <p className="mt-1 text-s text-ink-2">{facts.join(' · ')}</p>
        </div>
        {mayManage && <Actions campaign={campaign} />}
      </div>
      {editable && mayManage ? (
        <Builder campaign={campaign} />
      ) : (
        <div className="flex flex-col gap-4">
          {template?.text != null && (
            <div className="max-w-110">
              <TemplateBubble text={template.text} label={say('campaigns.asSeen')} />
            </div>
          )}
          {editable || state === 'checking' || state === 'scheduled' ? (
            <CheckStep campaign={campaign} mayManage={mayManage && state !== 'scheduled'} />
          ) : (
            <Results campaign={campaign} />
          )}
        </div>
      )}
    </>
  );
}
