// What can be done where somebody is, for the command menu. A screen or a part of one offers its deeds while it is shown:
//
//   useActions([{ id: 'thread.snooze', group: 'thread', name: say('thread.snooze'), keys: 'S', run: openSnooze }]);
//
// `id` is stable, since what was used last stands first; `name` is what the person reads and searches; `keys` is what else does it, as the help
// sheet says. A deed that is not possible now is left out rather than offered and refused.

import { useEffect, useRef } from 'react';

export interface Action {
  id: string;
  /** thread: what is done to the open conversation. go: places. desk: how the desk looks and works. */
  group: 'thread' | 'go' | 'desk';
  name: string;
  keys?: string;
  run: () => void;
}

/** One that asks which: the menu shows the answers next, or one of them at once where it was typed. */
export interface Question extends Omit<Action, 'run' | 'keys'> {
  keys?: string;
  /** `name` is whole, such as "Assign to Maya": it is found without the question too. */
  answers: readonly Action[];
}

export type Offer = Action | Question;

const offers = new Map<object, readonly Offer[]>();

/** Offers these while the component is there. They may be made anew at every drawing. */
export function useActions(actions: readonly Offer[]): void {
  const place = useRef({}).current;
  useEffect(() => {
    offers.set(place, actions);
  });
  useEffect(() => () => void offers.delete(place), [place]);
}

/** All that are offered now, those of the innermost parts first, each once. */
export function offered(): Offer[] {
  const all = [...offers.values()].toReversed().flat();
  const groups: Action['group'][] = ['thread', 'go', 'desk'];
  const byId = new Map(all.map((action) => [action.id, action]));
  return [...byId.values()].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}
