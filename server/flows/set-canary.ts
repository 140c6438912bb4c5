// Somebody chooses whether the made-up customer goes through other systems each day, and when; it, and what is written down of it, are one commit.

import type { PortfolioId } from '@throughline/identity';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/connect.ts';
import { isZone, nextAfter } from '../exports/rules-schedule.ts';
import { newCanary } from '../readiness/canary/rules-settings.ts';
import type { CanarySettings } from '../readiness/canary/shapes.ts';
import { canarySettings, saveCanarySettings } from '../readiness/canary/store.ts';
import { daily } from './begin-canary.ts';
import { noteAct } from './note-act.ts';

/** What is left out stays as it is. */
export interface CanaryChange {
  enabled?: boolean | undefined;
  clock?: string | undefined;
  zone?: string | undefined;
  feed?: boolean | undefined;
  leftOut?: string[] | undefined;
}

export async function setCanary(
  tx: Transaction,
  portfolioId: PortfolioId,
  { change, actor, now }: { change: CanaryChange; actor: Actor; now: number },
): Promise<CanarySettings | 'no_such_zone'> {
  if (change.zone !== undefined && !isZone(change.zone)) return 'no_such_zone';
  const before = (await canarySettings(tx, portfolioId)) ?? newCanary(portfolioId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: CanarySettings = { ...before, ...given };
  const dueAt = after.enabled ? new Date(nextAfter(daily(after), now)) : null;
  await saveCanarySettings(tx, { ...after, dueAt });
  await noteAct(tx, actor, {
    act: 'canary_set',
    portfolio: portfolioId,
    detail: { what: Object.keys(given), enabled: after.enabled },
  });
  return { ...after, dueAt };
}
