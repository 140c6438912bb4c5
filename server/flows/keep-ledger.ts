// The database and the ledger of erasures beside it: each knows what the other may have lost. A database that lacks a line of the ledger comes from
// a backup; a ledger that lacks an erasure of the database is written again from it; and where the ledger is not the database's at all, nobody can
// tell how old the database is, so it is not opened.

import { type Database, inTransaction, type Reader } from '../db/connect.ts';
import type { Ledger } from '../privacy/ledger.ts';
import { type Erasure, erasureIds, erasuresKept, goWithLedger, ledgerIdOf } from '../privacy/marks.ts';

/** Erasures of the ledger that the database knows nothing of. */
export async function missingErasures(db: Reader, ledger: Ledger): Promise<Erasure[]> {
  const known = new Set((await erasureIds(db)).map(({ id }) => id));
  return (await ledger.read()).filter(({ id }) => !known.has(id));
}

/** What is wrong where the file is not the ledger of this database, and what to do. */
export async function ledgerElsewhere(db: Reader, { id, path }: Ledger): Promise<string | undefined> {
  const known = await ledgerIdOf(db);
  const found = known === undefined ? undefined : await id();
  if (known === found) return undefined;
  const what = found === undefined ? 'is not at' : 'is another than';
  return (
    `The ledger of erasures of this database ${what} ${path}: nobody can tell whether the database comes from a backup and holds people who were erased since. ` +
    'Set ERASURE_LEDGER to where it is, or put it back. Where it was written anew since the backup: throughline privacy replay-ledger. ' +
    'Where it is lost for good and this database is the newest there is: throughline privacy new-ledger --yes.'
  );
}

/** What is wrong where the database lacks erasures of the ledger, and what to do. */
export async function databaseBehind(db: Reader, ledger: Ledger): Promise<string | undefined> {
  const missing = await missingErasures(db, ledger);
  if (missing.length === 0) return undefined;
  return `This database lacks ${missing.length} of the erasures in the ledger: it comes from a backup made before them. Bring it up to date first: throughline privacy replay-ledger.`;
}

/**
 * Before the door opens. Answers how many erasures the ledger had lost and has again.
 *
 * @throws where the database must not be opened to anybody.
 */
export async function assertLedgerKept(db: Database, ledger: Ledger, newId: () => string): Promise<number> {
  if ((await ledgerIdOf(db)) === undefined) await goTogether(db, ledger, { newId, instead: false });
  const trouble = (await ledgerElsewhere(db, ledger)) ?? (await databaseBehind(db, ledger));
  if (trouble) throw new Error(trouble);
  return await writeLost(db, ledger);
}

/** Somebody says that the ledger is lost and the database is not: it goes with what is at the path from now on. Answers how many it was given. */
export async function renewLedger(db: Database, ledger: Ledger, newId: () => string): Promise<number> {
  const trouble = await databaseBehind(db, ledger);
  if (trouble) throw new Error(trouble);
  await goTogether(db, ledger, { newId, instead: true });
  return await writeLost(db, ledger);
}

/** The file has its id before the database knows it: where a process dies in between, the next finds it there. */
async function goTogether(
  db: Database,
  ledger: Ledger,
  { newId, instead }: { newId: () => string; instead: boolean },
): Promise<void> {
  const found = await ledger.id();
  const id = found ?? newId();
  if (found === undefined) await ledger.begin(id);
  await inTransaction(db, (tx) => goWithLedger(tx, id, { instead }));
}

/** An older copy of the file was put back, or it is a new one. */
async function writeLost(db: Database, ledger: Ledger): Promise<number> {
  const written = new Set((await ledger.read()).map(({ id }) => id));
  const lost = (await erasuresKept(db)).filter(({ id }) => !written.has(id));
  for (const erasure of lost) await ledger.append(erasure);
  return lost.length;
}
