import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReadinessIntegration, ReadinessRun } from '@throughline/contract';
import { ScanSearch } from 'lucide-react';
import { readinessQuery } from '../../api/readiness.ts';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Chip } from '../../ui/chip.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { agoText } from '../../words/time.ts';
import { CanaryPart } from './canary-part.tsx';
import { ReadersPart } from './readers-part.tsx';
import { beforeWords, runWords } from './readiness-words.ts';

/** Other systems, and which of them still count on a number. */
export function ReadinessScreen() {
  const may = useMay();
  const systems = useQuery({ ...readinessQuery, enabled: may('readiness:read') });
  const rows = systems.data?.data;
  const columns: readonly [Column<ReadinessIntegration>, ...Column<ReadinessIntegration>[]] = [
    { id: 'name', name: say('readiness.system'), cell: ({ name }) => <bdi className="font-semibold">{name}</bdi> },
    {
      id: 'endpoint',
      name: say('readiness.onStaging'),
      cell: ({ endpoint, before }) => <RunCell run={endpoint} before={before.endpoint} />,
    },
    {
      id: 'code',
      name: say('readiness.inFiles'),
      cell: ({ code, before }) => <RunCell run={code} before={before.code} />,
    },
  ];
  return (
    <SettingsFrame title={say('readiness.title')} intro={say('readiness.intro')} width="wide">
      {!may('readiness:read') && <NoPermission />}
      {may('readiness:read') && systems.isPending && <Skeleton shape="rows" />}
      {systems.isError && rows === undefined && (
        <ErrorState
          title={say('readiness.failed')}
          detail={systems.error.message}
          onRetry={() => void systems.refetch()}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState icon={ScanSearch} title={say('readiness.none')} detail={say('readiness.noneDetail')} />
      )}
      {rows && rows.length > 0 && (
        <Table
          label={say('readiness.title')}
          columns={columns}
          rows={rows}
          rowId={(one) => `${one.portfolioId} ${one.name}`}
        />
      )}
      {rows && <HowToRun />}
      {may('readiness:read') && <CanaryPart />}
      {may('readiness:read') && <ReadersPart />}
    </SettingsFrame>
  );
}

function RunCell({ run, before }: { run: ReadinessRun | null; before: number | null }) {
  const now = useNow();
  if (run === null) return <span className="text-ink-3">{say('readiness.notAudited')}</span>;
  const { words, tone } = runWords(run);
  const beside = beforeWords(run.failing, before);
  return (
    <span>
      <Link to="/settings/readiness/$runId" params={{ runId: run.id }} className="inline-flex hover:underline">
        <Chip tone={tone}>{words}</Chip>
      </Link>
      <span className="mt-1 block text-s text-ink-3">
        {agoText(run.at, now)}
        {beside !== undefined && ` · ${beside}`}
      </span>
    </span>
  );
}

const commands = [
  'npm run throughline -- audit endpoint https://staging.example.com/webhook --secret SECRET',
  'npm run throughline -- audit code ./integration',
] as const;

/** What audits, and hands in what it finds here. */
function HowToRun() {
  const handIn = `--name CRM --report ${location.origin}`;
  return (
    <section className="mt-6">
      <p className="text-ink-2">{say('readiness.how')}</p>
      <pre
        dir="ltr"
        className="mt-2 rounded-md break-words whitespace-pre-wrap border border-line bg-surface p-3 text-start text-s"
      >
        {['export THROUGHLINE_KEY=tl_…', ...commands.map((one) => `${one} ${handIn}`)].join('\n')}
      </pre>
    </section>
  );
}
