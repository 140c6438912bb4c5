import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail, SendReply } from '@throughline/contract';
import { SendHorizontal } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { contactQuery } from '../api/queries.ts';
import { outbox } from '../desk.ts';
import { Identifier } from '../shell/identifier.tsx';
import { useKey } from '../shell/keys.ts';
import { tell } from '../shell/told.tsx';
import { useNow } from '../shell/use-now.ts';
import { say, show } from '../words/say.tsx';
import { ClosedComposer } from './closed-composer.tsx';
import { AddMenu } from './compose/add-menu.tsx';
import { AttachmentTray } from './compose/attachment-tray.tsx';
import { attach, previewOf, takeAll, useAttachments } from './compose/attachments.ts';
import { contentsOf, longest, takesCaption } from './compose/contents.ts';
import { QuoteStrip } from './compose/quote-strip.tsx';
import { useTyping } from './compose/use-typing.ts';
import { useDraft } from './drafts.ts';
import { dropQuote, useQuote } from './quoting.ts';
import { heldNow, isBlocked, roomLeft } from './reply-rules.ts';
import { routeNote } from './thread-identity.ts';
import { WindowNote } from './window-note.tsx';

const tallestPx = 180;

export function Composer({ conversation }: { conversation: ConversationDetail }) {
  const now = useNow();
  const { data: contact } = useQuery(contactQuery(conversation.contactId));
  const held = isBlocked(contact, conversation) ? 'blocked' : heldNow(conversation, now);
  const [text, setText] = useDraft(conversation.id);
  const files = useAttachments(conversation.id);
  const hasDraft = text !== '' || files.length > 0;
  if (held !== null) return <ClosedComposer conversation={conversation} held={held} hasDraft={hasDraft} />;
  return <OpenComposer conversation={conversation} text={text} onText={setText} />;
}

/** Files for the message being written, from wherever they came. */
export function attachFiles(conversationId: string, chosen: File[]): void {
  const left = attach(conversationId, chosen);
  if (left > 0) tell(say('thread.leftOut', { left }));
}

interface Props {
  conversation: ConversationDetail;
  text: string;
  onText: (text: string) => void;
}

function OpenComposer({ conversation, text, onText }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useAttachments(conversation.id);
  const quoted = useQuote(conversation.id);
  const typing = useTyping(conversation.id);
  const isCaption = takesCaption(files);
  const room = roomLeft(text, isCaption ? longest.caption : longest.text);
  const uploading = files.some(({ state }) => state === 'uploading');
  const stuck = files.some(({ state }) => state === 'failed' || state === 'refused');
  const ready = room >= 0 && !uploading && !stuck && (text.trim() !== '' || files.length > 0);
  useKey('reply', () => field.current?.focus());
  // Grows with the text, which no browser but the newest does by itself.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${text === '' ? area.clientHeight : Math.min(tallestPx, area.scrollHeight)}px`;
  }, [text]);
  const replyTo = quoted === undefined ? {} : { replyTo: quoted.id };
  const sendOne = (content: SendReply) => {
    outbox.send(conversation.id, content.type === 'reaction' ? content : { ...content, ...replyTo });
    dropQuote(conversation.id);
  };
  const send = () => {
    if (!ready) return;
    const all = contentsOf({ text, files: takeAll(conversation.id), replyTo: quoted?.id, previewOf });
    for (const { content, media } of all) outbox.send(conversation.id, content, media);
    onText('');
    dropQuote(conversation.id);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While letters are being composed, Enter belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (quoted !== undefined) dropQuote(conversation.id);
      else field.current?.blur();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    attachFiles(conversation.id, pasted);
  };
  const note =
    room < 0
      ? say(isCaption ? 'thread.captionTooLong' : 'thread.messageTooLong', { over: -room })
      : room <= 200
        ? say('thread.roomLeft', { room })
        : '';
  return (
    <footer className="border-t border-line bg-surface p-2 desk:px-4.5 desk:pt-3 desk:pb-3.5">
      <div className="mx-auto max-w-190 rounded-lg border border-edge bg-surface transition-colors focus-within:border-accent focus-within:shadow-[0_0_0_1px_var(--accent)]">
        <Whereto conversation={conversation} />
        <QuoteStrip conversationId={conversation.id} name={conversation.contact.displayName} />
        <AttachmentTray conversationId={conversation.id} files={files} />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          data-reply-field
          aria-label={say('thread.reply')}
          aria-keyshortcuts="R"
          aria-describedby={room < 0 ? 'reply-room' : undefined}
          placeholder={isCaption ? say('thread.writeCaption') : say('thread.writeReply')}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            typing(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="block w-full resize-none bg-transparent px-3.5 py-2 text-b outline-none placeholder:text-ink-3"
        />
        <div className="flex items-center gap-1 px-2 pb-2">
          <AddMenu onFiles={(chosen) => attachFiles(conversation.id, chosen)} onSend={sendOne} />
          <span className="ms-2 text-xs text-ink-3 max-desk:hidden">
            {show('thread.composerKeys', { enter: <kbd>↵</kbd>, shiftEnter: <kbd>⇧ ↵</kbd> })}
          </span>
          <span
            id="reply-room"
            role="status"
            className={`ms-auto me-2 text-s ${room < 0 ? 'font-medium text-danger' : 'text-ink-3'}`}
          >
            {note}
          </span>
          <button type="button" className="btn btn-main" disabled={!ready} onClick={send}>
            {uploading ? say('thread.uploading') : say('thread.send')}
            <SendHorizontal aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" />
          </button>
        </div>
      </div>
    </footer>
  );
}

/** To whom a reply goes, and for how long it may. */
function Whereto({ conversation }: { conversation: ConversationDetail }) {
  const { data: contact } = useQuery(contactQuery(conversation.contactId));
  const note = routeNote(contact?.accounts.length ?? 1);
  return (
    <>
      <div className="flex items-center gap-2 px-3.5 pt-2 text-s text-ink-3">
        <span className="min-w-0 truncate">
          {show('thread.replyTo', {
            address: (
              <Identifier
                value={conversation.reply.to ?? conversation.contact.identifier}
                className="font-medium text-ink-2"
              />
            ),
          })}
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
    </>
  );
}
