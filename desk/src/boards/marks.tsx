// What is drawn: bars on one another, and lines. Told apart by pattern and dash as well as by color.

import { useId } from 'react';
import type { Series } from './chart.tsx';
import type { Place } from './plot.tsx';

export const looks = ['solid', 'striped', 'hollow'] as const;
type Look = (typeof looks)[number];

interface BarsProps<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** From the bottom up, three at most. */
  series: readonly Series<Row>[];
  place: Place;
}

export function Bars<Row>({ rows, rowId, series, place: { x, y, step } }: BarsProps<Row>) {
  const id = useId();
  const width = Math.max(1, Math.min(36, step * 0.7));
  return (
    <>
      <Stripes id={id} />
      {rows.map((row, at) => {
        let under = 0;
        return (
          <g key={rowId(row)}>
            {series.map(({ id: name, value }, n) => {
              const from = under;
              under += value(row) ?? 0;
              const top = y(under);
              const tall = y(from) - top;
              return tall <= 0 ? null : (
                <rect
                  key={name}
                  x={x(at) - width / 2}
                  y={top}
                  width={width}
                  height={tall}
                  {...fillOf(looks[n] ?? 'solid', id)}
                />
              );
            })}
          </g>
        );
      })}
    </>
  );
}

interface LinesProps<Row> {
  rows: readonly Row[];
  series: readonly Series<Row>[];
  place: Place;
}

/** Told apart without color too: by dash, and by the mark at each point. */
const lineLooks = [
  { className: 'text-accent', dash: undefined, round: true },
  { className: 'text-info', dash: '6 4', round: false },
  { className: 'text-ink', dash: '2 3', round: true },
  { className: 'text-warn', dash: '10 3 2 3', round: false },
  { className: 'text-danger', dash: '4 2', round: true },
] as const;
const lookOf = (n: number) => lineLooks[n] ?? lineLooks[0];

/** Five at most. A line stops where there is nothing to show, and goes on where there is again. */
export function Lines<Row>({ rows, series, place: { x, y } }: LinesProps<Row>) {
  return series.map(({ id, value }, n) => {
    const points = rows.map((row, at) => ({ at, value: value(row) }));
    const path = points
      .map(({ at, value: found }, index) => {
        if (found === null) return '';
        const begins = index === 0 || points[index - 1]?.value === null;
        return `${begins ? 'M' : 'L'}${x(at).toFixed(1)} ${y(found).toFixed(1)}`;
      })
      .join('');
    const { className, dash, round } = lookOf(n);
    return (
      <g key={id} className={className}>
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          strokeDasharray={dash}
          strokeLinejoin="round"
        />
        {points.map(({ at, value: found }) =>
          found === null ? null : round ? (
            <circle key={at} cx={x(at)} cy={y(found)} r={2.5} fill="currentColor" />
          ) : (
            <rect key={at} x={x(at) - 2.5} y={y(found) - 2.5} width={5} height={5} fill="currentColor" />
          ),
        )}
      </g>
    );
  });
}

export function Legend({ names, kind }: { names: readonly string[]; kind: 'bars' | 'lines' }) {
  const id = useId();
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-2">
      {names.map((name, n) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden width={20} height={12} className={kind === 'lines' ? lookOf(n).className : ''}>
            <Stripes id={id} />
            {kind === 'bars' ? (
              <rect x={0.5} y={0.5} width={19} height={11} {...fillOf(looks[n] ?? 'solid', id)} />
            ) : (
              <line
                x1={0}
                x2={20}
                y1={6}
                y2={6}
                stroke="currentColor"
                strokeWidth={2}
                strokeDasharray={lookOf(n).dash}
              />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function fillOf(look: Look, id: string) {
  if (look === 'solid') return { className: 'fill-accent' };
  if (look === 'striped') return { fill: `url(#${id})`, className: 'stroke-info', strokeWidth: 1 };
  return { className: 'fill-surface stroke-ink-3', strokeWidth: 1 };
}

function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={5} height={5} className="fill-info-soft" />
        <rect width={2.5} height={5} className="fill-info" />
      </pattern>
    </defs>
  );
}
