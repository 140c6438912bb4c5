/** The last moment of a day as a date field tells it ("2026-11-03"), in the reader's own time; undefined for today,
    a day to come, or no day at all: then it is about now. */
export function endOfDay(value: string, now: number): string | undefined {
  const [year, month, day] = value.split('-').map(Number);
  if (!year || !month || !day) return undefined;
  const end = new Date(year, month - 1, day, 23, 59, 59, 999);
  return end.getTime() < now ? end.toISOString() : undefined;
}

/** A day as a date field takes it. */
export function dayValue(now: number): string {
  const day = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
