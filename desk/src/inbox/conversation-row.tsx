import { Link } from '@tanstack/react-router';
import type { Conversation } from '@throughline/contract';
import { PhoneCall, PhoneMissed } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { agoShort, fullTime } from '../words/time.ts';

interface Props {
  conversation: Conversation;
  now: number;
  isOpen: boolean;
  showState: boolean;
}

export const ConversationRow = memo(function ConversationRow({ conversation, now, isOpen, showState }: Props) {
  const { id, contact, unread, lastItemAt, state } = conversation;
  const isUnread = unread > 0 && !isOpen;
  const named = contact.displayName !== identifierText(contact.identifier);
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: id }}
      search={true}
      data-testid="conversation-row"
      data-id={id}
      aria-current={isOpen ? 'page' : undefined}
      className={`relative flex h-full gap-3 border-b border-line px-3.5 py-2.5 -outline-offset-2! ${isOpen ? 'bg-accent-soft before:absolute before:inset-y-0 before:start-0 before:w-0.75 before:bg-accent' : 'hover:bg-canvas'}`}
    >
      <Avatar id={contact.id} name={contact.displayName} size="m" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <bdi className={`truncate ${isUnread ? 'font-[650]' : 'font-semibold'}`}>{contact.displayName}</bdi>
          <time
            dateTime={lastItemAt}
            title={fullTime(lastItemAt)}
            className={`ms-auto shrink-0 text-s ${isUnread ? 'font-medium text-accent' : 'text-ink-3'}`}
          >
            {agoShort(lastItemAt, now)}
          </time>
        </span>
        <span className="flex h-5 items-center gap-1.5 text-s text-ink-3">
          {named && <Identifier value={contact.identifier} className="truncate" />}
          {contact.numberHidden && <HiddenChip words={say('inbox.hidden')} />}
          {showState && state === 'resolved' && <span className="chip">{say('inbox.resolved')}</span>}
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <LastLine conversation={conversation} isUnread={isUnread} />
          {isUnread && (
            <span className="grid h-4.5 min-w-4.5 shrink-0 place-items-center rounded-full bg-accent px-1.5 text-2xs font-[650] text-accent-ink">
              {unread > 99 ? '99+' : unread}
              <span className="sr-only"> {say('inbox.unread')}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});

function LastLine({ conversation: { lastItem }, isUnread }: { conversation: Conversation; isUnread: boolean }) {
  const tone = isUnread ? 'font-medium text-ink' : 'text-ink-2';
  if (lastItem === null) return <span className="flex-1 truncate text-ink-3">{say('inbox.nothingYet')}</span>;
  const CallIcon = lastItem.status === 'missed' ? PhoneMissed : PhoneCall;
  return (
    <span className={`flex min-w-0 flex-1 items-center gap-1.5 ${tone}`}>
      {lastItem.kind === 'call' && (
        <CallIcon
          aria-hidden
          size={14}
          strokeWidth={1.75}
          className={`shrink-0 ${lastItem.status === 'missed' ? 'text-danger' : 'text-ink-3'}`}
        />
      )}
      {lastItem.kind === 'message' && lastItem.direction === 'out' && (
        <span className={`shrink-0 ${lastItem.status === 'failed' ? 'text-danger' : 'text-ink-3'}`}>
          {lastItem.status === 'failed' ? say('inbox.notDelivered') : say('inbox.you')}
        </span>
      )}
      <bdi className="truncate">{lastItem.summary}</bdi>
    </span>
  );
}
