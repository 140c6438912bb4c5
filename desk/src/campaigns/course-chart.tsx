import { useQuery } from '@tanstack/react-query';
import type { Campaign, CoursePoint } from '@throughline/contract';
import { Chart, type Series } from '../boards/chart.tsx';
import { Legend, Lines } from '../boards/marks.tsx';
import { Plot } from '../boards/plot.tsx';
import { ticksTo } from '../boards/scale.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { numberText } from '../words/numbers.ts';
import { locale, say } from '../words/say.tsx';
import { courseAddress, courseQuery } from './campaign-queries.ts';
import { byThen, momentOf } from './course.ts';

/** How the results came in, as lines that rise. */
export function CourseChart({ campaign }: { campaign: Campaign }) {
  const answer = useQuery(courseQuery(campaign.id, campaign.state === 'running'));
  if (answer.isPending) return <Skeleton />;
  if (answer.data === undefined)
    return (
      <ErrorState
        title={say('campaigns.courseFailed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  const { points, grain } = answer.data;
  const rows = byThen(points);
  const last = rows.at(-1);
  const nameOf = (row: CoursePoint) => momentOf(row, grain, locale());
  const series: Series<CoursePoint>[] = [
    { id: 'sent', name: say('campaigns.courseSent'), value: ({ sent }) => sent },
    { id: 'delivered', name: say('campaigns.courseDelivered'), value: ({ delivered }) => delivered },
    { id: 'read', name: say('campaigns.courseRead'), value: ({ read }) => read },
    { id: 'replied', name: say('campaigns.courseReplied'), value: ({ replied }) => replied },
    { id: 'failed', name: say('campaigns.courseFailedRows'), value: ({ failed }) => failed },
  ];
  const summary = say('campaigns.courseSummary', {
    sent: last?.sent ?? 0,
    delivered: numberText(last?.delivered ?? 0),
    read: numberText(last?.read ?? 0),
    replied: numberText(last?.replied ?? 0),
    failed: numberText(last?.failed ?? 0),
  });
  const most = Math.max(...rows.flatMap((row) => series.map(({ value }) => value(row) ?? 0)), 1);
  return (
    <Chart
      title={say('campaigns.course')}
      summary={summary}
      how={say('campaigns.howCourse')}
      rows={rows}
      rowId={({ at }) => at}
      columns={[
        { id: 'at', name: say('campaigns.courseAt'), cell: nameOf },
        ...series.map(({ id, name, value }) => ({
          id,
          name,
          align: 'end' as const,
          cell: (row: CoursePoint) => numberText(value(row) ?? 0),
        })),
      ]}
      download={courseAddress(campaign.id)}
      notYet={say('campaigns.courseNotYet')}
    >
      <Legend kind="lines" names={series.map(({ name }) => name)} />
      <Plot
        summary={summary}
        rows={rows}
        nameOf={nameOf}
        series={series}
        ticks={ticksTo(most).filter(Number.isInteger)}
        text={numberText}
      >
        {(place) => <Lines rows={rows} series={series} place={place} />}
      </Plot>
    </Chart>
  );
}
