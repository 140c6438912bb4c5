// Meta is asked to forget a person's number: one errand for each account of theirs. What we know stays known here; Meta merely stops
// sending the number, once the 30 days after the last traffic with it are over.

import { type ContactId, currentBsuid, type HolderId, type PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { membersOf } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { oweErrands } from '../errands/store.ts';
import { numbersOf } from '../numbers/store.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export interface Deleting {
  portfolioId: PortfolioId;
  contactId: ContactId;
  actor: { id: string; name: string };
  reason: string;
}

/** Whom it concerns; `no_account`: Meta deletes by account, and none is known, so it has no entry either. */
export async function deleteFromContactBook(
  tx: Transaction,
  { portfolioId, contactId: named, actor, reason }: Deleting,
  tools: Tools,
): Promise<{ kind: 'owed'; holders: HolderId[] } | { kind: 'no_account' }> {
  const { state, contacts } = await around(tx, [named], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  // The book is the portfolio's; any of its numbers may ask (Meta, "Business-scoped user IDs", contact book, revision 2026-06-29).
  const [number] = await numbersOf(tx, portfolioId);
  const accounts = membersOf(state, contactId).flatMap(({ id }) => {
    const bsuid = currentBsuid(state, id);
    return bsuid ? [{ id, bsuid }] : [];
  });
  if (!number || accounts.length === 0) return { kind: 'no_account' };
  await oweErrands(
    tx,
    accounts.map(({ id, bsuid }) => ({
      portfolioId,
      id: tools.newId(),
      kind: 'delete_from_contact_book',
      subjectId: id,
      phoneNumberId: number.phoneNumberId,
      request: { bsuid, actorId: actor.id, actorName: actor.name, reason },
    })),
  );
  await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
  return { kind: 'owed', holders: accounts.map(({ id }) => id) };
}
