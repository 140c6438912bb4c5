// Webhooks that were just taken in are noted for whoever is to be told of them as they came. With nobody this is never called: the lane says so.

import type { PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { eventsChannel } from '../events/store.ts';
import type { InboxRow } from '../inbox/store.ts';
import { log } from '../relay/log.ts';

export function relayWebhooks(tx: Transaction, portfolioId: PortfolioId, rows: readonly InboxRow[]): void {
  const tell = rows.filter(({ replayed }) => !replayed).map(({ id }) => ({ inboxId: id }));
  log(tx, portfolioId, { tell, channel: eventsChannel });
}
