// What a bench found: each figure beside its bare limit, one value a round.

export interface Figure {
  name: string;
  unit: '/s' | 'MB' | 'ms' | 'µs' | 's' | 'webhooks' | 'KB' | 'rows' | '%' | 'times' | 'of 10,000' | '';
  /** One value a round. */
  values: number[];
  /** The bare limit's, measured in the same rounds. */
  bare?: { name: string; values: number[] };
  /** Others measured by the same yardstick. */
  beside?: { name: string; values: number[] }[];
  /** What the design asks for. */
  goal?: { least: number } | { most: number };
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? 0)) / 2;
  return { median: median ?? Number.NaN, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Ours to the bare limit's, round by round, the median of that: a machine that slows down slows both. */
export function shareOf({ values, bare }: Figure): number | undefined {
  if (!bare) return undefined;
  const shares = values.map((value, round) => value / (bare.values[round] ?? Number.NaN));
  return spreadOf(shares).median;
}

export function meets({ values, goal }: Figure): boolean | undefined {
  if (!goal) return undefined;
  const { median } = spreadOf(values);
  return 'least' in goal ? median >= goal.least : median <= goal.most;
}

/** A table for people: median (min to max) of each. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures
    .filter(({ beside }) => !beside)
    .map((figure) => [
      figure.name,
      written(figure.values, figure.unit),
      figure.bare ? written(figure.bare.values, figure.unit) : '',
      shareOf(figure)?.toFixed(2) ?? '',
      goalWritten(figure),
    ]);
  return rows.length === 0 ? '' : aligned([['', 'measured', 'bare limit', 'ours / bare', 'asked for'], ...rows]);
}

/** A second table: figures that others were measured for too, side by side. Empty where there are none. */
export function comparisonOf(figures: readonly Figure[]): string {
  const compared = figures.filter(({ beside }) => beside);
  if (compared.length === 0) return '';
  const names = compared[0]?.beside?.map(({ name }) => name) ?? [];
  const rows = compared.map((figure) => [
    figure.name,
    written(figure.values, figure.unit),
    ...(figure.beside ?? []).map(({ values }) => written(values, figure.unit)),
    goalWritten(figure),
  ]);
  return `${aligned([['', 'Throughline', ...names, 'asked for'], ...rows])}\n\n`;
}

function aligned(table: readonly string[][]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return table.map((row) => line(row).trimEnd()).join('\n');
}

function written(values: readonly number[], unit: Figure['unit']): string {
  const { median, min, max } = spreadOf(values);
  const suffix = unit === '/s' || unit === '' ? unit : ` ${unit}`;
  if (unit === '%') return `${median.toFixed(2)}${suffix}`;
  const range = values.length > 1 ? ` (${short(min)}–${short(max)})` : '';
  return `${short(median)}${suffix}${range}`;
}

function goalWritten(figure: Figure): string {
  const { goal, unit } = figure;
  if (!goal) return '';
  const suffix = unit === '/s' || unit === '' ? unit : ` ${unit}`;
  const asked = 'least' in goal ? `≥ ${short(goal.least)}${suffix}` : `≤ ${short(goal.most)}${suffix}`;
  return `${asked} ${meets(figure) ? 'met' : 'MISSED'}`;
}

function short(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value)
    ? Math.round(value).toLocaleString('en-US')
    : value.toFixed(1);
}
