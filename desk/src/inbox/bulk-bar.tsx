import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeWork } from '@throughline/contract';
import { Check, Clock, Flag, User } from 'lucide-react';
import { changeMany, listsAgain } from '../api/work.ts';
import { tell } from '../shell/told.tsx';
import { AssignMenu, PriorityMenu, SnoozeMenu } from '../thread/work-menus.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { say } from '../words/say.tsx';

interface Props {
  chosen: readonly string[];
  onAll: () => void;
  onDone: () => void;
}

/** What can be done with several conversations at once. */
export function BulkBar({ chosen, onAll, onDone }: Props) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: ChangeWork) => changeMany(chosen, body),
    onSuccess: (count) => {
      tell(say('work.changedMany', { count }));
      listsAgain(client);
      for (const id of chosen) void client.invalidateQueries({ queryKey: ['conversation', id] });
      onDone();
    },
  });
  const isDisabled = chosen.length === 0 || change.isPending;
  const make = (body: ChangeWork) => change.mutate(body);
  return (
    <section aria-label={say('work.bulk')} className="shrink-0 border-t border-line bg-surface p-2">
      <div className="flex items-center gap-2 px-1 pb-1.5 text-s">
        <span role="status" className="flex-1 font-semibold">
          {say('work.chosen', { count: chosen.length })}
        </span>
        <button type="button" className="text-btn" onClick={onAll}>
          {say('work.chooseAll')}
        </button>
        <button type="button" className="text-btn" onClick={onDone}>
          {say('common.cancel')}
        </button>
      </div>
      <div className="flex items-center gap-1.5">
        <AssignMenu
          trigger={<IconButton label={say('work.assign')} icon={User} isDisabled={isDisabled} />}
          onChange={make}
        />
        <SnoozeMenu
          trigger={<IconButton label={say('work.snooze')} icon={Clock} isDisabled={isDisabled} />}
          onChange={make}
        />
        <PriorityMenu
          trigger={<IconButton label={say('work.priority')} icon={Flag} isDisabled={isDisabled} />}
          onChange={make}
        />
        <Button
          look="main"
          icon={Check}
          className="ms-auto"
          isDisabled={isDisabled}
          onPress={() => make({ state: 'resolved' })}
        >
          {say('work.resolve')}
        </Button>
      </div>
      {change.isError && (
        <p role="alert" className="px-1 pt-1.5 text-s text-danger">
          {change.error.message}
        </p>
      )}
    </section>
  );
}
