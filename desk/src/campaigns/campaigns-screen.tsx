import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Campaign } from '@throughline/contract';
import { Megaphone, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { Button } from '../ui/button.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { factsText } from '../words/lists.ts';
import { say } from '../words/say.tsx';
import { fullTime, shortDate } from '../words/time.ts';
import { campaignsQuery } from './campaign-queries.ts';
import { progressOf, scheduleWords } from './campaign-words.ts';
import { NewCampaign } from './new-campaign.tsx';
import { StateChip } from './state-chip.tsx';

/** Every campaign, newest first. */
export function CampaignsScreen() {
  const [beginning, setBeginning] = useState(false);
  const may = useMay();
  const answer = useInfiniteQuery(campaignsQuery);
  const campaigns = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  const begin = may('campaigns:manage') && (
    <Button look="main" icon={Plus} onPress={() => setBeginning(true)}>
      {say('campaigns.newCampaign')}
    </Button>
  );
  return (
    <Page title={say('shell.campaigns')} intro={say('campaigns.explained')} actions={campaigns.length > 0 && begin}>
      {answer.isPending && <Skeleton label={say('campaigns.loading')} />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('campaigns.failed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data && campaigns.length === 0 && (
        <EmptyState icon={Megaphone} title={say('campaigns.none')} detail={say('campaigns.noneDetail')}>
          {begin}
        </EmptyState>
      )}
      {campaigns.length > 0 && (
        <ul
          aria-label={say('shell.campaigns')}
          className="flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line bg-surface"
        >
          {campaigns.map((campaign) => (
            <Row key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
      <Sheet title={say('campaigns.newCampaign')} isOpen={beginning} onOpenChange={setBeginning}>
        <NewCampaign />
      </Sheet>
    </Page>
  );
}

const hasRun: ReadonlySet<string> = new Set<Campaign['state']>(['running', 'paused', 'done', 'cancelled']);

function Row({ campaign }: { campaign: Campaign }) {
  const now = useNow();
  const { id, name, state, businessNumber, rows, schedule, createdAt, startedAt, replies } = campaign;
  const at = startedAt ?? createdAt;
  const facts = [
    businessNumber.name,
    rows > 0 && say('campaigns.rowCount', { count: rows }),
    state === 'scheduled' && schedule !== null && scheduleWords(schedule),
    replies > 0 && say('campaigns.replyCount', { count: replies }),
  ].filter((fact) => typeof fact === 'string');
  const share = progressOf(campaign);
  return (
    <li>
      <Link
        to="/campaigns/$campaignId"
        params={{ campaignId: id }}
        className="block px-4 py-3 -outline-offset-2! hover:bg-sunken/50"
      >
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-semibold wrap-anywhere">{name}</bdi>
          <StateChip state={state} />
          <time dateTime={at} title={fullTime(at)} className="ms-auto text-s text-ink-3">
            {shortDate(at, now)}
          </time>
        </span>
        <span className="mt-0.5 block text-s text-ink-2 rtl:text-right">{factsText(facts)}</span>
        {hasRun.has(state) && (
          <span className="mt-2 flex items-center gap-2">
            <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
              <span className="block h-full rounded-full bg-accent" style={{ width: `${100 * share}%` }} />
            </span>
            <span className="text-s text-ink-3 tabular-nums">{Math.floor(100 * share)} %</span>
          </span>
        )}
      </Link>
    </li>
  );
}
