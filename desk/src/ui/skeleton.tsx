import type { ReactNode } from 'react';
import { useDelayed } from '../shell/use-delayed.ts';
import { say } from '../words/say.tsx';

/** What is there within this time never flickers. */
const patienceMs = 300;

interface Props {
  /** What is being loaded, for those who listen. */
  label?: string;
  /** `lines` of text, `rows` of a list with a picture each, or one `block`. */
  shape?: 'lines' | 'rows' | 'block';
  count?: number;
  className?: string;
}

/** The shape of what is coming. Nothing for 300 ms, so that what is quick simply appears. */
export function Skeleton({ label = say('ui.loading'), shape = 'block', count = 3, className = '' }: Props) {
  const isSlow = useDelayed(true, patienceMs);
  if (!isSlow) return null;
  return (
    <div role="status" aria-label={label} className={className}>
      {shape === 'block' && <div className="skeleton h-60" />}
      {shape === 'lines' && repeat(count, (at) => <div key={at} className={`skeleton mt-2 h-4 ${widths[at % 3]}`} />)}
      {shape === 'rows' &&
        repeat(count, (at) => (
          <div key={at} className="flex items-center gap-3 py-3">
            <div className="skeleton size-9.5 shrink-0 rounded-full!" />
            <div className="flex-1">
              <div className={`skeleton h-3.5 ${widths[(at + 1) % 3]}`} />
              <div className="skeleton mt-2 h-3 w-1/3" />
            </div>
          </div>
        ))}
    </div>
  );
}

const widths = ['w-full', 'w-2/3', 'w-4/5'] as const;

function repeat(count: number, draw: (at: number) => ReactNode): ReactNode[] {
  return Array.from({ length: count }, (_, at) => draw(at));
}
