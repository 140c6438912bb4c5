// Somebody notes what a person said about being written to. It is noted of every account the person has, so that it holds for each
// if they are ever told apart.

import type { ContactId, PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { preferenceWords, savePreferences } from '../contacts/preferences.ts';
import { partyOfHolder } from '../contacts/rules-parties.ts';
import { type Category, standingOf } from '../contacts/rules-preferences.ts';
import { membersOf } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export interface Noting {
  portfolioId: PortfolioId;
  contactId: ContactId;
  category: Category;
  value: 'stop' | 'resume';
  reason: string;
  actor: { id: string; name: string };
}

/** `their_own_word`: the person stopped marketing on WhatsApp themselves, and only they can take that back. */
export async function notePreference(
  tx: Transaction,
  noting: Noting,
  tools: Tools,
): Promise<'noted' | 'their_own_word'> {
  const { portfolioId, category, value, reason, actor } = noting;
  const { state, contacts } = await around(tx, [noting.contactId], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  const members = membersOf(state, contactId);
  const words = await preferenceWords(
    tx,
    portfolioId,
    members.map(({ id }) => id),
  );
  const standing = standingOf(words.filter((word) => word.category === category))[0];
  if (value === 'resume' && standing?.value === 'stop' && standing.noted === null) return 'their_own_word';
  // After everything that was said before, whatever our clock says.
  const at = Math.max(tools.clock(), 1 + Math.max(0, ...words.map((word) => word.at)));
  const noted = { actorId: actor.id, actorName: actor.name, reason };
  await savePreferences(
    tx,
    portfolioId,
    members.map(({ id: holderId }) => ({
      eventKey: `noted/${tools.newId()}`,
      at,
      ...partyOfHolder(state, holderId),
      parent: null,
      holderId,
      category,
      value,
      noted,
    })),
  );
  await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
  return 'noted';
}
