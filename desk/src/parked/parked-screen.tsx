import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Parked } from '@throughline/contract';
import { CircleCheck, PackageCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { parkedQuery } from '../api/queries.ts';
import { Empty, Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { say } from '../words/say.tsx';
import { clockTime } from '../words/time.ts';
import { Orphans } from './orphans.tsx';
import { ParkedRow } from './parked-row.tsx';

export function ParkedScreen() {
  const [replayed, setReplayed] = useState<Parked>();
  useEffect(() => {
    document.title = say('parked.window');
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <h1 className="text-xl font-semibold tracking-tight">{say('shell.parked')}</h1>
        <p className="mt-1 mb-5 max-w-140 text-ink-2">{say('parked.explained')}</p>
        <div role="status">
          {replayed !== undefined && (
            <p className="mb-4 flex items-center gap-2 rounded-md bg-accent-soft px-3 py-2.5 font-medium text-accent">
              <CircleCheck aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
              {say('parked.replayed', { time: clockTime(replayed.receivedAt) })}
            </p>
          )}
        </div>
        <ParkedList onReplayed={setReplayed} />
        <Orphans />
      </div>
    </main>
  );
}

function ParkedList({ onReplayed }: { onReplayed: (item: Parked) => void }) {
  const answer = useInfiniteQuery(parkedQuery);
  const slow = useDelayed(answer.isPending, 300);
  if (answer.isPending) return slow ? <ParkedSkeleton /> : null;
  if (answer.isError && answer.data === undefined) {
    return (
      <Failed
        title={say('parked.failed')}
        detail={answer.error.message}
        action={say('common.tryAgain')}
        onAction={() => void answer.refetch()}
      />
    );
  }
  const items = answer.data.pages.flatMap(({ data }) => data);
  if (items.length === 0) {
    return (
      <Empty icon={PackageCheck} title={say('parked.nothing')} detail={say('parked.nothingDetail')}>
        <Link to="/inbox" className="btn">
          {say('shell.toInbox')}
        </Link>
      </Empty>
    );
  }
  return (
    <>
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
        {items.map((item) => (
          <ParkedRow key={item.id} item={item} onReplayed={onReplayed} />
        ))}
      </ul>
      {answer.hasNextPage && (
        <button
          type="button"
          className="btn mt-4"
          disabled={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {say('common.showMore')}
        </button>
      )}
    </>
  );
}

function ParkedSkeleton() {
  return (
    <div role="status" aria-label={say('parked.loading')} className="flex flex-col gap-3">
      <div className="skeleton h-20" />
      <div className="skeleton h-20" />
    </div>
  );
}
