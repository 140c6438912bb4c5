// Somebody is erased: what was told of them is forgotten, and every other system is told to forget them too.

import type { ContactId, PortfolioId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import { awaitReceipts } from '../events/receipts.ts';
import { append, forgetShown } from '../events/store.ts';
import type { Subject } from '../subject.ts';
import { dropLanes } from '../subscriptions/deliveries.ts';
import { subscriptionsOf } from '../subscriptions/store.ts';

interface Told {
  portfolioId: PortfolioId;
  /** Of the erasure. */
  id: string;
  subject: Subject;
  /** The contacts they were part of. */
  contacts: Iterable<ContactId>;
}

/**
 * In the transaction that detaches them. A contact that accounts of others belong to as well stays, and is not erased: what was told of it is
 * forgotten, and what it is from now on was told as a change.
 */
export async function tellErasure(
  tx: Transaction,
  { portfolioId, id, subject, contacts }: Told,
  at: number,
): Promise<void> {
  const own = new Set(subject.contacts);
  const shared = [...new Set<string>(contacts)].filter((one) => !own.has(one));
  await forgetShown(tx, portfolioId, shared);
  const erased = subject.contactIds.filter((one) => !shared.includes(one));
  await dropLanes(tx, portfolioId, erased);
  const consumers = (await subscriptionsOf(tx, [portfolioId]))
    .filter(({ state }) => state !== 'disabled')
    .map(({ id: subscriptionId, name }) => ({ kind: 'subscription' as const, id: subscriptionId, name }));
  await awaitReceipts(tx, { portfolioId, erasureId: id }, { contactIds: erased, consumers, at: new Date(at) });
  append(
    tx,
    portfolioId,
    erased.map((contactId) => ({ type: 'contact.erased', at, contactId, data: { erased: contactId, erasureId: id } })),
  );
}
