// A town with ground truth: see README.md beside this file for what is in it, and what no resolver can know.

import { type Act, actsOf } from './acts.ts';
import { type Arrival, deliver } from './delivery.ts';
import { type Lives, liveLives } from './lives.ts';
import { type Item, webhooksOf } from './meta.ts';
import type { TownSettings } from './settings.ts';

export interface Town {
  lives: Lives;
  acts: Act[];
  items: Item[];
  /** In order of arrival. */
  arrivals: Arrival[];
}

export function buildTown(settings: TownSettings): Town {
  const lives = liveLives(settings);
  const acts = actsOf(lives, settings);
  const items = webhooksOf(acts, lives, settings);
  return { lives, acts, items, arrivals: deliver(items, settings) };
}
