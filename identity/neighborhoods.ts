// Neighborhoods: what shared identifiers connect. Evidence about one never changes another, so a batch is decided piece by piece.

import type { Anchor, Evidence, Party } from './evidence.ts';
import { phoneKeyOf } from './phones.ts';
import type { Policy } from './policy.ts';
import { anchorsOf } from './words.ts';

/** An identifier as neighborhoods are found by: its kind and value in one string. Phones by their key. */
export type IdentifierKey = string;

export function identifiersOf(evidence: Evidence, { blockedPhones }: Pick<Policy, 'blockedPhones'>): IdentifierKey[] {
  return partiesOf(evidence).flatMap(({ phone, bsuid, parent }) => {
    const key = phone && phoneKeyOf(phone);
    return [
      ...(key && !blockedPhones.has(key) ? [`phone:${key}`] : []),
      ...(bsuid ? [`bsuid:${bsuid}`] : []),
      ...(parent ? [`parent:${parent}`] : []),
    ];
  });
}

function partiesOf(evidence: Evidence): Party[] {
  switch (evidence.kind) {
    case 'seen-together':
      return [evidence];
    case 'rotated':
      return [evidence.previous, evidence.current];
    case 'gone':
      return [{ phone: evidence.phone }];
    case 'claimed':
      return [{ phone: evidence.phone }, partyOfAnchor(evidence.about)];
    default:
      return anchorsOf(evidence).map(partyOfAnchor);
  }
}

function partyOfAnchor(anchor: Anchor): Party {
  return { [anchor.kind]: anchor.value };
}

export interface Group<N> {
  /** Neighborhoods already known that these arrivals touch: none for new people, several where they turn out to be one. */
  neighborhoods: N[];
  arrivals: Evidence[];
  identifiers: IdentifierKey[];
}

/** Puts arrivals that share an identifier, directly or through a known neighborhood, into one group. */
export function group<N>(
  arrivals: readonly Evidence[],
  known: ReadonlyMap<IdentifierKey, N>,
  policy: Policy,
): Group<N>[] {
  const groupOf = new Map<IdentifierKey | N, Group<N>>();
  const groups = new Set<Group<N>>();
  for (const evidence of arrivals) {
    const identifiers = identifiersOf(evidence, policy);
    const neighborhoods = identifiers.flatMap((key) => known.get(key) ?? []);
    const touched = new Set([...identifiers, ...neighborhoods].flatMap((key) => groupOf.get(key) ?? []));
    const own: Group<N> = { neighborhoods, arrivals: [evidence], identifiers };
    const merged = [...touched].reduce((into, other) => absorb(into, other), own);
    for (const other of touched) groups.delete(other);
    groups.add(merged);
    for (const key of [...merged.identifiers, ...merged.neighborhoods]) groupOf.set(key, merged);
  }
  return [...groups].map((one) => ({
    arrivals: one.arrivals,
    identifiers: [...new Set(one.identifiers)],
    neighborhoods: [...new Set(one.neighborhoods)],
  }));
}

function absorb<N>(into: Group<N>, other: Group<N>): Group<N> {
  return {
    neighborhoods: [...other.neighborhoods, ...into.neighborhoods],
    arrivals: [...other.arrivals, ...into.arrivals],
    identifiers: [...other.identifiers, ...into.identifiers],
  };
}
