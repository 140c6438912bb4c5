import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { fullTime, timeLeft, windowShare } from '../words/time.ts';

const around = 2 * Math.PI * 5;
const soonMs = 2 * 3_600_000;

/** How long one may still write freely: 24 hours after the customer's last word. */
export function WindowNote({ closesAt }: { closesAt: string | null }) {
  const now = useNow();
  if (closesAt === null) return null;
  const left = Date.parse(closesAt) - now;
  const soon = left < soonMs;
  return (
    <span
      title={say('thread.until', { time: fullTime(closesAt) })}
      className={`ms-auto flex shrink-0 items-center gap-1.5 font-medium ${soon ? 'text-warn' : 'text-ink-3'}`}
    >
      <svg aria-hidden viewBox="0 0 14 14" className="size-3.5 -rotate-90 rtl:-scale-y-100">
        <circle cx="7" cy="7" r="5" fill="none" stroke="var(--line-strong)" strokeWidth="2.5" />
        <circle
          cx="7"
          cy="7"
          r="5"
          fill="none"
          stroke={soon ? 'var(--warn)' : 'var(--accent)'}
          strokeWidth="2.5"
          strokeDasharray={`${around * windowShare(closesAt, now)} ${around}`}
        />
      </svg>
      <span>
        <span className="max-desk:sr-only">{say('thread.windowOpenFor', { left: timeLeft(left) })}</span>
        <span aria-hidden className="desk:hidden">
          {timeLeft(left)}
        </span>
      </span>
    </span>
  );
}
