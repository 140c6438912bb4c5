import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail, SendReply } from '@throughline/contract';
import { SendHorizontal } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { contactQuery } from '../../api/queries.ts';
import { noteCannedUse } from '../../api/together.ts';
import { outbox } from '../../desk.ts';
import { Identifier } from '../../shell/identifier.tsx';
import { say, show } from '../../words/say.tsx';
import { dropQuote, useQuote } from '../quoting.ts';
import { roomLeft } from '../reply-rules.ts';
import { routeNote } from '../thread-identity.ts';
import { AddMenu } from './add-menu.tsx';
import { AnsweredMeanwhile } from './answered-meanwhile.tsx';
import { attachFiles } from './attach-files.ts';
import { AttachmentTray } from './attachment-tray.tsx';
import { previewOf, takeAll, useAttachments } from './attachments.ts';
import { contentsOf, longest, takesCaption } from './contents.ts';
import { EmojiButton } from './emoji-button.tsx';
import { GapNote } from './gap-note.tsx';
import { insertAt } from './insert-at.ts';
import { firstGap } from './placeholders.ts';
import { QuoteStrip } from './quote-strip.tsx';
import { useAnsweredMeanwhile } from './use-answered-meanwhile.ts';
import { useCannedFor } from './use-canned.ts';
import { useTyping } from './use-typing.ts';
import { WritingField } from './writing-field.tsx';

export interface FormProps {
  conversation: ConversationDetail;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  /** At every letter: colleagues see that somebody writes. */
  onWrote: () => void;
}

const slash = { sign: '/', spaces: 0 };

export function ReplyForm({ conversation, field, text, onText, onWrote }: FormProps) {
  const { id } = conversation;
  const files = useAttachments(id);
  const quoted = useQuote(id);
  const typing = useTyping(id);
  const cannedFor = useCannedFor(conversation);
  const isWriting = text.trim() !== '' || files.length > 0;
  const { unseen, look } = useAnsweredMeanwhile(id, isWriting);
  const [warned, setWarned] = useState<string>();
  const isCaption = takesCaption(files);
  const room = roomLeft(text, isCaption ? longest.caption : longest.text);
  const gap = firstGap(text);
  const uploading = files.some(({ state }) => state === 'uploading');
  const stuck = files.some(({ state }) => state === 'failed' || state === 'refused');
  const ready = room >= 0 && !uploading && !stuck && gap === undefined && isWriting;
  const replyTo = quoted === undefined ? {} : { replyTo: quoted.id };
  const sendOne = (content: SendReply) => {
    outbox.send(id, content.type === 'reaction' ? content : { ...content, ...replyTo });
    dropQuote(id);
  };
  const send = () => {
    if (!ready) return;
    // What a colleague said meanwhile is read first: one press says so, the next one sends.
    if (unseen !== undefined && warned !== unseen.id) return setWarned(unseen.id);
    const all = contentsOf({ text, files: takeAll(id), replyTo: quoted?.id, previewOf });
    for (const { content, media } of all) outbox.send(id, content, media);
    onText('');
    dropQuote(id);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (quoted !== undefined) dropQuote(id);
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
    attachFiles(id, pasted);
  };
  const write = (next: string) => {
    onText(next);
    typing(next);
    if (next.trim() !== '') onWrote();
  };
  const note =
    room < 0
      ? say(isCaption ? 'thread.captionTooLong' : 'thread.messageTooLong', { over: -room })
      : room <= 200
        ? say('thread.roomLeft', { room })
        : '';
  return (
    <>
      <RouteNote conversation={conversation} />
      {unseen !== undefined && <AnsweredMeanwhile item={unseen} isWarning={warned === unseen.id} onLook={look} />}
      <QuoteStrip conversationId={id} name={conversation.contact.displayName} />
      <AttachmentTray conversationId={id} files={files} />
      <WritingField
        field={field}
        text={text}
        onText={write}
        label={say('thread.reply')}
        placeholder={isCaption ? say('thread.writeCaption') : say('thread.writeReply')}
        keyShortcut="R"
        describedBy={room < 0 ? 'reply-room' : gap ? 'reply-gap' : undefined}
        calls={slash}
        listLabel={say('together.canned')}
        useSuggestions={cannedFor}
        nothingFits={say('together.cannedNone')}
        onChosen={(suggestion) => noteCannedUse(suggestion.id)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {gap && <GapNote gap={gap} field={field} />}
      <div className="flex items-center gap-1 px-2 pb-2">
        <AddMenu onFiles={(chosen) => attachFiles(id, chosen)} onSend={sendOne} />
        <EmojiButton onChoose={(emoji) => insertAt(field, emoji, write)} />
        <button
          type="button"
          aria-label={say('together.canned')}
          title={say('together.cannedHint')}
          className="icon-btn"
          onClick={() => insertAt(field, '/', write)}
        >
          <span
            aria-hidden
            className="grid size-4.5 place-items-center rounded-sm border-[1.75px] border-current text-xs leading-none font-semibold"
          >
            /
          </span>
        </button>
        <span
          id="reply-room"
          role="status"
          className={`ms-auto me-2 truncate text-s ${room < 0 ? 'font-medium text-danger' : 'text-ink-3'}`}
        >
          {note}
        </span>
        {note === '' && <To conversation={conversation} />}
        <button type="button" className="btn btn-main" disabled={!ready} onClick={send}>
          <span className="max-[430px]:sr-only">{uploading ? say('thread.uploading') : say('thread.send')}</span>
          <SendHorizontal aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" />
        </button>
      </div>
    </>
  );
}

/** To whom it goes. */
function To({ conversation }: { conversation: ConversationDetail }) {
  return (
    <span className="me-1.5 flex min-w-0 gap-1 text-s text-ink-3">
      {show('thread.replyTo', {
        address: (
          <Identifier
            value={conversation.reply.to ?? conversation.contact.identifier}
            className="truncate font-medium text-ink-2"
          />
        ),
      })}
    </span>
  );
}

/** Which of several addresses that is, where there are several. */
function RouteNote({ conversation }: { conversation: ConversationDetail }) {
  const { data: contact } = useQuery(contactQuery(conversation.contactId));
  const note = routeNote(contact?.accounts.length ?? 1);
  return note === undefined ? null : <p className="px-3.5 pt-1 text-xs text-ink-3">{note}</p>;
}
