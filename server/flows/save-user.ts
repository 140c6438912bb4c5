// An operator makes somebody, or brings somebody known to another name, role or password.

import { createUser, type SaveUserOutcome, type UserRequest } from '../access/people.ts';
import { personBy } from '../access/store.ts';
import { type Author, append } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';

export async function saveUser(tx: Transaction, actor: Author, request: UserRequest): Promise<SaveUserOutcome> {
  const before = await personBy(tx, { email: request.email.trim().toLowerCase() });
  const outcome = await createUser(tx, request);
  if (outcome.kind === 'refused') return outcome;
  const subject = { kind: 'user' as const, id: outcome.id, name: request.name.trim() };
  const by = 'operator';
  if (outcome.created) await append(tx, { actor, act: 'user_created', subject, detail: { role: request.role, by } });
  else if (before && before.role !== request.role)
    await append(tx, { actor, act: 'role_changed', subject, detail: { role: request.role, before: before.role, by } });
  if (!outcome.created && request.password !== undefined)
    await append(tx, { actor, act: 'password_set', subject, detail: { by } });
  return outcome;
}
