import { useQuery } from '@tanstack/react-query';
import type { CoveragePoint } from '@throughline/contract';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import type { Column } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { Chart, type Series } from './chart.tsx';
import { Bars, Legend, Lines } from './marks.tsx';
import { Plot } from './plot.tsx';
import { type Asked, coverageQuery, csvAddress } from './report-queries.ts';
import { countText, dayText, shareText } from './report-words.ts';
import { ticksTo } from './scale.ts';

const dayOf = ({ startsOn }: CoveragePoint) => startsOn;
const shareOf = ({ usernames, people }: CoveragePoint) => (people === 0 ? null : usernames / people);
const none: CoveragePoint = { startsOn: '', people: 0, visible: 0, hidden: 0, unknown: 0, usernames: 0 };

/** Who showed a number, day by day; and how many had a username. */
export function CoverageReport({ asked }: { asked: Asked }) {
  const answer = useQuery(coverageQuery(asked));
  if (answer.isPending) return <Skeleton className="mb-6" />;
  if (answer.data === undefined)
    return (
      <ErrorState
        title={say('boards.reportFailed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  const rows = answer.data.points;
  const { hours: _, ...days } = asked;
  const download = csvAddress('coverage', days);
  return (
    <>
      <Visible rows={rows} download={download} />
      <Usernames rows={rows} download={download} />
    </>
  );
}

interface Props {
  rows: CoveragePoint[];
  download: string;
}

function Visible({ rows, download }: Props) {
  const series: Series<CoveragePoint>[] = [
    { id: 'visible', name: say('boards.visible'), value: ({ visible }) => visible },
    { id: 'hidden', name: say('boards.hidden'), value: ({ hidden }) => hidden },
    { id: 'unknown', name: say('boards.unknown'), value: ({ unknown }) => unknown },
  ];
  const last = rows.findLast(({ people }) => people > 0) ?? none;
  const summary = say('boards.coverageSummary', {
    people: last.people,
    visible: countText(last.visible),
    hidden: countText(last.hidden),
    unknown: countText(last.unknown),
  });
  const ticks = ticksTo(Math.max(...rows.map(({ people }) => people), 1)).filter(Number.isInteger);
  return (
    <Chart
      title={say('boards.coverage')}
      summary={summary}
      how={say('boards.howCoverage')}
      rows={rows}
      rowId={dayOf}
      columns={[
        dayColumn(),
        countColumn('people', say('boards.people'), ({ people }) => people),
        ...series.map(({ id, name, value }) => countColumn(id, name, (row) => value(row) ?? 0)),
      ]}
      download={download}
    >
      <Legend kind="bars" names={series.map(({ name }) => name)} />
      <Plot
        summary={summary}
        rows={rows}
        nameOf={(row) => dayText(dayOf(row))}
        series={series}
        ticks={ticks}
        text={countText}
      >
        {(place) => <Bars rows={rows} rowId={dayOf} series={series} place={place} />}
      </Plot>
    </Chart>
  );
}

function Usernames({ rows, download }: Props) {
  const series: Series<CoveragePoint>[] = [{ id: 'share', name: say('boards.withUsername'), value: shareOf }];
  const shown = rows.filter(({ people }) => people > 0);
  const summary = say('boards.usernamesSummary', {
    share: shareText(shareOf(shown.at(-1) ?? none) ?? 0),
    before: shareText(shareOf(shown[0] ?? none) ?? 0),
  });
  const quarters = [0, 0.25, 0.5, 0.75, 1];
  return (
    <Chart
      title={say('boards.usernames')}
      summary={summary}
      how={say('boards.howUsernames')}
      rows={rows}
      rowId={dayOf}
      columns={[
        dayColumn(),
        countColumn('people', say('boards.people'), ({ people }) => people),
        countColumn('usernames', say('boards.withUsername'), ({ usernames }) => usernames),
        { id: 'share', name: say('boards.share'), align: 'end', cell: shareCell },
      ]}
      download={download}
    >
      <Plot
        summary={summary}
        rows={rows}
        nameOf={(row) => dayText(dayOf(row))}
        series={series}
        ticks={quarters}
        text={shareText}
      >
        {(place) => <Lines rows={rows} series={series} place={place} />}
      </Plot>
    </Chart>
  );
}

function dayColumn(): Column<CoveragePoint> {
  return { id: 'day', name: say('boards.day'), cell: (row) => dayText(row.startsOn) };
}

function countColumn(id: string, name: string, value: (row: CoveragePoint) => number): Column<CoveragePoint> {
  return { id, name, align: 'end', cell: (row) => countText(value(row)) };
}

function shareCell(row: CoveragePoint): string {
  const share = shareOf(row);
  return share === null ? '–' : shareText(share);
}
