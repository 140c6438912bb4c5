// Replies at random moments: addressed by the resolver with what has arrived by then, delivered to whoever truly has that
// address at that moment. Free messages go out within a day of the person's last one; templates at any later time.

import {
  type AddressChoice,
  byPosition,
  defaultPolicy,
  type EvidenceId,
  identifiersOf,
  type Policy,
  phoneKeyOf,
} from '@throughline/identity';
import { Chance } from './chance.ts';
import type { Arrival } from './delivery.ts';
import { historiesOf } from './histories.ts';
import type { Stay } from './lives.ts';
import { bsuidOf, type Item } from './meta.ts';
import type { Resolver } from './resolver.ts';
import { dayMs, type TownSettings } from './settings.ts';
import type { Town } from './town.ts';

export interface Reply {
  kind: 'within-a-day' | 'template';
  /**
   * wrong: somebody else got it. unforeseeable: somebody else got it, and nothing that had arrived was from after the number
   * changed hands. nobody: the number or account is no longer anybody's. held: the resolver knew no address.
   */
  outcome: 'right' | 'wrong' | 'unforeseeable' | 'nobody' | 'held';
}

interface Moment {
  at: number;
  kind: Reply['kind'];
  item: Item;
}

/** Delivers the arrivals to the resolvers, replying on the way. */
export function replyAlong(town: Town, settings: TownSettings, resolverOf: (portfolio: string) => Resolver): Reply[] {
  const moments = momentsOf(town.arrivals, settings);
  const desk = new Desk(town, resolverOf);
  const replies: Reply[] = [];
  let next = 0;
  for (const arrival of town.arrivals) {
    for (let moment = moments[next]; moment && moment.at <= arrival.arrivedAt; moment = moments[next]) {
      replies.push(desk.reply(moment));
      next += 1;
    }
    desk.take(arrival);
  }
  return replies;
}

function momentsOf(arrivals: readonly Arrival[], settings: TownSettings): Moment[] {
  const chance = new Chance(settings.seed + 6);
  const moments = arrivals.flatMap<Moment>(({ item, arrivedAt }) => {
    const { evidence } = item;
    if (evidence.kind !== 'seen-together' || evidence.by !== 'customer') return [];
    const closes = evidence.at + dayMs;
    const soon = chance.between(arrivedAt, closes);
    const late = closes + chance.between(0, 200) * dayMs;
    return [
      ...(arrivedAt < closes && chance.yes(0.6) ? [{ at: soon, kind: 'within-a-day' as const, item }] : []),
      ...(chance.yes(0.2) ? [{ at: Math.max(late, arrivedAt), kind: 'template' as const, item }] : []),
    ];
  });
  return moments.sort((a, b) => a.at - b.at);
}

class Desk {
  private readonly resolverOf: (portfolio: string) => Resolver;
  private readonly histories: Map<EvidenceId, string>;
  /** What has arrived, by history. */
  private readonly arrived = new Map<string, Map<EvidenceId, Item>>();
  private readonly stayOf = new Map<string, Stay>();
  private readonly staysOn = new Map<string, Stay[]>();

  constructor(town: Town, resolverOf: (portfolio: string) => Resolver) {
    this.resolverOf = resolverOf;
    this.histories = historiesOf(town.arrivals.map(({ item }) => item));
    for (const portfolio of new Set(town.items.map((item) => item.portfolio)))
      for (const { stays } of town.lives.people)
        for (const stay of stays) this.stayOf.set(bsuidOf(stay, portfolio), stay);
    for (const stays of town.lives.onLine.values())
      for (const spelling of stays[0]?.line.spellings ?? []) this.staysOn.set(phoneKeyOf(spelling), stays);
  }

  take({ item }: Arrival): void {
    this.resolverOf(item.portfolio).receive([item.evidence]);
    const history = this.historyOf(item);
    history.set(item.evidence.id, item);
  }

  reply({ at, kind, item }: Moment): Reply {
    const last = this.lastOfThread(item);
    const address = this.resolverOf(item.portfolio).addressFor(last.evidence);
    if (address.kind === 'held') return { kind, outcome: 'held' };
    const gets = this.whoGets(address, at);
    if (!gets) return { kind, outcome: 'nobody' };
    if (gets.person === last.stay?.person) return { kind, outcome: 'right' };
    return { kind, outcome: this.wasTold(last, address, at) ? 'wrong' : 'unforeseeable' };
  }

  /** The last thing a person wrote in the thread this item stands in. */
  private lastOfThread(item: Item): Item {
    const resolver = this.resolverOf(item.portfolio);
    const { at } = item.evidence;
    const owner = resolver.ownerOf(item.evidence);
    const newer = [...this.historyOf(item).values()].filter(
      ({ evidence }) =>
        evidence.at >= at &&
        evidence.kind === 'seen-together' &&
        evidence.by === 'customer' &&
        byPosition(evidence, item.evidence) > 0,
    );
    const newestFirst = newer.sort((a, b) => byPosition(b.evidence, a.evidence));
    return newestFirst.find(({ evidence }) => resolver.ownerOf(evidence) === owner) ?? item;
  }

  private whoGets(address: Exclude<AddressChoice, { kind: 'held' }>, at: number): Stay | undefined {
    if (address.kind === 'phone')
      return this.staysOn.get(phoneKeyOf(address.phone))?.findLast((stay) => stay.from <= at && at < stay.until);
    const stay = this.stayOf.get(address.bsuid);
    return stay && stay.from <= at && at < stay.until ? stay : undefined;
  }

  /** Whether anything had arrived from after the person gave the number up that names the number, or the account that had it. */
  private wasTold(last: Item, address: Exclude<AddressChoice, { kind: 'held' }>, at: number): boolean {
    if (address.kind === 'bsuid' || !last.stay) return true;
    const { person } = last.stay;
    const key = phoneKeyOf(address.phone);
    const had = this.staysOn.get(key)?.findLast((stay) => stay.person === person && stay.from <= at);
    // The address was never the person's at all: no excuse.
    if (!had) return true;
    const about = new Set([`phone:${key}`, `bsuid:${bsuidOf(had, last.portfolio)}`]);
    return [...this.historyOf(last).values()].some(
      ({ evidence }) =>
        evidence.at >= had.until &&
        !(evidence.kind === 'seen-together' && evidence.by === 'business') &&
        identifiersOf(evidence, everything).some((identifier) => about.has(identifier)),
    );
  }

  private historyOf({ evidence }: Item): Map<EvidenceId, Item> {
    const key = this.histories.get(evidence.id) ?? evidence.id;
    const known = this.arrived.get(key) ?? new Map<EvidenceId, Item>();
    this.arrived.set(key, known);
    return known;
  }
}

const everything: Policy = { ...defaultPolicy, adoptionLimitMs: 0 };
