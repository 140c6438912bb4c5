import { type UseInfiniteQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Export, Page } from '@throughline/contract';
import { Download, FileDown } from 'lucide-react';
import { useState } from 'react';
import { cancelExport, exportsKey, fileAddress, isAtWork } from '../../api/exports.ts';
import { tell } from '../../shell/told.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { sizeText } from '../../words/files.ts';
import { numberText } from '../../words/numbers.ts';
import { say } from '../../words/say.tsx';
import { momentText } from '../../words/time.ts';
import { formatWords, kindWords, toneOf } from './export-words.ts';

interface Props {
  files: UseInfiniteQueryResult<{ pages: Page<Export>[] }>;
  makes: boolean;
}

/** Every file, made or being made. */
export function FilesPart({ files, makes }: Props) {
  const rows = files.data?.pages.flatMap(({ data }) => data);
  const columns: readonly [Column<Export>, ...Column<Export>[]] = [
    { id: 'what', name: say('exports.kindName'), cell: (one) => <WhatCell file={one} /> },
    { id: 'state', name: say('exports.stateName'), cell: (one) => <StateCell file={one} /> },
    {
      id: 'asked',
      name: say('exports.askedFor'),
      cell: ({ createdAt, createdBy }) =>
        say('exports.madeBy', { when: momentText(createdAt), name: `\u2068${createdBy}\u2069` }),
    },
    {
      id: 'deeds',
      name: say('exports.deeds'),
      hidesName: true,
      align: 'end',
      cell: (one) => <Deeds file={one} makes={makes} />,
    },
  ];
  if (files.isPending) return <Skeleton shape="rows" />;
  if (rows === undefined)
    return (
      <ErrorState
        title={say('exports.failed')}
        detail={files.error?.message ?? ''}
        onRetry={() => void files.refetch()}
      />
    );
  if (rows.length === 0)
    return <EmptyState icon={FileDown} title={say('exports.none')} detail={say('exports.noneDetail')} />;
  return (
    <>
      <Table label={say('exports.files')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <LoadMore
        hasMore={files.hasNextPage}
        isLoading={files.isFetchingNextPage}
        onMore={() => void files.fetchNextPage()}
      />
    </>
  );
}

function WhatCell({ file }: { file: Export }) {
  const { kind, format, numbersMasked, accounts } = file;
  return (
    <span className="block min-w-0">
      <span className="block font-semibold">{kindWords(kind)}</span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-s font-normal text-ink-3">
        {formatWords(format)}
        {numbersMasked && <Chip>{say('exports.masked')}</Chip>}
        {accounts && <Chip>{say('exports.withAccounts')}</Chip>}
      </span>
    </span>
  );
}

function StateCell({ file }: { file: Export }) {
  const { id, state, problem, rowsDone, rowsTotal, sizeBytes, expiresAt } = file;
  const share = rowsTotal === 0 ? 0 : Math.min(1, rowsDone / rowsTotal);
  return (
    <div>
      <Chip tone={toneOf(state)}>{say('exports.state', { state })}</Chip>
      {state === 'running' && (
        <div className="mt-1.5">
          <progress
            aria-labelledby={`done-${id}`}
            value={share}
            max={1}
            className="block h-1.5 w-full max-w-60 accent-accent"
          />
          <span id={`done-${id}`} className="text-s text-ink-3 tabular-nums">
            {say('exports.progress', { done: numberText(rowsDone), total: numberText(rowsTotal) })}
          </span>
        </div>
      )}
      {state === 'ready' && (
        <p className="mt-1 text-s text-ink-3 tabular-nums">
          {say('exports.rows', { count: rowsDone })} · {sizeText(sizeBytes ?? 0)}
          {expiresAt !== null && ` · ${say('exports.availableUntil', { when: momentText(expiresAt) })}`}
        </p>
      )}
      {state === 'failed' && (
        <p className="mt-1 text-s text-ink-2">{say('exports.problem', { problem: problem ?? 'failed' })}</p>
      )}
      {state === 'withdrawn' && <p className="mt-1 text-s text-ink-2">{say('exports.withdrawnWhy')}</p>}
    </div>
  );
}

function Deeds({ file, makes }: { file: Export; makes: boolean }) {
  const { id, state, fileName, downloadable } = file;
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelExport(id),
    onSuccess: () => {
      setAsks(false);
      tell(say(state === 'ready' ? 'exports.destroyed' : 'exports.calledOff'));
      return client.invalidateQueries({ queryKey: exportsKey });
    },
  });
  return (
    <div className="flex flex-wrap justify-end gap-2 max-desk:justify-start">
      {downloadable && (
        <a href={fileAddress(id)} download={fileName} className="btn">
          <Download aria-hidden size={15} strokeWidth={1.75} /> {say('exports.download')}
        </a>
      )}
      {makes && isAtWork(file) && (
        <Button isPending={cancel.isPending} onPress={() => cancel.mutate()}>
          {say('exports.cancel')}
        </Button>
      )}
      {makes && state === 'ready' && (
        <Button look="quiet" onPress={() => setAsks(true)}>
          {say('exports.destroy')}
        </Button>
      )}
      <ConfirmDialog
        title={say('exports.destroyAsk', { file: `\u2068${fileName}\u2069` })}
        confirm={say('exports.destroy')}
        isDanger
        isOpen={asks}
        isBusy={cancel.isPending}
        failure={cancel.error?.message}
        onConfirm={() => cancel.mutate()}
        onClose={() => setAsks(false)}
      >
        <p>{say('exports.destroyExplained')}</p>
      </ConfirmDialog>
    </div>
  );
}
