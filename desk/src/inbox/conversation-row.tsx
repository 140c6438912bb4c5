import { Link } from '@tanstack/react-router';
import type { Conversation } from '@throughline/contract';
import { Check, Flag, Hourglass, PhoneCall, PhoneMissed } from 'lucide-react';
import { memo } from 'react';
import { TagChip } from '../labels/tag-chip.tsx';
import { Avatar } from '../shell/avatar.tsx';
import { HiddenChip, Identifier } from '../shell/identifier.tsx';
import { priorityWord } from '../thread/work-line.tsx';
import { identifierText } from '../words/identifiers.ts';
import { badgeText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { agoShort, fullTime, timeLeft } from '../words/time.ts';
import { DueChip } from './due-chip.tsx';

interface Props {
  conversation: Conversation;
  now: number;
  isOpen: boolean;
  showState: boolean;
  /** Whether it is among the chosen; undefined: nobody is choosing. */
  chosen: boolean | undefined;
  onChoose: (id: string) => void;
}

export const ConversationRow = memo(function ConversationRow({
  conversation,
  now,
  isOpen,
  showState,
  chosen,
  onChoose,
}: Props) {
  const { id, contact, unread, lastItemAt, state, assignee, priority, due, waitingSince } = conversation;
  const isUnread = unread > 0 && !isOpen;
  const isRanked = priority === 'urgent' || priority === 'high';
  const named = contact.displayName !== identifierText(contact.identifier);
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: id }}
      search={true}
      data-testid="conversation-row"
      data-id={id}
      aria-current={isOpen ? 'page' : undefined}
      {...(chosen !== undefined && { 'aria-checked': chosen, role: 'checkbox' })}
      onClick={(event) => {
        if (chosen === undefined && !event.shiftKey) return;
        event.preventDefault();
        onChoose(id);
      }}
      onKeyDown={(event) => {
        if (chosen === undefined || event.key !== ' ') return;
        event.preventDefault();
        onChoose(id);
      }}
      className={`relative flex h-full gap-3 border-b border-line px-3.5 py-2.5 -outline-offset-2! ${isOpen ? 'bg-accent-soft before:absolute before:inset-y-0 before:start-0 before:w-0.75 before:bg-accent' : 'hover:bg-canvas'}`}
    >
      {chosen === undefined ? (
        <Avatar id={contact.id} name={contact.displayName} size="m" />
      ) : (
        <span
          aria-hidden
          className={`grid size-9.5 shrink-0 place-items-center rounded-full border-2 ${chosen ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong'}`}
        >
          {chosen && <Check size={18} strokeWidth={2.5} />}
        </span>
      )}
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
          {contact.numberHidden && (
            <HiddenChip
              words={say('inbox.hidden')}
              {...(due !== null && (assignee || isRanked) && { fold: 'always' })}
            />
          )}
          {conversation.tags.slice(0, 2).map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
          {showState && state === 'resolved' && <span className="chip">{say('inbox.resolved')}</span>}
          {showState && state === 'snoozed' && <span className="chip">{say('work.snoozedChip')}</span>}
          {isRanked && (
            <Flag
              role="img"
              aria-label={say('work.priorityIs', { priority: priorityWord(priority) })}
              size={13}
              strokeWidth={2}
              className={`shrink-0 ${priority === 'urgent' ? 'fill-current text-danger' : 'text-warn'}`}
            />
          )}
          <span className="ms-auto flex shrink-0 items-center gap-1.5">
            <DueChip due={due} now={now} />
            {due === null && waitingSince !== null && <WindowLeft closesAt={conversation.windowClosesAt} now={now} />}
            {assignee && (
              <span
                title={say('work.assignedIs', { name: assignee.name })}
                className="[&>span]:size-5! [&>span]:text-[9px]!"
              >
                <Avatar id={assignee.id} name={assignee.name} size="s" />
                <span className="sr-only size-px!">{say('work.assignedIs', { name: assignee.name })}</span>
              </span>
            )}
          </span>
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <LastLine conversation={conversation} isUnread={isUnread} />
          {isUnread && (
            <span className="grid h-4.5 min-w-4.5 shrink-0 place-items-center rounded-full bg-accent px-1.5 text-2xs font-[650] text-accent-ink">
              {badgeText(unread)}
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

const closingMs = 4 * 60 * 60_000;

/** Shown while somebody waits and it is getting late: after it, only a template may be sent. */
function WindowLeft({ closesAt, now }: { closesAt: string | null; now: number }) {
  const left = closesAt === null ? 0 : Date.parse(closesAt) - now;
  if (left <= 0 || left > closingMs) return null;
  return (
    <span title={say('work.windowLeft')} className="flex items-center gap-1 text-xs font-medium text-warn tabular-nums">
      <Hourglass aria-hidden size={12} strokeWidth={1.75} />
      <span className="sr-only">{say('work.windowLeft')}</span>
      {timeLeft(left)}
    </span>
  );
}
