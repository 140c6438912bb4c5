// Where a value stands in a chart. Pure.

/** Round steps from 0 up to at least `most`, four or five of them. */
export function ticksTo(most: number): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** Steps a clock has, for seconds: of minutes, hours or days. */
export function clockTicksTo(most: number): number[] {
  const steps = [1, 5, 15, 30, 60, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400];
  const step = steps.find((one) => most / one <= 5);
  if (step === undefined) return ticksTo(most / 86_400).map((days) => days * 86_400);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, at) => at * step);
}

/** Which of `count` places along the bottom get a label, where there is room for `room` of them; the last one always does. */
export function labelled(count: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % every === 0);
}
