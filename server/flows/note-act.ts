// Writes an act down where a door did it by one other flow or room: in the same transaction, as the audit room asks.

import type { AuditAct } from '@throughline/contract';
import { type Author, append, type Entry } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';

export async function noteAct<Act extends AuditAct>(tx: Transaction, actor: Author, entry: Entry<Act>): Promise<void> {
  await append(tx, { ...entry, actor });
}
