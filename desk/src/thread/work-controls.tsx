import type { ConversationDetail } from '@throughline/contract';
import { ChevronDown, Clock, Flag, UserRound } from 'lucide-react';
import { useState } from 'react';
import { type Meaning, useKey } from '../shell/keys.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { MenuOpening } from '../ui/menu.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import type { useWork } from './use-work.ts';
import { priorityWord } from './work-line.tsx';
import { AssignMenu, PriorityMenu, SnoozeMenu } from './work-menus.tsx';

interface Props {
  conversation: ConversationDetail;
  change: ReturnType<typeof useWork>;
}

/** Whose it is, until when, and how urgent: in the header of a thread. */
export function WorkControls({ conversation, change }: Props) {
  const { assignee, team, priority, snoozedUntil } = conversation;
  const assigning = useOpening('assign');
  const snoozing = useOpening('snooze');
  const make = change.mutate;
  const isRanked = priority !== 'normal';
  return (
    <div className="flex shrink-0 items-center gap-1">
      <PriorityMenu
        priority={priority}
        onChange={make}
        trigger={
          <IconButton
            label={say('work.priorityIs', { priority: priorityWord(priority) })}
            icon={Flag}
            tone={priority === 'urgent' ? 'danger' : 'plain'}
            className={`max-desk:hidden ${isRanked ? 'text-warn' : ''}`}
          />
        }
      />
      <SnoozeMenu
        opening={snoozing}
        isSnoozed={snoozedUntil !== null}
        onChange={make}
        trigger={
          <IconButton
            label={snoozedUntil === null ? say('work.snooze') : say('work.snoozedTo', { at: momentText(snoozedUntil) })}
            icon={Clock}
            keys="S"
            className={snoozedUntil === null ? '' : 'text-accent!'}
          />
        }
      />
      <AssignMenu
        opening={assigning}
        assignee={assignee?.id ?? null}
        team={team?.id ?? null}
        onChange={make}
        trigger={
          <Button aria-label={assignee ? say('work.assignedIs', { name: assignee.name }) : say('work.assignNobody')}>
            <UserRound aria-hidden size={15} strokeWidth={1.75} />
            <bdi className="max-w-28 truncate @max-[42rem]:max-w-18 max-desk:sr-only">
              {assignee?.name ?? team?.name ?? say('work.assign')}
            </bdi>
            <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="@max-[42rem]:hidden" />
          </Button>
        }
      />
    </div>
  );
}

/** A menu that its key opens too, on its first item: a key is followed by another. */
function useOpening(meaning: Meaning): MenuOpening {
  const [opened, setOpened] = useState<'key' | 'button'>();
  useKey(meaning, () => setOpened('key'));
  return {
    isOpen: opened !== undefined,
    onOpenChange: (open) => setOpened(open ? 'button' : undefined),
    ...(opened === 'key' && { autoFocus: 'first' }),
  };
}
