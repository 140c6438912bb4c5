// A person was changed: each of the things that changed is an act of its own.

import type { Role, User } from '@throughline/contract';
import { type Author, append } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';

export async function noteUserChange(
  tx: Transaction,
  actor: Author,
  { before, after, by }: { before: { name: string; role: Role; suspended: boolean }; after: User; by?: string },
): Promise<void> {
  const subject = { kind: 'user' as const, id: after.id, name: after.name };
  const suspended = after.state === 'suspended';
  if (before.name !== after.name) await append(tx, { actor, act: 'user_changed', subject });
  if (before.role !== after.role) {
    const detail = { role: after.role, before: before.role, ...(by !== undefined && { by }) };
    await append(tx, { actor, act: 'role_changed', subject, detail });
  }
  if (before.suspended !== suspended)
    await append(tx, { actor, act: suspended ? 'user_suspended' : 'user_reactivated', subject });
}
