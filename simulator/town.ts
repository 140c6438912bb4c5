// A small town to try an integration with: two business numbers of one shop, and people who write to it.
//
// So that a demo shows a number vanish at once, this portfolio has no Contact Book, and the world is started with
// `visibilityDays: 0` (`townKnobs`): otherwise Meta keeps showing the phone of somebody who has just written for 30 more days.

import type { Simulator } from './handle.ts';
import type { Knobs } from './knobs.ts';
import { startLife } from './town-life.ts';
import { cast } from './town-people.ts';
import { tellStory } from './town-story.ts';
import { addTownTemplates } from './town-templates.ts';

/** The town's fixed ids, for whoever has to register them. */
export const townIds = {
  portfolioId: '900000000000001',
  wabaId: '100000000000001',
  numbers: [
    { phoneNumberId: '200000000000002', displayPhone: '+1 555 000 1111', name: 'Lagos Bikes, Sales' },
    { phoneNumberId: '200000000000003', displayPhone: '+1 555 000 1112', name: 'Lagos Bikes, Service' },
  ],
} as const;

export const townKnobs: Partial<Knobs> = {
  visibilityDays: 0,
  sentAfterMs: 300,
  deliveredAfterMs: 900,
  batchSize: 10,
  remember: 5000,
};

export interface TownOptions {
  /** 2 is twice as lively. */
  pace?: number;
  /** false: the people and their past, and then silence. */
  life?: boolean;
}

/** Peoples the world unless it is already, and lets the people live. Answers how to stop that. */
export function startTown(meta: Simulator, options: TownOptions = {}): { stop: () => void } {
  const { world } = meta;
  const [sales, service] = townIds.numbers;
  const numberOf = (who: string, to?: 'sales' | 'service'): string => {
    const desk = to ?? cast.find((one) => one.id === who)?.desk ?? 'sales';
    return desk === 'sales' ? sales.phoneNumberId : service.phoneNumberId;
  };
  if (world.state.portfolios[townIds.portfolioId] === undefined) {
    world.addPortfolio({ id: townIds.portfolioId, contactBook: false });
    for (const number of townIds.numbers) {
      world.addNumber({ ...number, wabaId: townIds.wabaId, portfolioId: townIds.portfolioId });
    }
    for (const { id, name, phone, country } of cast) world.addPerson({ id, name, phone, country });
    tellStory(meta, numberOf);
  }
  if (world.catalog.all(townIds.wabaId).length === 0) addTownTemplates(world, townIds.wabaId);
  return options.life === false ? { stop: () => {} } : startLife(meta, numberOf, options.pace ?? 1);
}
