// The frame of a picture in time: steps at the side, days or hours along the bottom, and what is pointed at in words beneath. Drawn in the
// pixels there are, and mirrored where the language runs from right to left, since time does too there.

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { say } from '../words/say.tsx';
import type { Series } from './chart.tsx';
import { labelled } from './scale.ts';

const height = 220;
const edge = { top: 10, bottom: 24, far: 8, near: 52 };
const labelPx = 64;

export interface Place {
  /** The middle of point n, and how wide its stretch is. */
  x: (at: number) => number;
  y: (value: number) => number;
  step: number;
}

interface Props<Row> {
  summary: string;
  rows: readonly Row[];
  /** What stands below it, such as "22 Sep". */
  nameOf: (row: Row) => string;
  series: readonly Series<Row>[];
  /** As they stand at the side; the last is the top. */
  ticks: readonly number[];
  text: (value: number) => string;
  children: (place: Place) => ReactNode;
}

export function Plot<Row>({ summary, rows, nameOf, series, ticks, text, children }: Props<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [pointed, setPointed] = useState<number>();
  const mirrored = document.documentElement.dir === 'rtl';
  const inner = Math.max(1, width - edge.near - edge.far);
  const step = inner / Math.max(1, rows.length);
  const top = ticks.at(-1) ?? 1;
  const x = (at: number) => {
    const along = (at + 0.5) * step;
    return mirrored ? edge.far + inner - along : edge.near + along;
  };
  const y = (value: number) => edge.top + (height - edge.top - edge.bottom) * (1 - value / top);
  const point = (clientX: number) => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    const along = mirrored ? edge.far + inner - (clientX - left) : clientX - left - edge.near;
    setPointed(Math.min(rows.length - 1, Math.max(0, Math.floor(along / step))));
  };
  const side = mirrored ? width - edge.near + 8 : edge.near - 8;
  const row = pointed === undefined ? undefined : rows[pointed];
  return (
    <div ref={box}>
      <svg
        role="img"
        aria-label={summary}
        width={width}
        height={height}
        className="block max-w-full touch-pan-y"
        onPointerMove={(event) => point(event.clientX)}
        onPointerLeave={() => setPointed(undefined)}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={mirrored ? edge.far : edge.near}
              x2={mirrored ? width - edge.near : width - edge.far}
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
            />
            <text
              x={side}
              y={y(tick) + 4}
              direction="ltr"
              textAnchor={mirrored ? 'start' : 'end'}
              className="fill-ink-3 text-xs tabular-nums"
            >
              {text(tick)}
            </text>
          </g>
        ))}
        {labelled(rows.length, Math.floor(inner / labelPx)).map((at) => {
          const one = rows[at];
          return one === undefined ? null : (
            <text key={at} x={x(at)} y={height - 6} textAnchor="middle" className="fill-ink-3 text-xs">
              {nameOf(one)}
            </text>
          );
        })}
        {pointed !== undefined && (
          <rect
            x={x(pointed) - step / 2}
            y={edge.top}
            width={step}
            height={height - edge.top - edge.bottom}
            className="fill-sunken"
          />
        )}
        {children({ x, y, step })}
      </svg>
      <p aria-hidden className="min-h-5 text-s text-ink-2">
        {row !== undefined &&
          say('boards.pointed', {
            day: nameOf(row),
            what: series
              .map(({ name, value }) => {
                const found = value(row);
                return found === null ? '' : say('boards.pointedOne', { name, value: text(found) });
              })
              .filter((one) => one !== '')
              .join(' · '),
          })}
      </p>
    </div>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(600);
  // Before the first picture: else it is drawn at a guess, and half as wide as its frame on a slow machine.
  useLayoutEffect(() => {
    if (!box.current) return;
    setWidth(Math.max(200, box.current.clientWidth));
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(200, entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
