import type { Doer, Priority, WorkFact, WorkItem } from '@throughline/contract';
import type { ReactNode } from 'react';
import { say, show } from '../words/say.tsx';
import { clockTime, fullTime, momentText } from '../words/time.ts';

/** What was done with the thread, told quietly beside the line. */
export function WorkLine({ item }: { item: WorkItem }) {
  const isLate = item.fact.type === 'breached';
  return (
    <p className={`flex flex-wrap items-baseline gap-x-1.5 py-1.5 text-s ${isLate ? 'text-danger' : 'text-ink-3'}`}>
      <span>{sentence(item.fact)}</span>
      <time dateTime={item.at} title={fullTime(item.at)} className="text-xs">
        {clockTime(item.at)}
      </time>
    </p>
  );
}

const named = (who: { name: string } | Doer | null): ReactNode => <bdi className="font-medium">{who?.name ?? ''}</bdi>;

export function priorityWord(priority: Priority): string {
  switch (priority) {
    case 'urgent':
      return say('work.urgent');
    case 'high':
      return say('work.high');
    case 'normal':
      return say('work.normal');
    case 'low':
      return say('work.low');
  }
}

function sentence(fact: WorkFact): ReactNode {
  switch (fact.type) {
    case 'begun':
      return say('work.begun');
    case 'assigned':
      return assigned(fact);
    case 'team':
      return fact.to
        ? show('work.toTeam', { by: named(fact.by), team: named(fact.to) })
        : show('work.toNoTeam', { by: named(fact.by) });
    case 'resolved':
      return show('work.resolved', { by: named(fact.by) });
    case 'reopened':
      return fact.by ? show('work.reopened', { by: named(fact.by) }) : say('work.reopenedByCustomer');
    case 'snoozed':
      return show('work.snoozed', { by: named(fact.by), until: momentText(fact.until) });
    case 'woken':
      if (fact.how === 'hand') return show('work.wokenByHand', { by: named(fact.by) });
      return fact.how === 'time' ? say('work.wokenByTime') : say('work.wokenByCustomer');
    case 'priority':
      return show('work.priorityChanged', { by: named(fact.by), priority: priorityWord(fact.to) });
    case 'breached':
      return late[fact.target]();
  }
}

const late = {
  first_reply: () => say('work.breachedFirst'),
  next_reply: () => say('work.breachedNext'),
  resolution: () => say('work.breachedResolution'),
};

function assigned({ to, how, by }: Extract<WorkFact, { type: 'assigned' }>): ReactNode {
  if (to === null) return show('work.assignedNobody', { by: named(by) });
  if (how === 'last_agent') return show('work.routedLast', { to: named(to) });
  if (how === 'round_robin') return show('work.routedRound', { to: named(to) });
  if (how === 'least_busy') return show('work.routedLeast', { to: named(to) });
  if (how === 'reply') return show('work.assignedByReply', { to: named(to) });
  if (by?.id === to.id) return show('work.assignedSelf', { by: named(by) });
  return show('work.assigned', { by: named(by), to: named(to) });
}
