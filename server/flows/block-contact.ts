// A person is blocked on our numbers, or unblocked: what is wished is kept with who wished it and why, and Meta is told by errands.

import type { ContactId, HolderId, PortfolioId, State } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { addWishes, wishesOf } from '../contacts/blocks.ts';
import { blocksOf } from '../contacts/rules-blocks.ts';
import { blockAddress, partyOfHolder } from '../contacts/rules-parties.ts';
import { membersOf } from '../contacts/rules-words.ts';
import { numbersWithThreads } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { oweErrands } from '../errands/store.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export interface Blocking {
  portfolioId: PortfolioId;
  contactId: ContactId;
  wish: 'block' | 'unblock';
  /** Meta's id of one of ours; undefined: every number of ours this concerns. */
  phoneNumberId: string | undefined;
  reason: string;
  actor: { id: string; name: string };
}

/**
 * `never_wrote`: WhatsApp blocks only who has written to the number. `address_lost`: no way to name this person to Meta is known.
 * `not_blocked`: there is nothing to unblock.
 */
export type BlockingOutcome = 'owed' | 'never_wrote' | 'address_lost' | 'not_blocked';

export async function blockContact(tx: Transaction, blocking: Blocking, tools: Tools): Promise<BlockingOutcome> {
  const { portfolioId, wish } = blocking;
  const { state, contacts } = await around(tx, [blocking.contactId], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  const holders = membersOf(state, contactId).map(({ id }) => id);
  const found = wish === 'block' ? await toBlock(tx, holders, blocking) : await toUnblock(tx, holders, blocking);
  if (found.length === 0) return wish === 'block' ? 'never_wrote' : 'not_blocked';
  const owed = found.flatMap((one) => {
    const address = blockAddress(state, one.holderId);
    return address ? [{ ...one, address }] : [];
  });
  if (owed.length === 0) return 'address_lost';
  await owe(tx, owed, { blocking, state, tools });
  await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
  return 'owed';
}

interface Place {
  holderId: HolderId;
  phoneNumberId: string;
}

async function toBlock(tx: Transaction, holders: readonly HolderId[], blocking: Blocking): Promise<Place[]> {
  const threads = await numbersWithThreads(tx, blocking.portfolioId, holders);
  return threads.filter((one) => (blocking.phoneNumberId ?? one.phoneNumberId) === one.phoneNumberId);
}

async function toUnblock(tx: Transaction, holders: readonly HolderId[], blocking: Blocking): Promise<Place[]> {
  const wishes = await wishesOf(tx, blocking.portfolioId, holders);
  return [...Map.groupBy(wishes, (one) => `${one.holderId} ${one.phoneNumberId}`).values()].flatMap((own) =>
    blocksOf(own)
      .filter(({ state }) => state === 'blocked' || state === 'blocking')
      .filter(({ phoneNumberId }) => (blocking.phoneNumberId ?? phoneNumberId) === phoneNumberId)
      .map(({ phoneNumberId, wish }) => ({ holderId: wish.holderId, phoneNumberId })),
  );
}

async function owe(
  tx: Transaction,
  owed: readonly (Place & { address: { bsuid: string } | { phone: string } })[],
  { blocking, state, tools }: { blocking: Blocking; state: State; tools: Tools },
): Promise<void> {
  const { portfolioId, wish, reason, actor } = blocking;
  const before = await wishesOf(
    tx,
    portfolioId,
    owed.map(({ holderId }) => holderId),
  );
  // The newest counts, so no two share a moment, whatever our clock says.
  const at = Math.max(tools.clock(), 1 + Math.max(0, ...before.map((wish) => wish.at)));
  const named = owed.map((one) => ({ ...one, id: tools.newId() }));
  await addWishes(
    tx,
    portfolioId,
    named.map(({ id, holderId, phoneNumberId }) => ({
      id,
      holderId,
      phoneNumberId,
      wish,
      at,
      ...partyOfHolder(state, holderId),
      actor,
      reason,
    })),
  );
  await oweErrands(
    tx,
    named.map(({ id, holderId, phoneNumberId, address }) => ({
      portfolioId,
      id,
      kind: wish,
      subjectId: holderId,
      phoneNumberId,
      request: { ...address },
    })),
  );
}
