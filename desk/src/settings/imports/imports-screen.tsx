import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Import } from '@throughline/contract';
import { FileUp, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { bringList, importsKey, importsQuery } from '../../api/imports.ts';
import { useMay } from '../../shell/use-may.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { percentText } from '../../words/numbers.ts';
import { say } from '../../words/say.tsx';
import { momentText } from '../../words/time.ts';
import { toneOf } from './import-words.ts';

/** Lists of people, brought in one after the other. */
export function ImportsScreen() {
  const may = useMay();
  const brings = may('contacts:import');
  const answer = useInfiniteQuery({ ...importsQuery, enabled: brings });
  const rows = answer.data?.pages.flatMap(({ data }) => data);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [share, setShare] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: (file: File) => bringList(file, { onProgress: setShare, signal: new AbortController().signal }),
    onMutate: () => setShare(0),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: importsKey });
      await navigate({ to: '/settings/imports/$importId', params: { importId: id } });
    },
  });
  return (
    <SettingsFrame
      title={say('imports.title')}
      intro={say('imports.intro')}
      width="wide"
      actions={
        brings && (
          <Button look="main" icon={Upload} isPending={bring.isPending} onPress={() => input.current?.click()}>
            {say('imports.choose')}
          </Button>
        )
      }
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        aria-label={say('imports.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) bring.mutate(file);
          // The same file again, after it was mended, is a change too.
          event.target.value = '';
        }}
      />
      {!brings && <NoPermission />}
      {bring.isPending && (
        <p role="status" className="mb-4 flex items-center gap-3 text-ink-2">
          {say('imports.uploading')} <span className="tabular-nums">{percentText(share * 100)}</span>
        </p>
      )}
      {bring.error && (
        <Banner tone="danger" className="mb-4">
          {bring.error.message}
        </Banner>
      )}
      {brings && answer.isPending && <Skeleton shape="rows" />}
      {answer.isError && rows === undefined && (
        <ErrorState title={say('imports.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {rows?.length === 0 && (
        <EmptyState icon={FileUp} title={say('imports.none')} detail={say('imports.noneDetail')} />
      )}
      {rows && rows.length > 0 && (
        <>
          <Table label={say('imports.title')} columns={columns} rows={rows} rowId={({ id }) => id} />
          <LoadMore
            hasMore={answer.hasNextPage}
            isLoading={answer.isFetchingNextPage}
            onMore={() => void answer.fetchNextPage()}
          />
        </>
      )}
    </SettingsFrame>
  );
}

const columns: readonly [Column<Import>, ...Column<Import>[]] = [
  {
    id: 'name',
    get name() {
      return say('imports.list');
    },
    cell: ({ id, name, rows }) => (
      <span className="block min-w-0">
        <Link
          to="/settings/imports/$importId"
          params={{ importId: id }}
          className="font-semibold text-accent hover:underline"
        >
          <bdi className="wrap-anywhere">{name}</bdi>
        </Link>
        <span className="block text-s font-normal text-ink-3">{say('imports.rows', { count: rows })}</span>
      </span>
    ),
  },
  {
    id: 'state',
    get name() {
      return say('imports.stateName');
    },
    cell: ({ state }) => <Chip tone={toneOf(state)}>{say('imports.state', { state })}</Chip>,
  },
  {
    id: 'brought',
    get name() {
      return say('imports.brought');
    },
    cell: ({ createdAt, createdBy }) =>
      say('imports.broughtBy', { when: momentText(createdAt), name: `\u2068${createdBy}\u2069` }),
  },
];
