// Neighborhoods: what shared identifiers connect. Evidence about one never changes another, so a batch is decided piece by piece.

import type { Evidence, Party } from './evidence.ts';
import { phoneKeyOf } from './phones.ts';
import type { Policy } from './policy.ts';

/** An identifier as neighborhoods are found by: its kind and value in one string. Phones by their key. */
export type IdentifierKey = string;

export function identifiersOf(evidence: Evidence, { blockedPhones }: Policy): IdentifierKey[] {
  const parties: Party[] = evidence.kind === 'rotated' ? [evidence.previous, evidence.current] : [evidence];
  return parties.flatMap(({ phone, bsuid, parent }) => {
    const key = phone && phoneKeyOf(phone);
    return [
      ...(key && !blockedPhones.has(key) ? [`phone:${key}`] : []),
      ...(bsuid ? [`bsuid:${bsuid}`] : []),
      ...(parent ? [`parent:${parent}`] : []),
    ];
  });
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
