// What can be done with the open conversation from the command menu, beside what its own parts offer.

import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { Suspense, useState } from 'react';
import { tagsQuery } from '../api/labels.ts';
import { meQuery } from '../api/queries.ts';
import { agentsQuery, teamsQuery } from '../api/work.ts';
import { type Action, type Offer, useActions } from '../command/actions.ts';
import { useAskNumber } from '../context/use-ask-number.ts';
import { tagging } from '../labels/tagging.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { presets } from './snooze-times.ts';
import type { useWork } from './use-work.ts';
import { priorityWord } from './work-line.tsx';
import { PickTime, personWords, presetWords, priorities } from './work-menus.tsx';

type Change = ReturnType<typeof useWork>['mutate'];

interface Props {
  conversation: ConversationDetail;
  /** As it is shown: in full where its number was shown. */
  identifier: ConversationDetail['contact']['identifier'];
  change: ReturnType<typeof useWork>;
}

/** Draws nothing but the dialog for a time of one's own. */
export function ThreadDeeds({ conversation, identifier, change }: Props) {
  const may = useMay();
  const [picking, setPicking] = useState(false);
  const make = change.mutate;
  const mayManage = may('conversations:manage');
  const assigning = useAssigning(conversation, make);
  const tags = useTags(conversation);
  const asking = useAsking(conversation);
  useActions([
    ...(mayManage
      ? [...assigning, snoozing(conversation, make, () => setPicking(true)), ranking(conversation, make), ...tags]
      : []),
    ...(may('conversations:reply') ? asking : []),
    ...copying(identifier),
  ]);
  if (!picking) return null;
  return (
    <Suspense>
      <PickTime
        onClose={() => setPicking(false)}
        onPick={(at) => make({ state: 'snoozed', snoozedUntil: at.toISOString() })}
      />
    </Suspense>
  );
}

function deed(id: string, name: string, run: () => void): Action {
  return { id: `thread.${id}`, group: 'thread', name, run };
}

function question(id: string, name: string, answers: readonly Action[]): Offer[] {
  return answers.length === 0 ? [] : [{ id: `thread.${id}`, group: 'thread', name, answers }];
}

function useAssigning({ assignee, team }: ConversationDetail, make: Change): Offer[] {
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: me } = useQuery(meQuery);
  const own = agents.find(({ id }) => id === me?.id);
  const others = agents.filter(({ id }) => id !== assignee?.id);
  const people = others.map(({ id, name, availability }) =>
    deed(
      `assign.${id}`,
      say('deed.assignTo', { name: personWords(id === me?.id, name, availability === 'away') }),
      () => make({ assignee: id }),
    ),
  );
  const nobody = assignee ? [deed('assign.nobody', say('deed.assignNobody'), () => make({ assignee: null }))] : [];
  const toTeams = teams
    .filter(({ id }) => id !== team?.id)
    .map(({ id, name }) => deed(`team.${id}`, say('deed.toTeam', { name }), () => make({ team: id })));
  const noTeam = team ? [deed('team.none', say('deed.toNoTeam'), () => make({ team: null }))] : [];
  return [
    ...(own && own.id !== assignee?.id
      ? [deed('assign.me', say('deed.assignMe'), () => make({ assignee: own.id }))]
      : []),
    ...question('assign', say('deed.assign'), [...people, ...nobody]),
    ...question('team', say('deed.team'), [...toTeams, ...noTeam]),
  ];
}

function snoozing({ snoozedUntil }: ConversationDetail, make: Change, pick: () => void): Offer {
  const until = (at: Date) => () => make({ state: 'snoozed', snoozedUntil: at.toISOString() });
  const times = presets(new Date()).map(({ id, at }) => {
    const when = say('deed.whenAt', { when: presetWords[id](), at: momentText(at.toISOString()) });
    return deed(`snooze.${id}`, say('deed.snoozeUntil', { when }), until(at));
  });
  const wake = deed('snooze.end', say('work.endSnooze'), () => make({ state: 'open' }));
  return {
    id: 'thread.snooze',
    group: 'thread',
    name: say('deed.snooze'),
    keys: 'S',
    answers: [...times, deed('snooze.pick', say('deed.snoozePick'), pick), ...(snoozedUntil === null ? [] : [wake])],
  };
}

function ranking({ priority }: ConversationDetail, make: Change): Offer {
  return {
    id: 'thread.priority',
    group: 'thread',
    name: say('deed.priority'),
    answers: priorities
      .filter((one) => one !== priority)
      .map((one) =>
        deed(`priority.${one}`, say('deed.priorityTo', { priority: priorityWord(one) }), () => make({ priority: one })),
      ),
  };
}

function useTags({ id, tags }: ConversationDetail): Offer[] {
  const all = useQuery(tagsQuery).data?.data ?? [];
  const on = new Set(tags.map((tag) => tag.id));
  const set = (tag: { id: string }, to: boolean) => () => void tagging(id, tag.id, to);
  const add = all
    .filter((tag) => !tag.archived && !on.has(tag.id))
    .map((tag) => deed(`tag.${tag.id}`, say('deed.addTag', { name: tag.name }), set(tag, true)));
  const remove = tags.map((tag) => deed(`untag.${tag.id}`, say('deed.removeTag', { name: tag.name }), set(tag, false)));
  return [...question('tag', say('deed.tag'), add), ...question('untag', say('deed.untag'), remove)];
}

function useAsking(conversation: ConversationDetail): Offer[] {
  const ask = useAskNumber(conversation);
  if (!conversation.number?.may) return [];
  const onError = (error: Error) => tell(error.message);
  return [deed('ask', say('thread.askNumber'), () => ask.mutate(undefined, { onError }))];
}

/** What is masked is nothing to copy. */
function copying(identifier: Props['identifier']): Offer[] {
  if (identifier.kind !== 'phone' && identifier.kind !== 'username') return [];
  if ('masked' in identifier && identifier.masked) return [];
  const text = identifierText(identifier);
  const name = identifier.kind === 'phone' ? say('deed.copyNumber') : say('deed.copyUsername');
  const copy = () => void navigator.clipboard?.writeText(text).then(() => tell(say('deed.copied', { text })));
  return [deed('copy', name, copy)];
}
