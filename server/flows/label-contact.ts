// A tag is put on a person or taken off, or a field of theirs is filled in.

import type { ContactId, PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import { partyOfHolder } from '../contacts/rules-parties.ts';
import { membersOf } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import { addContactTag, removeContactTag, setContactValue } from '../labels/on-contacts.ts';
import { around } from './say-word.ts';
import type { Tools } from './tools.ts';

export type Labeling =
  | { kind: 'tag'; tagId: string; on: boolean }
  | { kind: 'value'; fieldId: string; value: string | null; search: string };

export async function labelContact(
  tx: Transaction,
  {
    portfolioId,
    contactId: named,
    actor,
  }: { portfolioId: PortfolioId; contactId: ContactId; actor: { id: string; name: string } },
  labeling: Labeling,
  tools: Tools,
): Promise<void> {
  const { state, contacts } = await around(tx, [named], { portfolioId, dryRun: false });
  const [contactId] = contacts;
  const at = tools.clock();
  const notings = membersOf(state, contactId).map(({ id: holderId }) => ({
    id: tools.newId(),
    holderId,
    at,
    ...partyOfHolder(state, holderId),
    actor,
  }));
  const holders = notings.map(({ holderId }) => holderId);
  if (labeling.kind === 'value') await setContactValue(tx, portfolioId, labeling, notings);
  else if (labeling.on) await addContactTag(tx, portfolioId, labeling.tagId, notings);
  else await removeContactTag(tx, portfolioId, labeling.tagId, holders);
  await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
}
