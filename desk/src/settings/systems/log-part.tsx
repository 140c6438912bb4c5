import { type InfiniteData, type QueryKey, type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import type { Delivery, Page } from '@throughline/contract';
import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { tell } from '../../shell/told.tsx';
import { useNow } from '../../shell/use-now.ts';
import { Chip } from '../../ui/chip.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { agoText, momentText } from '../../words/time.ts';
import { AskedDeed } from './deeds.tsx';
import { deliveryTones, deliveryWords, failureWords } from './system-words.ts';

/** What there is of everything a system was told. */
type Told = Pick<Delivery, 'id' | 'state' | 'failure' | 'status' | 'triedAt' | 'nextAt' | 'attempts'>;
export type LogFilter = Delivery['state'] | 'all';

const filters: readonly LogFilter[] = ['all', 'waiting', 'delivered', 'dead', 'dropped'];

interface Props<One extends Told> {
  words: { title: string; failed: string; none: string; noneDetail: string };
  log: UseInfiniteQueryResult<InfiniteData<Page<One>>>;
  state: LogFilter;
  onState: (state: LogFilter) => void;
  columns: readonly [Column<One>, ...Column<One>[]];
  /** What is done with all of it. */
  deeds?: ReactNode;
  problem?: string | undefined;
}

/** What became of each thing a system was told, the newest first. */
export function LogPart<One extends Told>({ words, log, state, onState, columns, deeds, problem }: Props<One>) {
  const rows = log.data?.pages.flatMap((page) => page.data);
  return (
    <section aria-label={words.title} className="mt-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-l font-semibold">{words.title}</h2>
        <div className="flex flex-wrap items-end gap-2">
          {deeds}
          <Select
            label={say('webhooks.filter')}
            hidesLabel
            fits
            value={state}
            onChange={onState}
            options={filters.map((one) => ({
              id: one,
              label: one === 'all' ? say('webhooks.allDeliveries') : deliveryWords({ state: one }),
            }))}
          />
        </div>
      </div>
      {problem !== undefined && (
        <p role="alert" className="mb-3 text-danger">
          {problem}
        </p>
      )}
      {log.isPending && <Skeleton shape="rows" />}
      {log.isError && rows === undefined && (
        <ErrorState title={words.failed} detail={log.error.message} onRetry={() => void log.refetch()} />
      )}
      {rows?.length === 0 && <EmptyState icon={Send} title={words.none} detail={words.noneDetail} />}
      {rows && rows.length > 0 && <Table label={words.title} columns={columns} rows={rows} rowId={(one) => one.id} />}
      <LoadMore hasMore={log.hasNextPage} isLoading={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
    </section>
  );
}

/** What became of it, and when it was tried. */
export function useOutcomeColumns<One extends Told>(chips?: (one: One) => ReactNode): [Column<One>, Column<One>] {
  const now = useNow();
  return [
    { id: 'state', name: say('webhooks.stateName'), cell: (one) => <StateCell told={one} chips={chips?.(one)} /> },
    {
      id: 'at',
      name: say('webhooks.lastTried'),
      cell: ({ triedAt }) => (triedAt === null ? say('webhooks.never') : agoText(triedAt, now)),
    },
  ];
}

function StateCell({ told: { state, failure, status, nextAt, attempts }, chips }: { told: Told; chips: ReactNode }) {
  return (
    <span>
      <span className="flex flex-wrap items-center gap-1.5">
        <Chip tone={deliveryTones[state]}>{deliveryWords({ state })}</Chip>
        {chips}
      </span>
      {failure !== null && <span className="mt-1 block text-s text-ink-3">{failureWords(failure, status)}</span>}
      {state === 'waiting' && attempts > 0 && nextAt !== null && (
        <span className="block text-s text-ink-3">{say('webhooks.next', { when: momentText(nextAt) })}</span>
      )}
    </span>
  );
}

interface Replays {
  /** How many were given up. */
  dead: number;
  queryKey: QueryKey;
  replay: () => Promise<{ count: number }>;
}

/** What was given up, once its system is mended. */
export function ReplayDead({ dead, queryKey, replay }: Replays) {
  const sentAgain = useSentAgain(queryKey);
  return (
    <AskedDeed
      name={say('webhooks.replayDead')}
      ask={say('webhooks.replayDeadAsk')}
      confirm={say('webhooks.replay')}
      act={replay}
      onDone={sentAgain}
    >
      {say('webhooks.replayDeadExplained', { count: dead })}
    </AskedDeed>
  );
}

/** Says how many are sent again, and looks at all of it anew. */
export function useSentAgain(queryKey: QueryKey): (made: { count: number }) => Promise<void> {
  const client = useQueryClient();
  return ({ count }) => {
    tell(say('webhooks.replayed', { count }));
    return client.invalidateQueries({ queryKey });
  };
}
