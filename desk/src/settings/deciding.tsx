import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { say } from '../words/say.tsx';

/** Everybody is decided again after a change: how many are left, and that it is done. Said aloud at both ends only. */
export function Deciding({ left }: { left: number }) {
  const [most, setMost] = useState(0);
  useEffect(() => setMost((before) => (left === 0 ? before : Math.max(before, left))), [left]);
  if (most === 0) return <div role="status" />;
  const done = left === 0;
  return (
    <div className={`mb-5 rounded-md px-3 py-2.5 ${done ? 'bg-accent-soft text-accent' : 'bg-info-soft'}`}>
      <p role="status" className="flex items-center gap-2 font-medium">
        {done ? (
          <CircleCheck aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
        ) : (
          <LoaderCircle aria-hidden size={17} strokeWidth={1.75} className="shrink-0 animate-spin text-info" />
        )}
        {done ? say('settings.decided') : say('settings.deciding')}
      </p>
      {!done && (
        <div className="mt-2 flex items-center gap-3 ps-6.5 text-s text-ink-2 tabular-nums">
          <progress
            aria-label={say('settings.decidedAgain')}
            max={most}
            value={most - left}
            className="h-1.5 flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-info [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-info"
          />
          <span>{say('settings.toGo', { left })}</span>
        </div>
      )}
    </div>
  );
}
