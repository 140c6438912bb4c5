import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration, RelayDelivery } from '@throughline/contract';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { integrationsQuery, replayRelayed, type ToldFilter, toldQuery } from '../../api/relay.ts';
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
import { deliveryTones, deliveryWords, failureWords } from '../webhooks/webhook-words.ts';
import { fieldWords, whyWords } from './relay-words.tsx';

const filters: readonly ToldFilter[] = ['all', 'waiting', 'delivered', 'dead', 'dropped'];

/** What an integration was told, the newest first: what became of it, and what was changed on the way and why. */
export function ToldPart({ integration, manages }: { integration: Integration; manages: boolean }) {
  const { id, dead } = integration;
  const [state, setState] = useState<ToldFilter>('all');
  const now = useNow();
  const log = useInfiniteQuery({ ...toldQuery(id, state), refetchInterval: 5_000 });
  const rows = log.data?.pages.flatMap((page) => page.data);
  const columns: readonly [Column<RelayDelivery>, ...Column<RelayDelivery>[]] = [
    { id: 'what', name: say('webhooks.what'), cell: ({ field }) => fieldWords(field) },
    { id: 'about', name: say('relay.about'), cell: aboutCell },
    { id: 'state', name: say('webhooks.stateName'), cell: (one) => <StateCell told={one} /> },
    {
      id: 'at',
      name: say('webhooks.lastTried'),
      cell: ({ triedAt }) => (triedAt === null ? say('webhooks.never') : agoText(triedAt, now)),
    },
    {
      id: 'rewritten',
      name: say('relay.rewritten'),
      cell: (one) => <RewrittenCell told={one} />,
      className: 'desk:w-1/2',
    },
  ];
  return (
    <section aria-label={say('relay.told')} className="mt-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-l font-semibold">{say('relay.told')}</h2>
        <div className="flex flex-wrap items-end gap-2">
          {manages && dead > 0 && <TellAgain integration={integration} />}
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
      {log.isPending && <Skeleton shape="rows" />}
      {log.isError && rows === undefined && (
        <ErrorState title={say('relay.toldFailed')} detail={log.error.message} onRetry={() => void log.refetch()} />
      )}
      {rows?.length === 0 && (
        <EmptyState icon={Send} title={say('relay.nothingTold')} detail={say('relay.nothingToldDetail')} />
      )}
      {rows && rows.length > 0 && (
        <Table label={say('relay.told')} columns={columns} rows={rows} rowId={(one) => one.id} />
      )}
      <LoadMore hasMore={log.hasNextPage} isLoading={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
    </section>
  );
}

/** What was given up, once its system is mended. */
function TellAgain({ integration: { id, dead } }: { integration: Integration }) {
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => replayRelayed(id),
    onSuccess: ({ count }) => {
      setAsks(false);
      tell(say('webhooks.replayed', { count }));
      return client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
    },
  });
  return (
    <>
      <Button onPress={() => setAsks(true)}>{say('webhooks.replayDead')}</Button>
      <ConfirmDialog
        title={say('webhooks.replayDeadAsk')}
        confirm={say('webhooks.replay')}
        isOpen={asks}
        isBusy={again.isPending}
        failure={again.error?.message}
        onConfirm={() => again.mutate()}
        onClose={() => setAsks(false)}
      >
        {say('webhooks.replayDeadExplained', { count: dead })}
      </ConfirmDialog>
    </>
  );
}

function aboutCell({ contact }: RelayDelivery) {
  if (contact === null) return say('relay.account');
  return (
    <Link to="/people/$contactId" params={{ contactId: contact.id }} className="text-accent hover:underline">
      <bdi>{contact.displayName}</bdi>
    </Link>
  );
}

function StateCell({ told }: { told: RelayDelivery }) {
  const { state, failure, status, nextAt, attempts } = told;
  return (
    <span>
      <Chip tone={deliveryTones[state]}>{deliveryWords({ state })}</Chip>
      {failure !== null && <span className="mt-1 block text-s text-ink-3">{failureWords(failure, status)}</span>}
      {state === 'waiting' && attempts > 0 && nextAt !== null && (
        <span className="block text-s text-ink-3">{say('webhooks.next', { when: momentText(nextAt) })}</span>
      )}
    </span>
  );
}

/** Places are named as the system's makers know them; those changed for one reason stand together. */
function RewrittenCell({ told: { rewritten } }: { told: RelayDelivery }) {
  if (rewritten === null) return <span className="text-ink-3">{say('relay.notTried')}</span>;
  if (rewritten.length === 0) return <span className="text-ink-3">{say('relay.asItCame')}</span>;
  const alike = Map.groupBy(rewritten, ({ why, before, phone }) => `${why} ${before} ${phone}`);
  return (
    <ul className="flex flex-col gap-2">
      {[...alike].map(([key, places]) => (
        <li key={key}>
          {places[0] && whyWords(places[0])}
          {places.map(({ path }) => (
            <span key={path} className="block font-mono text-s text-ink-3 wrap-anywhere">
              <bdi dir="ltr">{path}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
