// What a portfolio chooses about who is who. From then on it is decided by that; those decided before follow in the background.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { choicesOf, choose } from '../numbers/policy.ts';
import type { Choices } from '../numbers/rules-policy.ts';
import type { Tools } from './tools.ts';

/** Nothing is written where nothing changes. */
export async function setPolicy(
  tx: Transaction,
  portfolioId: PortfolioId,
  { chosen, actor }: { chosen: Partial<Choices>; actor: { id: string; name: string } },
  tools: Tools,
): Promise<void> {
  await lockLane(tx, portfolioId);
  const now = await choicesOf(tx, portfolioId);
  const choices = { ...now, ...chosen };
  const same = (Object.keys(choices) as (keyof Choices)[]).every((name) => choices[name] === now[name]);
  if (!same) await choose(tx, portfolioId, { choices, actor, at: tools.clock() });
}
