import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExportSchedule, Page } from '@throughline/contract';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { deleteSchedule, exportsKey, pauseSchedule } from '../../api/exports.ts';
import { tell } from '../../shell/told.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { momentText } from '../../words/time.ts';
import { formatWords, kindWords, rhythmWords } from './export-words.ts';

interface Props {
  schedules: UseQueryResult<Page<ExportSchedule>>;
  makes: boolean;
}

/** What is made again and again, and when next. */
export function SchedulesPart({ schedules, makes }: Props) {
  const rows = schedules.data?.data;
  const columns: readonly [Column<ExportSchedule>, ...Column<ExportSchedule>[]] = [
    {
      id: 'name',
      name: say('exports.name'),
      cell: ({ name, kind, format }) => (
        <span className="block min-w-0">
          <bdi className="block font-semibold wrap-anywhere">{name}</bdi>
          <span className="text-s font-normal text-ink-3">
            {kindWords(kind)} · {formatWords(format)}
          </span>
        </span>
      ),
    },
    {
      id: 'when',
      name: say('exports.when'),
      cell: (one) => (
        <>
          {rhythmWords(one)} <bdi className="block text-s text-ink-3">{one.zone}</bdi>
        </>
      ),
    },
    {
      id: 'next',
      name: say('exports.nextAt'),
      cell: ({ nextAt }) => (nextAt === null ? <Chip>{say('exports.paused')}</Chip> : momentText(nextAt)),
    },
    {
      id: 'deeds',
      name: say('exports.deeds'),
      hidesName: true,
      align: 'end',
      cell: (one) => (makes ? <Deeds schedule={one} /> : null),
    },
  ];
  if (schedules.isPending) return <Skeleton shape="rows" />;
  if (rows === undefined)
    return (
      <ErrorState
        title={say('exports.failed')}
        detail={schedules.error?.message ?? ''}
        onRetry={() => void schedules.refetch()}
      />
    );
  if (rows.length === 0)
    return (
      <EmptyState icon={CalendarClock} title={say('exports.noSchedules')} detail={say('exports.noSchedulesDetail')} />
    );
  return <Table label={say('exports.schedules')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}

function Deeds({ schedule: { id, name, paused } }: { schedule: ExportSchedule }) {
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: exportsKey });
  const pause = useMutation({ mutationFn: () => pauseSchedule(id, !paused), onSuccess: again });
  const remove = useMutation({
    mutationFn: () => deleteSchedule(id),
    onSuccess: () => {
      setAsks(false);
      tell(say('exports.deleted'));
      return again();
    },
  });
  return (
    <div className="flex flex-wrap justify-end gap-2 max-desk:justify-start">
      <Button isPending={pause.isPending} onPress={() => pause.mutate()}>
        {say(paused ? 'exports.resume' : 'exports.pause')}
      </Button>
      <Button look="quiet" onPress={() => setAsks(true)}>
        {say('exports.delete')}
      </Button>
      {pause.error && (
        <p role="alert" className="w-full text-s text-danger">
          {pause.error.message}
        </p>
      )}
      <ConfirmDialog
        title={say('exports.deleteAsk', { name: `\u2068${name}\u2069` })}
        confirm={say('exports.delete')}
        isDanger
        isOpen={asks}
        isBusy={remove.isPending}
        failure={remove.error?.message}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsks(false)}
      >
        <p>{say('exports.deleteExplained')}</p>
      </ConfirmDialog>
    </div>
  );
}
