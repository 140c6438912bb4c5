// The engine's answer in the words of the reference, so that the two can be held against each other.

import type { Evidence } from './evidence.ts';
import type { Ledger } from './ledger.testing.ts';
import type { Answer } from './reference.testing.ts';
import type { HolderId, State } from './state.ts';

/** Which people there are, without what they show of themselves; which are one contact; and whose each item is. */
export function answerOf(ledger: Ledger, items: readonly Evidence[]): Answer {
  const states = ledger.all().map(({ state }) => state);
  const lines = new Map(states.flatMap((state) => state.holders.map(({ id }) => [id, lineOf(state, id)] as const)));
  return {
    people: [...lines.values()].sort(),
    contacts: states.flatMap((state) => contactsOf(state)).sort(),
    owners: items.map((item) => {
      const holder = ledger.holderOf(item);
      return holder === undefined ? null : (lines.get(holder) ?? 'somebody who is not there');
    }),
  };
}

function lineOf({ names, leases }: State, id: HolderId): string {
  const ids = names
    .filter(({ holderId }) => holderId === id)
    .map(({ value, until }) => value.split('.').at(-1) + (until ? '†' : ''));
  const phones = leases
    .filter(({ holderId }) => holderId === id)
    .map(({ key, from, until, awaitsAccount }) => {
      const end = until ? until.at : '';
      return `${key} ${from.at}..${end}${awaitsAccount ? ' awaiting' : ''}`;
    });
  return `${ids.sort().join(' ') || 'nobody'}: ${phones.sort().join(', ') || 'no phone'}`;
}

function contactsOf(state: State): string[] {
  return [...Map.groupBy(state.holders, ({ contactId }) => contactId).values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      group
        .map(({ id }) => callingOf(lineOf(state, id)))
        .sort()
        .join(' + '),
    );
}

/** The ids where there are any, else the numbers. */
function callingOf(line: string): string {
  return line.startsWith('nobody') ? line : line.replace(/:.*/, '');
}
