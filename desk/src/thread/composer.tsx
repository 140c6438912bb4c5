import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { type KeyboardEvent, useRef, useState } from 'react';
import { contactQuery } from '../api/queries.ts';
import { useActions } from '../command/actions.ts';
import { useKey } from '../shell/keys.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { ClosedComposer } from './closed-composer.tsx';
import { useAttachments } from './compose/attachments.ts';
import { NoteForm } from './compose/note-form.tsx';
import { ReplyForm } from './compose/reply-form.tsx';
import { UndoBar } from './compose/undo-bar.tsx';
import { usePresence } from './compose/use-presence.ts';
import { useDraft, useNoteDraft } from './drafts.ts';
import { Collision } from './here.tsx';
import { heldNow, isBlocked, isRestricted } from './reply-rules.ts';
import { useSyncDrafts } from './sync-drafts.ts';
import { WindowNote } from './window-note.tsx';

type Kind = 'reply' | 'note';

/** Below the thread: a reply to the customer, or a note to colleagues. Which of the two is never in doubt. */
export function Composer({ conversation }: { conversation: ConversationDetail }) {
  const { id } = conversation;
  const now = useNow();
  const may = useMay();
  const { data: contact } = useQuery(contactQuery(conversation.contactId));
  const closed = heldNow(conversation, now);
  const held = isBlocked(contact, conversation)
    ? 'blocked'
    : closed === 'window_closed' && isRestricted(contact)
      ? 'restricted'
      : closed;
  const [text, setText] = useDraft(id);
  const [note, setNote] = useNoteDraft(id);
  const files = useAttachments(id);
  const [chosen, setChosen] = useState<{ id: string; kind: Kind }>();
  const field = useRef<HTMLTextAreaElement>(null);
  const wrote = usePresence(id);
  useSyncDrafts(id, may('conversations:reply'));
  const mayNote = may('notes:write');
  const kind = chosen?.id === id && mayNote ? chosen.kind : 'reply';
  const choose = (next: Kind) => {
    setChosen({ id, kind: next });
    // Once it is drawn.
    requestAnimationFrame(() => field.current?.focus());
  };
  useKey('reply', () => choose('reply'));
  useKey('note', () => mayNote && choose('note'));
  useActions([
    { id: 'thread.reply', group: 'thread', name: say('deed.reply'), keys: 'R', run: () => choose('reply') },
    ...(mayNote
      ? [{ id: 'thread.note', group: 'thread' as const, name: say('deed.note'), keys: 'N', run: () => choose('note') }]
      : []),
  ]);
  const isNote = kind === 'note';
  const isHeld = held !== null && !isNote;
  return (
    <footer className="relative border-t border-line bg-surface p-2 desk:px-4.5 desk:pt-3 desk:pb-3.5">
      <Collision conversationId={id} />
      <UndoBar conversationId={id} />
      <div
        className={`mx-auto max-w-190 rounded-lg border transition-colors ${
          isNote
            ? 'border-note-line bg-note focus-within:border-warn focus-within:shadow-[0_0_0_1px_var(--warn)]'
            : isHeld
              ? 'border-line bg-canvas'
              : 'border-edge bg-surface focus-within:border-accent focus-within:shadow-[0_0_0_1px_var(--accent)]'
        }`}
      >
        <div className="flex items-center gap-2 px-3.5 text-s">
          {mayNote && <Kinds kind={kind} onChoose={choose} />}
          {isNote ? (
            <span className="ms-auto truncate pt-1 text-ink-2">{say('together.noteFor')}</span>
          ) : (
            !isHeld && <WindowNote closesAt={conversation.windowClosesAt} />
          )}
        </div>
        <div id="composer" {...(mayNote && { role: 'tabpanel', 'aria-label': say('together.kind') })}>
          {isNote ? (
            <NoteForm key={id} conversation={conversation} field={field} text={note} onText={setNote} onWrote={wrote} />
          ) : held !== null ? (
            <ClosedComposer conversation={conversation} held={held} hasDraft={text !== '' || files.length > 0} />
          ) : (
            <ReplyForm
              key={id}
              conversation={conversation}
              field={field}
              text={text}
              onText={setText}
              onWrote={wrote}
            />
          )}
        </div>
      </div>
    </footer>
  );
}

function Kinds({ kind, onChoose }: { kind: Kind; onChoose: (kind: Kind) => void }) {
  const other = kind === 'reply' ? 'note' : 'reply';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    document.getElementById(`kind-${other}`)?.focus();
    document.getElementById(`kind-${other}`)?.click();
  };
  return (
    <div role="tablist" aria-label={say('together.kind')} className="flex gap-3" onKeyDown={onKeyDown}>
      {(['reply', 'note'] as const).map((one) => (
        <button
          key={one}
          id={`kind-${one}`}
          type="button"
          role="tab"
          aria-selected={one === kind}
          aria-controls="composer"
          aria-keyshortcuts={one === 'reply' ? 'R' : 'N'}
          tabIndex={one === kind ? 0 : -1}
          onClick={() => onChoose(one)}
          className={`min-h-8 border-b-2 px-0.5 pt-1 font-semibold ${
            one === kind
              ? one === 'note'
                ? 'border-warn text-ink'
                : 'border-accent text-ink'
              : 'border-transparent text-ink-2'
          }`}
        >
          {say(one === 'reply' ? 'together.reply' : 'together.note')}
        </button>
      ))}
    </div>
  );
}
