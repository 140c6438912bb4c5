// What somebody is called, by their own word: said of each of the accounts that are theirs, so that it stays with them whoever those are
// put together with or told apart from, and whatever name WhatsApp shows later.

import { anchorOf, type HolderId } from '@throughline/identity';
import type { Transaction } from '../db/connect.ts';
import type { around, Saying, Spoken } from './say-word.ts';
import { sayWord, spokenNow } from './say-word.ts';

export async function renameContact(
  tx: Transaction,
  {
    state,
    holders,
    name,
  }: { state: Awaited<ReturnType<typeof around>>['state']; holders: readonly HolderId[]; name: string },
  saying: Saying,
): Promise<Spoken> {
  const about = holders.flatMap((id) => anchorOf(state, id) ?? []);
  return await sayWord(tx, { kind: 'rename', ...spokenNow(state, saying), about, name }, saying);
}
