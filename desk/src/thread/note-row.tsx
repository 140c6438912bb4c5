import { useQuery } from '@tanstack/react-query';
import type { NoteItem } from '@throughline/contract';
import { Pencil, StickyNote, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { meQuery } from '../api/queries.ts';
import { lazily } from '../shell/lazily.ts';
import { say, show } from '../words/say.tsx';
import { clockTime, fullTime } from '../words/time.ts';
import { noteParts } from './note-parts.ts';

const NoteEdit = lazily(async () => (await import('./note-edit.tsx')).NoteEdit);
const NoteDelete = lazily(async () => (await import('./note-edit.tsx')).NoteDelete);

/** What a colleague said beside the thread: yellow, with a name on it, never taken for a message. */
export function NoteRow({ item }: { item: NoteItem }) {
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const { data: me } = useQuery(meQuery);
  const author = <bdi>{item.author.name}</bdi>;
  const gone = item.deletedAt !== null;
  const stop = () => setDoing(undefined);
  return (
    <div className="group/bubble pt-2 pb-0.5">
      <div className="relative w-fit max-w-[88%] min-w-48 rounded-lg border border-note-line bg-note px-3 pt-2 pb-1.5 text-b desk:max-w-[82%]">
        <p className="flex items-center gap-1.5 text-xs font-[650] text-warn">
          <StickyNote aria-hidden size={12} strokeWidth={2} />
          <span>{show('note.title', { author })}</span>
        </p>
        {doing === 'edit' ? (
          <Suspense>
            <NoteEdit item={item} onClose={stop} />
          </Suspense>
        ) : gone ? (
          <p className="text-ink-3 italic">{show('note.deleted', { author })}</p>
        ) : (
          <Words item={item} />
        )}
        <p className="mt-0.5 flex items-center justify-end gap-1.5 text-2xs text-ink-2">
          {!gone && item.editedAt !== null && <span>{say('note.edited')}</span>}
          <time dateTime={item.at} title={fullTime(item.at)}>
            {clockTime(item.at)}
          </time>
        </p>
        {!gone && doing !== 'edit' && me?.id === item.author.id && (
          <span
            data-actions
            className="absolute end-1 -top-4 z-1 flex rounded-md border border-line bg-raised p-0.5 opacity-0 shadow-1 transition-opacity group-hover/bubble:opacity-100 focus-within:opacity-100"
          >
            <Deed label={say('together.editNote')} onPress={() => setDoing('edit')}>
              <Pencil aria-hidden size={15} strokeWidth={1.75} />
            </Deed>
            <Deed label={say('together.deleteNote')} onPress={() => setDoing('delete')}>
              <Trash2 aria-hidden size={15} strokeWidth={1.75} />
            </Deed>
          </span>
        )}
      </div>
      {doing === 'delete' && (
        <Suspense>
          <NoteDelete item={item} onClose={stop} />
        </Suspense>
      )}
    </div>
  );
}

function Words({ item }: { item: NoteItem }) {
  return (
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
  );
}

function Deed({ label, onPress, children }: { label: string; onPress: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-6.5 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  );
}
