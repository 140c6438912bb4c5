import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Parked } from '@throughline/contract';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { parkedQuery } from '../api/queries.ts';
import { Banner } from '../ui/banner.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { clockTime } from '../words/time.ts';
import { Orphans } from './orphans.tsx';
import { ParkedRow } from './parked-row.tsx';

export function ParkedScreen() {
  const [replayed, setReplayed] = useState<Parked>();
  return (
    <Page title={say('shell.parked')} intro={say('parked.explained')}>
      <div role="status">
        {replayed !== undefined && (
          <Banner tone="good" className="mb-4">
            {say('parked.replayed', { time: clockTime(replayed.receivedAt) })}
          </Banner>
        )}
      </div>
      <ParkedList onReplayed={setReplayed} />
      <Orphans />
    </Page>
  );
}

function ParkedList({ onReplayed }: { onReplayed: (item: Parked) => void }) {
  const answer = useInfiniteQuery(parkedQuery);
  if (answer.isPending) return <Skeleton label={say('parked.loading')} />;
  if (answer.isError && answer.data === undefined) {
    return (
      <ErrorState title={say('parked.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
    );
  }
  const items = answer.data.pages.flatMap(({ data }) => data);
  if (items.length === 0) {
    return (
      <EmptyState icon={PackageCheck} title={say('parked.nothing')} detail={say('parked.nothingDetail')}>
        <Link to="/inbox" className="btn">
          {say('shell.toInbox')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {items.map((item) => (
          <ParkedRow key={item.id} item={item} onReplayed={onReplayed} />
        ))}
      </ul>
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
    </>
  );
}
