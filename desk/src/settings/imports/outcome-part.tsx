import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Import, ImportOutcome, ImportReason, ImportRow } from '@throughline/contract';
import { ListX } from 'lucide-react';
import { useState } from 'react';
import { importRowsQuery, type RowsAsked } from '../../api/imports.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { numberText } from '../../words/numbers.ts';
import { say } from '../../words/say.tsx';

const outcomes: ImportOutcome[] = ['created', 'updated', 'unchanged', 'skipped'];

/** How many rows of each kind, why some are left out, and the rows themselves. */
export function OutcomePart({ list }: { list: Import }) {
  const { counts, reasons, state } = list;
  const [shown, setShown] = useState('all');
  return (
    <>
      <section aria-labelledby="import-counts">
        <h2 id="import-counts" className="mb-3 text-l font-semibold">
          {say(state === 'done' || state === 'running' ? 'imports.became' : 'imports.would')}
        </h2>
        <dl className="grid grid-cols-2 gap-3 desk:grid-cols-4">
          {outcomes.map((outcome) => (
            <div key={outcome} className="rounded-md border border-line bg-surface p-3">
              <dt className="text-s text-ink-3">{say('imports.outcome', { outcome })}</dt>
              <dd className="text-xl font-semibold tabular-nums">{numberText(counts[outcome])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="import-rows" className="mt-6">
        <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
          <h2 id="import-rows" className="text-l font-semibold">
            {say('imports.outcomes')}
          </h2>
          <Select
            label={say('imports.show')}
            fits
            value={shown}
            onChange={setShown}
            options={[
              { id: 'all', label: say('imports.all') },
              ...outcomes.map((id) => ({ id: id as string, label: say('imports.outcome', { outcome: id }) })),
              ...reasons.map(({ reason, rows }) => ({
                id: `reason ${reason}`,
                label: say('imports.reason', { reason }),
                detail: say('imports.rows', { count: rows }),
              })),
            ]}
          />
        </div>
        <Rows list={list} asked={askedIn(shown)} />
      </section>
    </>
  );
}

function askedIn(shown: string): RowsAsked {
  if (shown === 'all') return {};
  const [, reason] = shown.split(' ');
  return reason === undefined ? { outcome: shown as ImportOutcome } : { reason: reason as ImportReason };
}

function Rows({ list, asked }: { list: Import; asked: RowsAsked }) {
  const answer = useInfiniteQuery(importRowsQuery(list.id, list.state, asked));
  const rows = answer.data?.pages.flatMap(({ data }) => data);
  if (answer.isPending) return <Skeleton shape="rows" />;
  if (rows === undefined)
    return (
      <ErrorState
        title={say('imports.oneFailed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  if (rows.length === 0)
    return <EmptyState icon={ListX} title={say('imports.noRows')} detail={say('imports.noRowsDetail')} />;
  const columns: readonly [Column<ImportRow>, ...Column<ImportRow>[]] = [
    { id: 'line', name: say('imports.line'), cell: ({ line }) => numberText(line), className: 'tabular-nums' },
    { id: 'says', name: say('imports.says'), cell: (row) => <Says row={row} /> },
    { id: 'outcome', name: say('imports.stateName'), cell: (row) => <Outcome row={row} /> },
  ];
  return (
    <>
      <Table label={say('imports.outcomes')} columns={columns} rows={rows} rowId={({ line }) => String(line)} />
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
    </>
  );
}

function Says({ row: { cells } }: { row: ImportRow }) {
  const said = cells.filter((cell) => cell !== '');
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5 wrap-anywhere">
      {said.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name, and stay in their order
        <bdi key={at} className={at === 0 ? '' : 'text-ink-3'}>
          {cell}
        </bdi>
      ))}
    </span>
  );
}

function Outcome({ row: { outcome, reason, ofLine, contactId } }: { row: ImportRow }) {
  if (outcome === null) return null;
  const words = say('imports.outcome', { outcome });
  return (
    <span>
      {contactId === null || outcome === 'skipped' ? (
        words
      ) : (
        <Link to="/people/$contactId" params={{ contactId }} className="font-semibold text-accent hover:underline">
          {words}
        </Link>
      )}
      {reason !== null && (
        <span className="block text-s text-ink-3">
          {say('imports.reason', { reason })}
          {ofLine !== null && ` · ${say('imports.sameAs', { line: ofLine })}`}
        </span>
      )}
    </span>
  );
}
