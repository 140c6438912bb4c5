// A database from a backup holds people who were erased after it was made. The ledger beside it knows: each erasure it has and the database
// has not is made again, before the door opens.

import type { ContactId, HolderId } from '@throughline/identity';
import { holdersBornAs, holdersKnownBy } from '../contacts/find.ts';
import { type Database, inTransaction, type Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { appendAct, service } from '../privacy/acts.ts';
import type { Ledger } from '../privacy/ledger.ts';
import { addErasure, type Erasure, goWithLedger } from '../privacy/marks.ts';
import { markOf } from '../privacy/rules-marks.ts';
import { forgetNotes } from '../privacy/store.ts';
import type { Deciding } from './detach-identity.ts';
import { detachSubject, eraseDetached, forgetErasing } from './erase-subject.ts';
import { ledgerElsewhere, missingErasures } from './keep-ledger.ts';

/** Answers how many were made again. May be cut off, and called again. @throws where there is no ledger. */
export async function replayLedger(db: Database, ledger: Ledger, deciding: Deciding): Promise<number> {
  const id = await ledger.id();
  const trouble = id === undefined ? await ledgerElsewhere(db, ledger) : undefined;
  if (trouble) throw new Error(trouble);
  const missing = await missingErasures(db, ledger);
  for (const erasure of missing) await again(db, erasure, deciding);
  // One that was written anew since the backup has another id than the backup knows.
  if (id !== undefined) await inTransaction(db, (tx) => goWithLedger(tx, id, { instead: true }));
  return missing.length;
}

async function again(db: Database, erasure: Erasure, deciding: Deciding): Promise<void> {
  const { portfolioId, id } = erasure;
  await inTransaction(db, async (tx) => {
    await lockLane(tx, portfolioId);
    await detachSubject(tx, { portfolioId, id, holders: await holdersOf(tx, erasure, deciding) }, deciding);
  });
  await eraseDetached(db, portfolioId, id);
  // The database counts as having it only when nothing of theirs is left.
  await inTransaction(db, async (tx) => {
    await forgetErasing(tx, portfolioId, id);
    await addErasure(tx, erasure);
    const now = new Date(deciding.tools.clock());
    await forgetNotes(tx, portfolioId, {
      contactIds: erasure.ids,
      except: '00000000-0000-0000-0000-000000000000',
      now,
    });
    const note = { act: 'ledger_replayed' as const, requestId: id, actor: service };
    await appendAct(tx, portfolioId, note, deciding.tools);
  });
}

/** By the ids they had, and by what they were known by: an id the backup does not have may be of a join made after it. */
async function holdersOf(
  tx: Transaction,
  { portfolioId, ids, marks, erasedAt }: Erasure,
  { tools }: Deciding,
): Promise<HolderId[]> {
  const byId = await holdersBornAs(tx, portfolioId, ids as ContactId[]);
  const wanted = new Set(marks.map(({ mark }) => mark));
  const byName = await holdersKnownBy(tx, portfolioId, {
    until: new Date(erasedAt),
    account: (value) => wanted.has(markOf.account(value, tools.keyed)),
  });
  return [...new Set([...byId.map((one) => one.id), ...byName])];
}
