// Messages that ended as failed by no status of Meta's: an integration that was answered before anybody knew is told of it as Meta would tell it.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { eventsChannel } from '../events/store.ts';
import { log } from '../relay/log.ts';
import { answeredLate } from '../relay/sends.ts';

export async function relayRefusals(
  tx: Transaction,
  portfolioId: PortfolioId,
  failed: readonly string[],
): Promise<void> {
  const late = await answeredLate(tx, portfolioId, failed);
  log(tx, portfolioId, { tell: late.map((messageId) => ({ messageId })), channel: eventsChannel });
}
