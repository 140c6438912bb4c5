import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Delivery, Subscription } from '@throughline/contract';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { type DeliveryFilter, deliveriesQuery, replayWebhook, webhooksQuery } from '../../api/webhooks.ts';
import { tell } from '../../shell/told.tsx';
import { useNow } from '../../shell/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { agoText, momentText } from '../../words/time.ts';
import { deliveryTones, deliveryWords, failureWords, typeWords } from './webhook-words.ts';

const filters: readonly DeliveryFilter[] = ['all', 'waiting', 'delivered', 'dead', 'dropped'];

/** What became of each delivery, the newest first; and telling again what was not taken. */
export function DeliveriesPart({ webhook, manages }: { webhook: Subscription; manages: boolean }) {
  const { id, dead } = webhook;
  const [state, setState] = useState<DeliveryFilter>('all');
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const now = useNow();
  const log = useInfiniteQuery({ ...deliveriesQuery(id, state), refetchInterval: 5_000 });
  const rows = log.data?.pages.flatMap((page) => page.data);
  const replay = useMutation({
    mutationFn: (what: Parameters<typeof replayWebhook>[1]) => replayWebhook(id, what),
    onSuccess: ({ count }) => {
      setAsks(false);
      tell(say('webhooks.replayed', { count }));
      return client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
    },
  });
  const columns: readonly [Column<Delivery>, ...Column<Delivery>[]] = [
    { id: 'what', name: say('webhooks.what'), cell: ({ event }) => typeWords(event.type) },
    { id: 'state', name: say('webhooks.stateName'), cell: (one) => <StateCell delivery={one} /> },
    {
      id: 'at',
      name: say('webhooks.lastTried'),
      cell: ({ triedAt }) => (triedAt === null ? say('webhooks.never') : agoText(triedAt, now)),
    },
    {
      id: 'tries',
      name: say('webhooks.tries'),
      align: 'end',
      cell: ({ attempts }) => say('webhooks.count', { count: attempts }),
    },
    {
      id: 'actions',
      name: say('webhooks.actions'),
      hidesName: true,
      align: 'end',
      cell: (one) =>
        manages &&
        (one.state === 'delivered' || one.state === 'dead') && (
          <Button
            look="quiet"
            isDisabled={replay.isPending}
            aria-label={say('webhooks.replayNamed', { what: typeWords(one.event.type) })}
            onPress={() => replay.mutate({ deliveries: [one.id] })}
          >
            {say('webhooks.replay')}
          </Button>
        ),
    },
  ];
  return (
    <section aria-label={say('webhooks.deliveries')} className="mt-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-l font-semibold">{say('webhooks.deliveries')}</h2>
        <div className="flex flex-wrap items-end gap-2">
          {manages && dead > 0 && <Button onPress={() => setAsks(true)}>{say('webhooks.replayDead')}</Button>}
          <Select
            label={say('webhooks.filter')}
            hidesLabel
            fits
            value={state}
            onChange={setState}
            options={filters.map((one) => ({
              id: one,
              label: one === 'all' ? say('webhooks.allDeliveries') : deliveryWords({ state: one }),
            }))}
          />
        </div>
      </div>
      {replay.error && (
        <p role="alert" className="mb-3 text-danger">
          {replay.error.message}
        </p>
      )}
      {log.isPending && <Skeleton shape="rows" />}
      {log.isError && rows === undefined && (
        <ErrorState
          title={say('webhooks.deliveriesFailed')}
          detail={log.error.message}
          onRetry={() => void log.refetch()}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState icon={Send} title={say('webhooks.noDeliveries')} detail={say('webhooks.noDeliveriesDetail')} />
      )}
      {rows && rows.length > 0 && (
        <Table label={say('webhooks.deliveries')} columns={columns} rows={rows} rowId={(one) => one.id} />
      )}
      <LoadMore hasMore={log.hasNextPage} isLoading={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
      <ConfirmDialog
        title={say('webhooks.replayDeadAsk')}
        confirm={say('webhooks.replay')}
        isOpen={asks}
        isBusy={replay.isPending}
        failure={replay.error?.message}
        onConfirm={() => {
          const until = new Date();
          const from = new Date(until.getTime() - 31 * 24 * 60 * 60 * 1000);
          replay.mutate({ from: from.toISOString(), until: until.toISOString(), dead: true });
        }}
        onClose={() => setAsks(false)}
      >
        {say('webhooks.replayDeadExplained', { count: dead })}
      </ConfirmDialog>
    </section>
  );
}

function StateCell({ delivery }: { delivery: Delivery }) {
  const { state, failure, status, nextAt, attempts, replayed } = delivery;
  return (
    <span>
      <span className="flex flex-wrap items-center gap-1.5">
        <Chip tone={deliveryTones[state]}>{deliveryWords({ state })}</Chip>
        {replayed && <Chip>{say('webhooks.again')}</Chip>}
      </span>
      {failure !== null && <span className="mt-1 block text-s text-ink-3">{failureWords(failure, status)}</span>}
      {state === 'waiting' && attempts > 0 && nextAt !== null && (
        <span className="block text-s text-ink-3">{say('webhooks.next', { when: momentText(nextAt) })}</span>
      )}
    </span>
  );
}
