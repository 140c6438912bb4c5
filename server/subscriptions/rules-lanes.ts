// Which events an address is told, and what is told one after the other. Pure.

import type { EventType } from '@throughline/contract';

/** Everybody is told whom to forget: whatever they asked for, they may hold something of them. The canary is told by its own runs. */
export function isWanted(
  { type, onlyFor, synthetic = false }: { type: EventType; onlyFor: string | null; synthetic?: boolean },
  { id, types }: { id: string; types: readonly EventType[] | null },
): boolean {
  if (synthetic) return false;
  if (type === 'subscription.tested') return onlyFor === id;
  return types === null || type === 'contact.erased' || types.includes(type);
}

/** A contact's events keep their order; what is about nobody has an order of its own. */
export function laneOf({ type, contactId }: { type: EventType; contactId: string | null }): string {
  if (type === 'subscription.tested') return 'test';
  return contactId ?? 'portfolio';
}

/** The contact a lane is of. */
export function contactOfLane(lane: string): string | null {
  return lane === 'test' || lane === 'portfolio' ? null : lane;
}
