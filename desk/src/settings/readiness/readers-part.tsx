import { useQuery } from '@tanstack/react-query';
import type { ReadinessReader } from '@throughline/contract';
import { readersQuery } from '../../api/readiness.ts';
import type { Tone } from '../../ui/banner.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';

const tones: Readonly<Record<ReadinessReader['verdict'], Tone>> = {
  breaks: 'danger',
  takes_both: 'good',
  needs_number: 'warn',
  not_known: 'plain',
};

/** Who is told something by us, and how each takes people without a number. */
export function ReadersPart() {
  const readers = useQuery(readersQuery);
  const rows = readers.data?.data;
  const columns: readonly [Column<ReadinessReader>, ...Column<ReadinessReader>[]] = [
    { id: 'name', name: say('readiness.reader'), cell: ({ name }) => <bdi className="font-semibold">{name}</bdi> },
    { id: 'with', name: say('readiness.toldWith'), cell: ({ withNumber, mode }) => told(withNumber, mode) },
    { id: 'without', name: say('readiness.toldWithout'), cell: ({ without, mode }) => told(without, mode) },
    {
      id: 'verdict',
      name: say('readiness.verdictName'),
      cell: ({ verdict }) => <Chip tone={tones[verdict]}>{say('readiness.verdict', { verdict })}</Chip>,
    },
  ];
  return (
    <section className="mt-8">
      <h2 className="font-semibold">{say('readiness.readers')}</h2>
      <p className="mb-3 text-ink-2">{say('readiness.readersIntro')}</p>
      {readers.isPending && <Skeleton shape="rows" />}
      {readers.isError && rows === undefined && (
        <ErrorState
          title={say('readiness.failed')}
          detail={readers.error.message}
          onRetry={() => void readers.refetch()}
        />
      )}
      {rows?.length === 0 && <p className="text-ink-3">{say('readiness.readersNone')}</p>}
      {rows && rows.length > 0 && (
        <Table label={say('readiness.readers')} columns={columns} rows={rows} rowId={(one) => one.id} />
      )}
    </section>
  );
}

/** Of a system behind the relay nothing is counted: it is given what it can take. */
function told({ taken, troubled }: ReadinessReader['without'], mode: ReadinessReader['mode']): string {
  return mode === null ? say('readiness.told', { taken, troubled }) : '–';
}
