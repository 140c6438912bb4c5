import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { contactQuery } from '../api/queries.ts';
import { outbox } from '../desk.ts';
import { Identifier } from '../shell/identifier.tsx';
import { useKey } from '../shell/keys.ts';
import { useNow } from '../shell/use-now.ts';
import { ClosedComposer } from './closed-composer.tsx';
import { useDraft } from './drafts.ts';
import { heldNow, mayBegin, roomLeft } from './reply-rules.ts';
import { routeNote } from './thread-identity.ts';
import { WindowNote } from './window-note.tsx';

const tallestPx = 180;

export function Composer({ conversation }: { conversation: ConversationDetail }) {
  const held = heldNow(conversation, useNow());
  const [text, setText] = useDraft(conversation.id);
  if (held !== null) return <ClosedComposer conversation={conversation} held={held} hasDraft={text !== ''} />;
  return <OpenComposer conversation={conversation} text={text} onText={setText} />;
}

interface Props {
  conversation: ConversationDetail;
  text: string;
  onText: (text: string) => void;
}

function OpenComposer({ conversation, text, onText }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const room = roomLeft(text);
  const ready = mayBegin(text);
  const { data: contact } = useQuery(contactQuery(conversation.contactId));
  const note = routeNote(contact?.accounts.length ?? 1);
  useKey('reply', () => field.current?.focus());
  // Grows with the text, which no browser but the newest does by itself.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${text === '' ? area.clientHeight : Math.min(tallestPx, area.scrollHeight)}px`;
  }, [text]);
  const send = () => {
    if (!ready) return;
    outbox.send(conversation.id, text.trim());
    onText('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While letters are being composed, Enter belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      field.current?.blur();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  return (
    <footer className="border-t border-line bg-surface p-2 desk:px-4.5 desk:pt-3 desk:pb-3.5">
      <div className="mx-auto max-w-190 rounded-lg border border-edge bg-surface transition-colors focus-within:border-accent focus-within:shadow-[0_0_0_1px_var(--accent)]">
        <div className="flex items-center gap-2 px-3.5 pt-2 text-s text-ink-3">
          <span className="min-w-0 truncate">
            to{' '}
            <Identifier
              value={conversation.reply.to ?? conversation.contact.identifier}
              className="font-medium text-ink-2"
            />
          </span>
          {note !== undefined && (
            <>
              <span aria-hidden className="max-desk:hidden">
                ·
              </span>
              <span className="min-w-0 truncate max-desk:hidden">{note}</span>
            </>
          )}
          <WindowNote closesAt={conversation.windowClosesAt} />
        </div>
        {note !== undefined && <p className="px-3.5 text-xs text-ink-3 desk:hidden">{note}</p>}
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label="Reply"
          aria-keyshortcuts="R"
          aria-describedby={room < 0 ? 'reply-room' : undefined}
          placeholder="Write a reply"
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          className="block w-full resize-none bg-transparent px-3.5 py-2 text-b outline-none placeholder:text-ink-3"
        />
        <div className="flex items-center gap-3 px-2 pb-2">
          <span className="ms-1.5 text-xs text-ink-3 max-desk:hidden">
            <kbd>↵</kbd> sends · <kbd>⇧ ↵</kbd> new line
          </span>
          <span
            id="reply-room"
            role="status"
            className={`ms-auto text-s ${room < 0 ? 'font-medium text-danger' : 'text-ink-3'}`}
          >
            {room < 0 ? `${-room} too many for one message` : room <= 200 ? `${room} left` : ''}
          </span>
          <button type="button" className="btn btn-main" disabled={!ready} onClick={send}>
            Send
            <SendHorizontal aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" />
          </button>
        </div>
      </div>
    </footer>
  );
}
