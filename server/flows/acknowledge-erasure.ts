// Somebody who reads the log says that they have forgotten whom an erasure was about.

import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/connect.ts';
import { settleReceipt } from '../events/receipts.ts';
import type { EventRow } from '../events/shapes.ts';
import { canaryRunBy, noteCanaryRead } from '../readiness/canary/store.ts';

/** `row`: a contact.erased. */
export async function acknowledgeErasure(
  tx: Transaction,
  { portfolioId, contactId, data, synthetic }: EventRow,
  { actor, at }: { actor: Pick<Actor, 'id' | 'name'>; at: Date },
): Promise<void> {
  const erasureId = String(data.erasureId);
  if (synthetic !== null) {
    const run = await canaryRunBy(tx, portfolioId, { contactId: contactId ?? '' });
    if (run) await noteCanaryRead(tx, run, actor);
    return;
  }
  const consumer = { kind: 'key' as const, id: actor.id, name: actor.name };
  await settleReceipt(
    tx,
    { portfolioId, erasureId, contactId: contactId ?? '' },
    { consumer, state: 'acknowledged', at },
  );
}
