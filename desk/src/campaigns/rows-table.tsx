import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Campaign, CampaignRow } from '@throughline/contract';
import { Download, ListX } from 'lucide-react';
import { useState } from 'react';
import { useLater } from '../templates/use-later.ts';
import { LoadMore } from '../ui/load-more.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { type RowFilter, reportAddress, rowsQuery } from './campaign-queries.ts';
import { reachWords, rowStateWords } from './campaign-words.ts';

interface Props {
  campaign: Campaign;
  filter: Pick<RowFilter, 'state' | 'reach'>;
  onAll: () => void;
}

/** The rows, each with what was found or what became of it. */
export function RowsTable({ campaign, filter, onAll }: Props) {
  const [text, setText] = useState('');
  const q = useLater(text.trim(), 250);
  const answer = useInfiniteQuery(rowsQuery(campaign.id, { ...filter, ...(q === '' ? {} : { q }) }));
  const rows = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  const only = filter.reach
    ? say(reachWords[filter.reach].label)
    : filter.state
      ? say(rowStateWords[filter.state])
      : undefined;
  return (
    <section aria-label={say('campaigns.rows')} className="rounded-md border border-line bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-l font-semibold">{say('campaigns.rows')}</h2>
        {only !== undefined && (
          <p className="text-ink-2">
            {say('campaigns.only', { only })}{' '}
            <button type="button" className="text-btn ms-1" onClick={onAll}>
              {say('campaigns.showAll')}
            </button>
          </p>
        )}
        <a className="btn ms-auto" href={reportAddress(campaign.id)} download>
          <Download aria-hidden size={15} strokeWidth={1.75} /> {say('campaigns.downloadAll')}
        </a>
      </div>
      <SearchField
        label={say('campaigns.searchRows')}
        placeholder={say('campaigns.numberOrName')}
        maxLength={60}
        value={text}
        onChange={setText}
        className="mb-3"
      />
      {answer.isPending && <Skeleton label={say('campaigns.loadingRows')} />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('campaigns.failedRows')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data && rows.length === 0 && (
        <EmptyState
          icon={ListX}
          title={say('campaigns.noRows')}
          detail={only === undefined && q === '' ? say('campaigns.noRowsYet') : say('campaigns.noRowsFit')}
        />
      )}
      {rows.length > 0 && (
        <Table
          label={say('campaigns.rows')}
          rows={rows}
          rowId={({ line }) => String(line)}
          columns={[
            { id: 'number', name: say('campaigns.number'), cell: (row) => <Phone row={row} /> },
            { id: 'name', name: say('campaigns.name'), cell: ({ name }) => <bdi>{name}</bdi> },
            { id: 'line', name: say('campaigns.line'), align: 'end', cell: ({ line }) => line },
            { id: 'result', name: say('campaigns.result'), cell: (row) => <Result row={row} /> },
          ]}
        />
      )}
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
    </section>
  );
}

function Phone({ row: { phone, normalized } }: { row: CampaignRow }) {
  return (
    <bdi dir="ltr" className={`tabular-nums ${normalized === null ? 'wrap-anywhere' : 'whitespace-nowrap'}`}>
      {normalized ?? phone}
    </bdi>
  );
}

function Result({ row }: { row: CampaignRow }) {
  const { reach, state, reason, duplicateOf, conversationId } = row;
  const checked = state === 'waiting' && reach !== null;
  const word = checked
    ? say(reachWords[reach].label)
    : state === 'skipped' && reach !== null
      ? say(reachWords[reach].label)
      : say(rowStateWords[state]);
  return (
    <div className="min-w-0 desk:min-w-44">
      {conversationId === null ? (
        <span className="font-medium">{word}</span>
      ) : (
        <Link to="/inbox/$conversationId" params={{ conversationId }} className="text-btn">
          {word}
        </Link>
      )}
      {reason !== null && <span className="block text-s text-ink-3">{reason}</span>}
      {duplicateOf !== null && (
        <span className="block text-s text-ink-3">{say('campaigns.sentInstead', { line: duplicateOf })}</span>
      )}
    </div>
  );
}
