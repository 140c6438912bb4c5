import type { ConversationDetail } from '@throughline/contract';
import { ChevronDown, Clock, EllipsisVertical, Flag, Search, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../shell/avatar.tsx';
import { type Meaning, useKey } from '../shell/keys.ts';
import { useMedia } from '../shell/use-media.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, type MenuOpening } from '../ui/menu.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import type { useWork } from './use-work.ts';
import { priorityWord } from './work-line.tsx';
import { AssignMenu, PriorityMenu, SnoozeMenu } from './work-menus.tsx';

interface Props {
  conversation: ConversationDetail;
  change: ReturnType<typeof useWork>;
  /** Where there is no room for a button of its own, searching is among the deeds. */
  onFind: () => void;
}

/** Whose it is, until when, and how urgent: in the header of a thread. */
export function WorkControls(props: Props) {
  return useMedia('(width >= 56.25rem)') ? <WideControls {...props} /> : <NarrowControls {...props} />;
}

function WideControls({ conversation, change }: Props) {
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
            className={isRanked ? 'text-warn' : ''}
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
            {assignee ? (
              <span aria-hidden className="contents [&>span]:size-5! [&>span]:text-[9px]!">
                <Avatar id={assignee.id} name={assignee.name} size="s" />
              </span>
            ) : (
              <UserRound aria-hidden size={15} strokeWidth={1.75} />
            )}
            <bdi className={`max-w-28 truncate ${assignee ? '@max-[42rem]:sr-only' : '@max-[42rem]:max-w-18'}`}>
              {assignee?.name ?? team?.name ?? say('work.assign')}
            </bdi>
            <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="@max-[42rem]:hidden" />
          </Button>
        }
      />
    </div>
  );
}

type Shown = 'all' | 'assign' | 'snooze' | 'priority';

/** On a phone: one button, whose menu leads to the others. They open where it stands. */
function NarrowControls({ conversation, change, onFind }: Props) {
  const { assignee, team, priority, snoozedUntil } = conversation;
  const [{ menu, isOpen }, setShown] = useState<{ menu: Shown; isOpen: boolean }>({ menu: 'all', isOpen: false });
  const go = (next: Shown) => setShown({ menu: next, isOpen: true });
  useKey('assign', () => go('assign'));
  useKey('snooze', () => go('snooze'));
  const openingOf = (one: Shown): MenuOpening => ({
    isOpen: isOpen && menu === one,
    // Closing one menu because another has opened is no news; and the button begins again with all of them.
    onOpenChange: (open) => setShown((now) => (now.menu !== one ? now : { menu: open ? 'all' : one, isOpen: open })),
    ...(one !== 'all' && { autoFocus: 'first' }),
  });
  const trigger = <IconButton label={say('thread.workMenu')} icon={EllipsisVertical} />;
  const make = change.mutate;
  if (menu === 'priority')
    return <PriorityMenu priority={priority} opening={openingOf('priority')} onChange={make} trigger={trigger} />;
  if (menu === 'snooze')
    return (
      <SnoozeMenu opening={openingOf('snooze')} isSnoozed={snoozedUntil !== null} onChange={make} trigger={trigger} />
    );
  if (menu === 'assign')
    return (
      <AssignMenu
        opening={openingOf('assign')}
        assignee={assignee?.id ?? null}
        team={team?.id ?? null}
        onChange={make}
        trigger={trigger}
      />
    );
  return (
    <Menu label={say('thread.workMenu')} trigger={trigger} opening={openingOf('all')}>
      <MenuItem
        id="assign"
        icon={UserRound}
        label={assignee ? say('work.assignedIs', { name: assignee.name }) : say('work.assign')}
        onAction={() => go('assign')}
      />
      <MenuItem
        id="snooze"
        icon={Clock}
        label={snoozedUntil === null ? say('work.snooze') : say('work.snoozedTo', { at: momentText(snoozedUntil) })}
        onAction={() => go('snooze')}
      />
      <MenuItem
        id="priority"
        icon={Flag}
        label={say('work.priorityIs', { priority: priorityWord(priority) })}
        onAction={() => go('priority')}
      />
      <MenuItem id="find" icon={Search} label={say('find.title')} onAction={onFind} />
    </Menu>
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
