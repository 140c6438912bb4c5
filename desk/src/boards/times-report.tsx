import { useQuery } from '@tanstack/react-query';
import type { ResponseRow } from '@throughline/contract';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { Chart, type Series } from './chart.tsx';
import { Legend, Lines } from './marks.tsx';
import { Plot } from './plot.tsx';
import { type Asked, csvAddress, responsesQuery } from './report-queries.ts';
import { axisText, countText, dayText, durationText } from './report-words.ts';
import { clockTicksTo } from './scale.ts';

type Measure = 'firstReply' | 'reply' | 'resolution';

const dayOf = ({ key }: ResponseRow) => key ?? '';

/** How long customers waited, by the day the work began: half of them, and nine of ten. */
export function TimesReport({ asked }: { asked: Asked }) {
  const answer = useQuery(responsesQuery(asked, asked.grain));
  if (answer.isPending) return <Skeleton className="mb-6" />;
  if (answer.data === undefined)
    return (
      <ErrorState
        title={say('boards.reportFailed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  const { grain, ...rest } = asked;
  const shared = { rows: answer.data.rows, download: csvAddress('responses', { ...rest, by: grain }) };
  const counted = asked.hours === 'business' ? say('boards.howBusinessHours') : say('boards.howAroundTheClock');
  const how = (what: string) => say('boards.howCounted', { what, counted });
  return (
    <>
      <Times measure="firstReply" title={say('boards.firstReply')} how={how(say('boards.howFirstReply'))} {...shared} />
      <Times measure="reply" title={say('boards.nextReply')} how={how(say('boards.howReply'))} {...shared} />
      <Times measure="resolution" title={say('boards.resolution')} how={how(say('boards.howResolution'))} {...shared} />
    </>
  );
}

interface Props {
  measure: Measure;
  title: string;
  how: string;
  rows: ResponseRow[];
  download: string;
}

function Times({ measure, title, how, rows: every, download }: Props) {
  const rows = every.filter((row) => row[measure] !== null);
  const series: Series<ResponseRow>[] = [
    { id: 'median', name: say('boards.median'), value: (row) => row[measure]?.median ?? null },
    { id: 'p90', name: say('boards.p90'), value: (row) => row[measure]?.p90 ?? null },
  ];
  const last = rows.at(-1)?.[measure];
  const summary = last
    ? say('boards.timesSummary', { median: durationText(last.median), p90: durationText(last.p90) })
    : say('boards.nothingWaited');
  const ticks = clockTicksTo(Math.max(...rows.map((row) => row[measure]?.p90 ?? 0), 60));
  return (
    <Chart
      title={title}
      summary={summary}
      how={how}
      rows={rows}
      rowId={dayOf}
      columns={[
        { id: 'day', name: say('boards.day'), cell: (row) => dayText(dayOf(row)) },
        ...series.map(({ id, name, value }) => ({
          id,
          name,
          align: 'end' as const,
          cell: (row: ResponseRow) => durationText(value(row) ?? 0),
        })),
        {
          id: 'counted',
          name: say('boards.counted'),
          align: 'end',
          cell: (row) => countText(row[measure]?.counted ?? 0),
        },
      ]}
      download={download}
    >
      <Legend kind="lines" names={series.map(({ name }) => name)} />
      <Plot
        summary={summary}
        rows={rows}
        nameOf={(row) => dayText(dayOf(row))}
        series={series}
        ticks={ticks}
        text={axisText}
      >
        {(place) => <Lines rows={rows} series={series} place={place} />}
      </Plot>
    </Chart>
  );
}
