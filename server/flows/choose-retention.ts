// Somebody chooses how long things are kept. Written down with what was chosen; the sweep goes by it from its next round.

import type { Retention } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { retentionOf, setRetention } from '../privacy/retention.ts';
import { noteAct } from './note-act.ts';
import type { Tools } from './tools.ts';

export interface ChoosingRetention {
  portfolioId: PortfolioId;
  /** What is left out stays as it is. */
  chosen: { [Clock in keyof Retention]?: Retention[Clock] | undefined };
  actor: Actor;
}

export async function chooseRetention(
  tx: Transaction,
  { portfolioId, chosen, actor }: ChoosingRetention,
  tools: Tools,
): Promise<Retention> {
  await lockLane(tx, portfolioId);
  const now = await retentionOf(tx, portfolioId);
  const given = Object.fromEntries(Object.entries(chosen).filter(([, days]) => days !== undefined));
  const retention: Retention = { ...now, ...given };
  const changed = (Object.keys(retention) as (keyof Retention)[]).filter((clock) => retention[clock] !== now[clock]);
  if (changed.length === 0) return now;
  await setRetention(tx, portfolioId, { retention, by: actor.name, at: tools.clock() });
  const detail = { changed: changed.map((clock) => `${clock}: ${retention[clock] ?? 'none'}`) };
  await noteAct(tx, actor, { act: 'retention_changed', portfolio: portfolioId, detail });
  return retention;
}
