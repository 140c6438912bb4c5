import type { MessageItem } from '@throughline/contract';
import { useId, useState } from 'react';
import { say, show } from '../words/say.tsx';
import { clockTime, fullTime } from '../words/time.ts';
import { MessageText } from './message-text.tsx';

/** That it was changed, and on request what it said before. */
export function Edited({ edited: { at, before } }: { edited: NonNullable<MessageItem['edited']> }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="mt-1 text-s">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className="min-h-6 font-medium text-ink-3 hover:text-ink hover:underline"
        onClick={() => setOpen(!open)}
      >
        {open ? say('thread.hideBefore') : say('thread.whatBefore')}
      </button>
      <div
        id={id}
        hidden={!open}
        className="mt-0.5 rounded-sm border-s-2 border-line-strong bg-sunken px-2 py-1 text-ink-2"
      >
        {before === '' ? <p className="italic">{say('thread.noWords')}</p> : <MessageText text={before} />}
        <p className="mt-0.5 text-2xs text-ink-2">
          {show('thread.changed', {
            at: (
              <time dateTime={at} title={fullTime(at)}>
                {clockTime(at)}
              </time>
            ),
          })}
        </p>
      </div>
    </div>
  );
}
