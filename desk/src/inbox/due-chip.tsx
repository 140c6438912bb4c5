import type { Conversation } from '@throughline/contract';
import { AlarmClock } from 'lucide-react';
import { say } from '../words/say.tsx';
import { fullTime, timeLeft } from '../words/time.ts';

const names = {
  first_reply: () => say('work.dueFirst'),
  next_reply: () => say('work.dueNext'),
  resolution: () => say('work.dueResolution'),
};
const soonMs = 30 * 60_000;

/** How long there is for what was promised, or that it is late. */
export function DueChip({ due, now }: { due: Conversation['due']; now: number }) {
  if (due === null) return null;
  const left = Date.parse(due.at) - now;
  const look = left <= 0 ? 'text-danger' : left < soonMs ? 'text-warn' : 'text-ink-3';
  return (
    <span
      title={`${names[due.target]()} · ${fullTime(due.at)}`}
      className={`flex shrink-0 items-center gap-1 text-xs font-medium tabular-nums ${look}`}
    >
      <AlarmClock aria-hidden size={12} strokeWidth={1.75} />
      <span className="sr-only">{names[due.target]()}</span>
      {left <= 0 ? say('work.late') : timeLeft(left)}
    </span>
  );
}
