// The single sign-on provider says another role of somebody who comes in. The last administrator stays one, whatever it says: else a
// mistake over there would lock everybody out here.

import type { Role } from '@throughline/contract';
import { changeUser, userById } from '../access/users.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { noteUserChange } from './note-user-change.ts';

export async function bringRole(
  db: Database,
  { userId, role }: { userId: string; role: Role },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const outcome = await changeUser(tx, userId, { role }, now);
    const after = await userById(tx, userId, now);
    if (outcome.kind !== 'changed' || after === undefined) return;
    const actor = { kind: 'user' as const, id: after.id, name: after.name, role: outcome.before.role };
    await noteUserChange(tx, actor, { before: outcome.before, after, by: 'single_sign_on' });
  });
}
