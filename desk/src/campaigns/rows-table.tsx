import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Campaign, CampaignRow } from '@throughline/contract';
import { Download, ListX, Search } from 'lucide-react';
import { useState } from 'react';
import { Empty, Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { useLater } from '../templates/use-later.ts';
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
  const slow = useDelayed(answer.isPending, 300);
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
      <div className="relative mb-3">
        <Search aria-hidden size={15} strokeWidth={1.75} className="absolute start-3 top-3 text-ink-3" />
        <input
          type="search"
          aria-label={say('campaigns.searchRows')}
          placeholder={say('campaigns.numberOrName')}
          autoComplete="off"
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="field ps-9! placeholder:text-ink-3"
        />
      </div>
      {slow && <div role="status" aria-label={say('campaigns.loadingRows')} className="skeleton h-40" />}
      {answer.isError && answer.data === undefined && (
        <Failed
          title={say('campaigns.failedRows')}
          detail={answer.error.message}
          action={say('common.tryAgain')}
          onAction={() => void answer.refetch()}
        />
      )}
      {answer.data && rows.length === 0 && (
        <Empty
          icon={ListX}
          title={say('campaigns.noRows')}
          detail={only === undefined && q === '' ? say('campaigns.noRowsYet') : say('campaigns.noRowsFit')}
        />
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keys
        <section className="overflow-x-auto" tabIndex={0} aria-label={say('campaigns.rowsScroll')}>
          <table className="w-full">
            <thead>
              <tr className="border-b border-line text-s text-ink-3">
                <th scope="col" className="py-1.5 pe-3 text-end font-medium">
                  {say('campaigns.line')}
                </th>
                <th scope="col" className="py-1.5 pe-3 text-start font-medium">
                  {say('campaigns.number')}
                </th>
                <th scope="col" className="py-1.5 pe-3 text-start font-medium">
                  {say('campaigns.name')}
                </th>
                <th scope="col" className="py-1.5 text-start font-medium">
                  {say('campaigns.result')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.line} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {answer.hasNextPage && (
        <button
          type="button"
          className="btn mt-3"
          disabled={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {say('common.showMore')}
        </button>
      )}
    </section>
  );
}

function Row({ row }: { row: CampaignRow }) {
  const { line, phone, normalized, name, reach, state, reason, duplicateOf, conversationId } = row;
  const checked = state === 'waiting' && reach !== null;
  const word = checked
    ? say(reachWords[reach].label)
    : state === 'skipped' && reach !== null
      ? say(reachWords[reach].label)
      : say(rowStateWords[state]);
  return (
    <tr className="border-b border-line align-top last:border-0">
      <td className="py-1.5 pe-3 text-end text-ink-3 tabular-nums">{line}</td>
      <td className="py-1.5 pe-3 tabular-nums">
        <bdi dir="ltr" className={normalized === null ? 'wrap-anywhere' : 'whitespace-nowrap'}>
          {normalized ?? phone}
        </bdi>
      </td>
      <td className="max-w-44 truncate py-1.5 pe-3">
        <bdi>{name}</bdi>
      </td>
      <td className="min-w-44 py-1.5">
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
      </td>
    </tr>
  );
}
