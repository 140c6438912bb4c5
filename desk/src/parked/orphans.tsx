import { useInfiniteQuery } from '@tanstack/react-query';
import type { Orphan } from '@throughline/contract';
import { orphansQuery } from '../api/queries.ts';
import { useNow } from '../shell/use-now.ts';
import { clockTime, dayWord, fullTime } from '../words/time.ts';

const statusWords: Record<Orphan['status'], string> = {
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  played: 'Played',
  failed: 'Not delivered',
};

/** Nothing where there are none: most places have one system on a number, and never see this. */
export function Orphans() {
  const answer = useInfiniteQuery(orphansQuery);
  const items = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  if (items.length === 0 && !answer.isError) return null;
  return (
    <section aria-labelledby="orphans" className="mt-10" data-testid="orphans">
      <h2 id="orphans" className="text-b font-semibold">
        Receipts for messages not sent here
      </h2>
      <p className="mt-1 mb-4 max-w-140 text-ink-2">
        Another system may be sending from the same business number; there is nothing to do here, and no contact was
        made.
      </p>
      {answer.isError && <p className="mb-4 text-danger">They could not be loaded. {answer.error.message}</p>}
      {items.length > 0 && (
        <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
          {items.map((item) => (
            <OrphanRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {answer.hasNextPage && (
        <button
          type="button"
          className="btn mt-4"
          disabled={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          Show more receipts
        </button>
      )}
    </section>
  );
}

function OrphanRow({ item }: { item: Orphan }) {
  const now = useNow();
  return (
    <li className="px-4 py-3" data-testid="orphan">
      <p>
        <span className="font-semibold">{statusWords[item.status]}</span>{' '}
        <time dateTime={item.at} title={fullTime(item.at)} className="text-ink-2">
          {dayWord(item.at, now)} at {clockTime(item.at)}
        </time>
      </p>
      <p className="mt-0.5 text-s text-ink-3">
        {item.businessNumber === null
          ? 'From a business number not known here'
          : `From ${item.businessNumber.name}, ${item.businessNumber.display}`}
        {item.failure !== undefined && ` · ${item.failure.text}`}
      </p>
    </li>
  );
}
