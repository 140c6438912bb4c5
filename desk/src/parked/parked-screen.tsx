import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Parked } from '@throughline/contract';
import { CircleCheck, PackageCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { parkedQuery } from '../api/queries.ts';
import { Empty, Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { clockTime } from '../words/time.ts';
import { Orphans } from './orphans.tsx';
import { ParkedRow } from './parked-row.tsx';

export function ParkedScreen() {
  const [replayed, setReplayed] = useState<Parked>();
  useEffect(() => {
    document.title = 'Parked · Throughline';
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <h1 className="text-xl font-semibold tracking-tight">Parked</h1>
        <p className="mt-1 mb-5 max-w-140 text-ink-2">
          What came in and could not be placed. Nothing here is lost: mend the cause, then replay it and it takes its
          place in the right conversation.
        </p>
        <div role="status">
          {replayed !== undefined && (
            <p className="mb-4 flex items-center gap-2 rounded-md bg-accent-soft px-3 py-2.5 font-medium text-accent">
              <CircleCheck aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
              Replayed what came in at {clockTime(replayed.receivedAt)}. It is in its place now.
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
        title="The parked items could not be loaded"
        detail={answer.error.message}
        action="Try again"
        onAction={() => void answer.refetch()}
      />
    );
  }
  const items = answer.data.pages.flatMap(({ data }) => data);
  if (items.length === 0) {
    return (
      <Empty icon={PackageCheck} title="Nothing is parked" detail="Everything that came in has found its place.">
        <Link to="/inbox" className="btn">
          Go to the inbox
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
          Show more
        </button>
      )}
    </>
  );
}

function ParkedSkeleton() {
  return (
    <div role="status" aria-label="Loading the parked items" className="flex flex-col gap-3">
      <div className="skeleton h-20" />
      <div className="skeleton h-20" />
    </div>
  );
}
