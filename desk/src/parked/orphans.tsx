import { useInfiniteQuery } from '@tanstack/react-query';
import type { Orphan } from '@throughline/contract';
import { orphansQuery } from '../api/queries.ts';
import { useNow } from '../shell/use-now.ts';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { clockTime, dayWord, fullTime } from '../words/time.ts';

const statusWords = {
  sent: 'thread.sent',
  delivered: 'thread.delivered',
  read: 'thread.read',
  played: 'thread.played',
  failed: 'thread.failed',
} as const satisfies Record<Orphan['status'], Key>;

/** Nothing where there are none: most places have one system on a number, and never see this. */
export function Orphans() {
  const answer = useInfiniteQuery(orphansQuery);
  const items = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  if (items.length === 0 && !answer.isError) return null;
  return (
    <section aria-labelledby="orphans" className="mt-10" data-testid="orphans">
      <h2 id="orphans" className="text-b font-semibold">
        {say('parked.orphans')}
      </h2>
      <p className="mt-1 mb-4 max-w-140 text-ink-2">{say('parked.orphansExplained')}</p>
      {answer.isError && (
        <p className="mb-4 text-danger">{say('parked.orphansFailed', { why: answer.error.message })}</p>
      )}
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
          {say('parked.moreReceipts')}
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
        <span className="font-semibold">{say(statusWords[item.status])}</span>{' '}
        <time dateTime={item.at} title={fullTime(item.at)} className="text-ink-2">
          {say('time.dayAt', { day: dayWord(item.at, now), time: clockTime(item.at) })}
        </time>
      </p>
      <p className="mt-0.5 text-s text-ink-3">
        {item.businessNumber === null
          ? say('parked.fromUnknown')
          : say('parked.fromNumber', { name: item.businessNumber.name, number: item.businessNumber.display })}
        {item.failure !== undefined && ` · ${item.failure.text}`}
      </p>
    </li>
  );
}
