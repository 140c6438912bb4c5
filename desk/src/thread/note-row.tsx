import type { NoteItem } from '@throughline/contract';
import { say, show } from '../words/say.tsx';
import { clockTime, fullTime } from '../words/time.ts';
import { noteParts } from './note-parts.ts';

/** What a colleague said beside the thread: yellow, in the middle, never taken for a message. */
export function NoteRow({ item }: { item: NoteItem }) {
  const author = <bdi>{item.author.name}</bdi>;
  const gone = item.deletedAt !== null;
  return (
    <div className="pt-2 pb-0.5">
      <div className="max-w-[88%] rounded-lg border border-note-line bg-note px-3 pt-2 pb-1.5 text-b desk:max-w-[82%]">
        <p className="text-xs font-[650] text-warn">{show('note.title', { author })}</p>
        {gone ? (
          <p className="text-ink-3 italic">{show('note.deleted', { author })}</p>
        ) : (
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {noteParts(item.text.body, item.mentions).map(({ at, text, isMention }) =>
              isMention ? (
                <b key={at} className="font-[650] text-accent">
                  <bdi>{text}</bdi>
                </b>
              ) : (
                <span key={at}>{text}</span>
              ),
            )}
          </p>
        )}
        <p className="mt-0.5 flex items-center justify-end gap-1.5 text-2xs text-ink-2">
          {!gone && item.editedAt !== null && <span>{say('note.edited')}</span>}
          <time dateTime={item.at} title={fullTime(item.at)}>
            {clockTime(item.at)}
          </time>
        </p>
      </div>
    </div>
  );
}
