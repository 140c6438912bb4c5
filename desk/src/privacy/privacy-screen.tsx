import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PrivacyRequest } from '@throughline/contract';
import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { privacyDueQuery } from '../api/privacy-due.ts';
import { useMay } from '../shell/use-may.ts';
import { Banner } from '../ui/banner.tsx';
import { Chip } from '../ui/chip.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { Segments } from '../ui/radio-group.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { privacyListQuery } from './privacy-queries.ts';
import { dueOf, dueTone, kindOf, stateOf, stateTone } from './request-words.ts';

/** Everything people asked for about their own data. */
export function PrivacyScreen() {
  const may = useMay();
  const [state, setState] = useState<'open' | 'ended'>('open');
  return (
    <Page
      title={say('privacy.title')}
      intro={say('privacy.intro')}
      width="wide"
      actions={
        may('privacy:manage') && (
          <Link to="/privacy/new" className="btn btn-main">
            <Plus aria-hidden size={15} strokeWidth={1.75} /> {say('privacy.new')}
          </Link>
        )
      }
    >
      {may('privacy:read') ? (
        <>
          <Reminder />
          <Segments
            label={say('privacy.show')}
            options={[
              { id: 'open', label: say('privacy.open') },
              { id: 'ended', label: say('privacy.ended') },
            ]}
            value={state}
            onChange={setState}
            className="mb-4"
          />
          <Requests state={state} />
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}

/** What the law's time has run out for, or soon will. */
function Reminder() {
  const { data } = useQuery(privacyDueQuery);
  if (!data || data.late + data.soon === 0) return null;
  const words = [
    ...(data.late > 0 ? [say('privacy.remindLate', { count: data.late })] : []),
    ...(data.soon > 0 ? [say('privacy.remindSoon', { count: data.soon })] : []),
  ];
  return (
    <Banner tone={data.late > 0 ? 'danger' : 'warn'} title={words.join(' · ')} className="mb-4">
      {say('privacy.remindDetail')}
    </Banner>
  );
}

const columns: () => readonly [Column<PrivacyRequest>, ...Column<PrivacyRequest>[]] = () => [
  { id: 'who', name: say('privacy.who'), cell: (one) => <Who request={one} /> },
  { id: 'kind', name: say('privacy.kindName'), cell: kindOf },
  {
    id: 'state',
    name: say('privacy.stateName'),
    cell: (one) => <Chip tone={stateTone(one)}>{stateOf(one)}</Chip>,
  },
  { id: 'due', name: say('privacy.dueName'), cell: (one) => <Chip tone={dueTone(one)}>{dueOf(one)}</Chip> },
];

function Requests({ state }: { state: 'open' | 'ended' }) {
  const answer = useInfiniteQuery(privacyListQuery(state));
  if (answer.isPending) return <Skeleton shape="rows" />;
  if (answer.isError && answer.data === undefined)
    return (
      <ErrorState title={say('privacy.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
    );
  const rows = answer.data.pages.flatMap(({ data }) => data);
  if (rows.length === 0)
    return (
      <EmptyState
        icon={ShieldCheck}
        title={say('privacy.none')}
        detail={say(state === 'open' ? 'privacy.noneDetail' : 'privacy.noneEnded')}
      />
    );
  return (
    <>
      <Table label={say('privacy.title')} columns={columns()} rows={rows} rowId={({ id }) => id} />
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
    </>
  );
}

function Who({ request }: { request: PrivacyRequest }) {
  return (
    <Link to="/privacy/$requestId" params={{ requestId: request.id }} className="text-btn font-semibold">
      <bdi>{request.subject?.displayName ?? say('privacy.erasedPerson')}</bdi>
    </Link>
  );
}
