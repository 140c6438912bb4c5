// Why people were merged or split: found from the truth and from what was delivered, never from the resolver's own reasons.

import { type Evidence, type Policy, partyIn, phoneKeyOf } from '@throughline/identity';
import type { Telling } from './acts.ts';
import type { Stay } from './lives.ts';
import type { Item } from './meta.ts';
import { type Run, truthOf } from './run.ts';
import type { Town } from './town.ts';

/**
 * Merges these facts cannot tell from one person, whatever the rules:
 * - numberAlone: all of one of the two in this thread came with a number and no account id, and the other came without one too,
 *   or soon enough for the history of a number to be adopted.
 * - changeOfNumberAlone: Meta's older forms named a number and no account on one side of the change, and the other had this
 *   number too, while nothing showed the mover's account on it: "number P is now Q", when Q had gone on before its owner wrote.
 * - throughAThird: neither, but both were merged with the same third person in one of these ways.
 *
 * avoidable: the facts told them apart. One of these is a fault of the rules.
 */
export type MergeCause = 'numberAlone' | 'changeOfNumberAlone' | 'throughAThird' | 'avoidable';

export function mergeCauses(town: Town, run: Run, policy: Policy): Map<MergeCause, Run['merged']> {
  const delivered = deliveredOf(town);
  const threads = Map.groupBy(run.merged, ({ found }) => found);
  const causes = new Map<Run['merged'][number], MergeCause>();
  for (const [found, pairs] of threads) {
    const together = run.items.filter((_, index) => run.labels[index]?.found === found);
    for (const pair of pairs) causes.set(pair, causeOf(pair.people, together, delivered, policy));
    const linked = pairs.filter((pair) => causes.get(pair) !== 'avoidable');
    const partners = (person: string) => linked.flatMap(({ people }) => (people.includes(person) ? people : []));
    for (const pair of pairs) {
      const [one, other] = pair.people.map(partners);
      if (causes.get(pair) === 'avoidable' && one?.some((person) => other?.includes(person)))
        causes.set(pair, 'throughAThird');
    }
  }
  return Map.groupBy(run.merged, (pair) => causes.get(pair) ?? 'avoidable');
}

function causeOf(
  people: readonly string[],
  together: readonly Item[],
  delivered: ReadonlyMap<string, Item[]>,
  policy: Policy,
): MergeCause {
  const all = people.map((person) => delivered.get(person) ?? []);
  const own = people.map((person) => together.filter((item) => truthOf(item) === person));
  const indistinct = own.some(
    (items, side) => items.every(isNameless) && followsOn(items, own[1 - side] ?? [], all[1 - side] ?? [], policy),
  );
  if (indistinct) return 'numberAlone';
  return all.some((items) => movedUnnamed(items, people, together)) ? 'changeOfNumberAlone' : 'avoidable';
}

/**
 * Why a person is several:
 * - changeUntold: no word of the changed number came, or all of it was lost.
 * - changeWithoutPreviousId: the word named the new account and nothing of the old.
 * - newAccountOnSameNumber: the account was deleted and made again, which looks just like a new owner.
 * - numberGoneQuiet: without account ids, and quiet for longer than the adoption limit.
 * - neverSeenTogether: nothing that was delivered had both the number and the account.
 * - ownerDoubted: the rest: the facts allow for one person, and the rules preferred to keep two.
 */
export type SplitCause =
  | 'changeUntold'
  | 'changeWithoutPreviousId'
  | 'newAccountOnSameNumber'
  | 'numberGoneQuiet'
  | 'neverSeenTogether'
  | 'ownerDoubted';

/** Split people by the first cause found between two neighboring items that fell to different people. */
export function splitCauses(town: Town, run: Run, policy: Policy): Map<SplitCause, string[]> {
  const delivered = deliveredOf(town);
  const tellings = tellingsOf(town);
  const own = Map.groupBy(
    run.items.map((item, index) => ({ item, found: run.labels[index]?.found ?? '' })),
    ({ item }) => truthOf(item),
  );
  return Map.groupBy(run.splitPeople.keys(), (person) => {
    const items = (own.get(person) ?? []).sort((a, b) => a.item.evidence.at - b.item.evidence.at);
    const cut = items.findIndex(({ found }, index) => index > 0 && found !== items[index - 1]?.found);
    const [before, after] = [items[cut - 1]?.item, items[cut]?.item];
    return before && after
      ? causeBetween(before, after, delivered.get(person) ?? [], tellings, policy)
      : 'ownerDoubted';
  });
}

function causeBetween(
  before: Item,
  after: Item,
  all: readonly Item[],
  tellings: ReadonlyMap<Stay, Telling>,
  policy: Policy,
): SplitCause {
  const stays = before.stay?.person.stays ?? [];
  const crossed = stays.slice(stays.indexOf(before.stay as Stay) + 1, stays.indexOf(after.stay as Stay) + 1);
  for (const stay of crossed) {
    const words = all.filter(({ evidence, stay: about }) => evidence.kind === 'rotated' && about === stay);
    if (stay.because === 'remade') return 'newAccountOnSameNumber';
    if (tellings.get(stay) === 'never' || words.length === 0) return 'changeUntold';
    if (words.every(({ evidence }) => evidence.kind === 'rotated' && Object.keys(evidence.previous).length === 0))
      return 'changeWithoutPreviousId';
  }
  if (isNameless(before) && after.evidence.at - before.evidence.at > policy.adoptionLimitMs) return 'numberGoneQuiet';
  return joined(before, after, all) ? 'ownerDoubted' : 'neverSeenTogether';
}

/** Whether shared identifiers lead from the one to the other, within what was delivered of this person. */
function joined(before: Item, after: Item, all: readonly Item[]): boolean {
  const reached = new Set(wordsOf(before.evidence));
  for (let grown = true; grown; ) {
    const size = reached.size;
    for (const { evidence } of all) {
      const words = wordsOf(evidence);
      if (words.some((word) => reached.has(word))) for (const word of words) reached.add(word);
    }
    grown = reached.size > size;
  }
  return wordsOf(after.evidence).some((word) => reached.has(word));
}

function wordsOf(evidence: Evidence): string[] {
  const parties = evidence.kind === 'rotated' ? [evidence.previous, evidence.current] : [partyIn(evidence)];
  return parties.flatMap(({ phone, bsuid, parent }) =>
    [phone && phoneKeyOf(phone), bsuid, parent].filter((word) => word !== undefined),
  );
}

function isNameless({ evidence }: Item): boolean {
  return evidence.kind === 'seen-together' && !evidence.bsuid && !evidence.parent;
}

/** Whether the other came on the same line without an account id too, or with one before the history was too old to be adopted. */
function followsOn(nameless: readonly Item[], others: readonly Item[], told: readonly Item[], policy: Policy): boolean {
  const lines = new Set(nameless.map(({ stay }) => stay?.line));
  if (others.some((item) => isNameless(item) && lines.has(item.stay?.line))) return true;
  const pair = told.filter(
    ({ evidence, stay }) =>
      lines.has(stay?.line) && evidence.kind === 'seen-together' && evidence.phone && evidence.bsuid,
  );
  return pair.some(({ evidence }) =>
    nameless.some((item) => Math.abs(evidence.at - item.evidence.at) <= policy.adoptionLimitMs),
  );
}

/** Whether one of them moved, told by a number alone that another had too, and nothing showed the mover's account on it. */
function movedUnnamed(mover: readonly Item[], people: readonly string[], together: readonly Item[]): boolean {
  const others = together.filter(
    (item) => people.includes(truthOf(item)) && item.stay?.person !== mover[0]?.stay?.person,
  );
  const unseen = (stay: Stay | undefined) =>
    stay !== undefined &&
    others.some((item) => item.stay?.line === stay.line) &&
    !mover.some(
      ({ evidence, stay: own }) =>
        own === stay && evidence.kind === 'seen-together' && evidence.phone && evidence.bsuid,
    );
  return mover.some(({ evidence, stay }) => {
    if (evidence.kind !== 'rotated' || !stay) return false;
    const before = stay.person.stays[stay.person.stays.indexOf(stay) - 1];
    const { previous, current } = evidence;
    return (previous.phone && !previous.bsuid && unseen(before)) || (current.phone && !current.bsuid && unseen(stay));
  });
}

/** What arrived at least once, by the person it is about. */
function deliveredOf(town: Town): Map<string, Item[]> {
  return Map.groupBy(new Set(town.arrivals.map(({ item }) => item)), truthOf);
}

function tellingsOf(town: Town): Map<Stay, Telling> {
  return new Map(town.acts.flatMap((act) => (act.kind === 'moved' ? [[act.to, act.told] as const] : [])));
}
