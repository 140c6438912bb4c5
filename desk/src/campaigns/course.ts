// A campaign's course as it is drawn: what had happened by the end of each stretch. Pure.

import type { CampaignCourse, CoursePoint } from '@throughline/contract';

export function byThen(points: readonly CoursePoint[]): CoursePoint[] {
  const sum = { sent: 0, delivered: 0, read: 0, failed: 0, replied: 0 };
  return points.map(({ at, sent, delivered, read, failed, replied }) => {
    sum.sent += sent;
    sum.delivered += delivered;
    sum.read += read;
    sum.failed += failed;
    sum.replied += replied;
    return { at, ...sum };
  });
}

/** "22 Sep", or with the hour "22 Sep, 14:30": on the clock the answer was made by, whatever the reader's is. */
export function momentOf({ at }: Pick<CoursePoint, 'at'>, grain: CampaignCourse['grain'], locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(grain !== 'day' && { hour: 'numeric', minute: '2-digit' }),
  }).format(new Date(`${at}:00Z`));
}
