import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Campaign } from '@throughline/contract';
import { RequestProblem } from '../api/client.ts';
import { NotFound } from '../shell/states.tsx';
import { useMay } from '../shell/use-may.ts';
import { TemplateBubble } from '../templates/template-bubble.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { phoneInText } from '../words/identifiers.ts';
import { factsText } from '../words/lists.ts';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
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
  const campaign = answer.data;
  if (answer.error instanceof RequestProblem && answer.error.status === 404) return <NotFound />;
  if (campaign) return <Content campaign={campaign} />;
  return (
    <Page title={say('campaigns.campaign')} back={{ to: '/campaigns', label: say('shell.campaigns') }}>
      {answer.isPending && <Skeleton label={say('campaigns.loadingOne')} />}
      {answer.isError && (
        <ErrorState
          title={say('campaigns.failedOne')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
    </Page>
  );
}

function Content({ campaign }: { campaign: Campaign }) {
  const mayManage = useMay()('campaigns:manage');
  const { name, state, businessNumber, createdBy, startedAt, finishedAt, schedule, rows, template } = campaign;
  const editable = state === 'draft' || state === 'ready';
  const facts = [
    `\u2068${businessNumber.name}\u2069 ${phoneInText(businessNumber.display)}`,
    rows > 0 && say('campaigns.rowCount', { count: rows }),
    say('campaigns.by', { name: createdBy }),
    state === 'scheduled' && schedule !== null && say('campaigns.starts', { when: scheduleWords(schedule) }),
    startedAt !== null && say('campaigns.started', { when: momentText(startedAt) }),
    finishedAt !== null && say('campaigns.ended', { when: momentText(finishedAt) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <Page
      title={name}
      chips={<StateChip state={state} />}
      intro={<span className="text-s">{factsText(facts)}</span>}
      actions={mayManage && <Actions campaign={campaign} />}
      back={{ to: '/campaigns', label: say('shell.campaigns') }}
    >
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
    </Page>
  );
}
