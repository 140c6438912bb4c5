// A card is kept with a person: its numbers as what they are, claims, and the card itself as something that was said.

import type { Card } from '@throughline/contract';
import type { ContactId, Policy, PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { partyOfHolder } from '../contacts/rules-parties.ts';
import { membersOf } from '../contacts/rules-words.ts';
import { keepCard } from '../contacts/saved-cards.ts';
import type { Transaction } from '../db/connect.ts';
import { claimNumber } from './claim-number.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export interface Saving {
  portfolioId: PortfolioId;
  contactId: ContactId;
  messageId: string;
  /** Of the cards of the message. */
  place: number;
  card: Card;
  actor: { id: string; name: string };
}

export async function saveCard(
  tx: Transaction,
  { portfolioId, contactId: named, messageId, place, card, actor }: Saving,
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<void> {
  // A number that cannot be one, or is our own, stays on the card.
  for (const { phone } of card.phones)
    if (phone) await claimNumber(tx, { portfolioId, contactId: named, phone, actor }, { policy, tools });
  const { state, contacts } = await around(tx, [named], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  const holder = membersOf(state, contactId).sort((a, b) => b.last.at - a.last.at)[0];
  if (!holder) throw new Error('A contact that was found has nobody in it.');
  const at = tools.clock();
  await keepCard(tx, portfolioId, {
    id: tools.newId(),
    holderId: holder.id,
    messageId,
    place,
    ...partyOfHolder(state, holder.id),
    card,
    at,
    actor,
  });
  await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
}
