// Menus of what can be done with the work on a conversation, for its header and for several at once.

import { useQuery } from '@tanstack/react-query';
import type { ChangeWork, Priority } from '@throughline/contract';
import { type ReactElement, Suspense, useState } from 'react';
import { meQuery } from '../api/queries.ts';
import { agentsQuery, teamsQuery } from '../api/work.ts';
import { lazily } from '../shell/lazily.ts';
import { Menu, MenuChoice, MenuItem, MenuLine, type MenuOpening } from '../ui/menu.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { presets } from './snooze-times.ts';
import { priorityWord } from './work-line.tsx';

/** With its calendar; fetched by whoever picks a time. */
export const PickTime = lazily(async () => (await import('./pick-time.tsx')).PickTime);

interface Props {
  trigger: ReactElement;
  opening?: MenuOpening;
  onChange: (change: ChangeWork) => void;
}

const nobody = 'nobody';
const noTeam = 'no-team';

export function AssignMenu({
  trigger,
  opening,
  onChange,
  assignee,
  team,
}: Props & { assignee?: string | null; team?: string | null }) {
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: me } = useQuery(meQuery);
  const people = [...agents].sort((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id));
  return (
    <Menu label={say('work.assign')} trigger={trigger} opening={opening}>
      <MenuChoice
        title={say('work.people')}
        value={assignee === undefined ? '' : (assignee ?? nobody)}
        onChange={(id) => onChange({ assignee: id === nobody ? null : id })}
      >
        {people.map(({ id, name, availability }) => (
          <MenuItem key={id} id={id} label={personWords(id === me?.id, name, availability === 'away')} />
        ))}
        <MenuItem id={nobody} label={say('work.nobody')} />
      </MenuChoice>
      {teams.length > 0 && (
        <>
          <MenuLine />
          <MenuChoice
            title={say('work.teams')}
            value={team === undefined ? '' : (team ?? noTeam)}
            onChange={(id) => onChange({ team: id === noTeam ? null : id })}
          >
            {teams.map(({ id, name }) => (
              <MenuItem key={id} id={id} label={name} />
            ))}
            <MenuItem id={noTeam} label={say('work.noTeam')} />
          </MenuChoice>
        </>
      )}
    </Menu>
  );
}

export function personWords(isMe: boolean, name: string, away: boolean): string {
  if (isMe) return say('work.me', { name });
  return away ? say('work.awayName', { name }) : name;
}

export const presetWords = {
  hours: () => say('work.inThreeHours'),
  tomorrow: () => say('work.tomorrow'),
  monday: () => say('work.monday'),
};

export function SnoozeMenu({ trigger, opening, onChange, isSnoozed = false }: Props & { isSnoozed?: boolean }) {
  const [picking, setPicking] = useState(false);
  const until = (at: Date) => onChange({ state: 'snoozed', snoozedUntil: at.toISOString() });
  return (
    <>
      <Menu label={say('work.snooze')} trigger={trigger} opening={opening}>
        {presets(new Date()).map(({ id, at }) => (
          <MenuItem
            key={id}
            id={id}
            label={`${presetWords[id]()} · ${momentText(at.toISOString())}`}
            onAction={() => until(at)}
          />
        ))}
        <MenuItem id="pick" label={say('work.pickTime')} onAction={() => setPicking(true)} />
        {isSnoozed && <MenuItem id="wake" label={say('work.endSnooze')} onAction={() => onChange({ state: 'open' })} />}
      </Menu>
      <Suspense>{picking && <PickTime onClose={() => setPicking(false)} onPick={until} />}</Suspense>
    </>
  );
}

export const priorities = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly Priority[];

export function PriorityMenu({ trigger, onChange, priority }: Props & { priority?: Priority }) {
  if (priority === undefined)
    return (
      <Menu label={say('work.priority')} trigger={trigger}>
        {priorities.map((one) => (
          <MenuItem key={one} id={one} label={priorityWord(one)} onAction={() => onChange({ priority: one })} />
        ))}
      </Menu>
    );
  return (
    <Menu label={say('work.priority')} trigger={trigger}>
      <MenuChoice title={say('work.priority')} value={priority} onChange={(one) => onChange({ priority: one })}>
        {priorities.map((one) => (
          <MenuItem key={one} id={one} label={priorityWord(one)} />
        ))}
      </MenuChoice>
    </Menu>
  );
}
