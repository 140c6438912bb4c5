// How webhooks get here: some never, some twice, some late by up to a week (Meta redelivers for seven days), in no order.

import { Chance } from './chance.ts';
import type { Item } from './meta.ts';
import { dayMs, hourMs, secondMs, type TownSettings } from './settings.ts';

export interface Arrival {
  item: Item;
  arrivedAt: number;
}

/** In order of arrival. */
export function deliver(items: readonly Item[], settings: TownSettings): Arrival[] {
  const chance = new Chance(settings.seed + 4);
  const arrivals = items.flatMap((item) => {
    if (chance.yes(settings.lost)) return [];
    const times = chance.yes(settings.doubled) ? 2 : 1;
    return Array.from({ length: times }, () => ({ item, arrivedAt: item.evidence.at + delay(settings, chance) }));
  });
  return arrivals.sort((a, b) => a.arrivedAt - b.arrivedAt);
}

function delay({ late }: TownSettings, chance: Chance): number {
  if (!chance.yes(late)) return chance.between(0.2, 5) * secondMs;
  return chance.yes(0.8) ? chance.between(0, 6) * hourMs : chance.between(0, 7) * dayMs;
}

/** The same webhooks, each as often, in an order that has nothing to do with time. */
export function shuffled(arrivals: readonly Arrival[], settings: TownSettings): Arrival[] {
  return new Chance(settings.seed + 5).shuffled(arrivals);
}
