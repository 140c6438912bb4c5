import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration, RelayDelivery } from '@throughline/contract';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { type ToldFilter, toldQuery } from '../../api/relay.ts';
import { useNow } from '../../shell/use-now.ts';
import { Chip } from '../../ui/chip.tsx';
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
export function ToldPart({ integration: { id } }: { integration: Integration }) {
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
    { id: 'rewritten', name: say('relay.rewritten'), cell: (one) => <RewrittenCell told={one} />, className: 'w-1/2' },
  ];
  return (
    <section aria-label={say('relay.told')} className="mt-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 className="text-l font-semibold">{say('relay.told')}</h2>
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

/** Places are named as the system's makers know them. */
function RewrittenCell({ told: { rewritten } }: { told: RelayDelivery }) {
  if (rewritten === null) return <span className="text-ink-3">{say('relay.notTried')}</span>;
  if (rewritten.length === 0) return <span className="text-ink-3">{say('relay.asItCame')}</span>;
  return (
    <ul className="flex flex-col gap-1.5">
      {rewritten.map((one) => (
        <li key={one.path}>
          <bdi dir="ltr" className="block font-mono text-s text-ink-3 wrap-anywhere">
            {one.path}
          </bdi>
          {whyWords(one)}
        </li>
      ))}
    </ul>
  );
}
