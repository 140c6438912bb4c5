// What is not told by webhooks: people's words, and what is known of numbers by other ways. Here and nowhere else, so that it is easily
// put through another door.

import type { Evidence, Policy, PortfolioId } from '@throughline/identity';
import { type Database, inTransaction } from '../../server/db/connect.ts';
import { resolveIdentities } from '../../server/flows/resolve-identities.ts';
import type { Tools } from '../../server/flows/tools.ts';
import { lockLane } from '../../server/inbox/store.ts';
import { withOwnNumbers } from '../../server/numbers/rules-policy.ts';
import { numbersOf } from '../../server/numbers/store.ts';

export async function speak(
  db: Database,
  portfolioId: PortfolioId,
  said: readonly Evidence[],
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockLane(tx, portfolioId);
    const rules = withOwnNumbers(policy, await numbersOf(tx, portfolioId));
    await resolveIdentities(tx, portfolioId, said, rules, tools);
  });
}
