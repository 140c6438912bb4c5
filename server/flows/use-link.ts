// A one-time link is used: the first administrator is made, somebody invited joins, or a password is replaced.

import { findLink, markUsed } from '../access/links.ts';
import { createUser, type Refused, setPassword } from '../access/people.ts';
import { nobodyYet } from '../access/users.ts';
import { type Author, append } from '../audit/store.ts';
import type { Transaction } from '../db/connect.ts';

export type LinkOutcome =
  | { kind: 'done'; email: string }
  | Refused
  | { kind: 'unknown' | 'used' | 'expired' | 'not_first' };

export async function useLink(
  tx: Transaction,
  given: { token: string; password: string; name?: string | undefined; email?: string | undefined },
  { visitor, now }: { visitor: Author & { kind: 'visitor' }; now: Date },
): Promise<LinkOutcome> {
  const link = await findLink(tx, given.token, now);
  if (link.kind !== 'found') return link;
  const { purpose } = link;
  if (purpose === 'first_admin' && !(await nobodyYet(tx))) return { kind: 'not_first' };
  const email = link.email ?? given.email ?? '';
  const name = link.name ?? given.name ?? '';
  const outcome =
    purpose === 'first_admin'
      ? await createUser(tx, { email, name, role: 'admin', password: given.password })
      : await setPassword(tx, { email, password: given.password });
  if (outcome.kind === 'refused') return outcome;
  await markUsed(tx, link.id, now);
  const subject = { kind: 'user' as const, id: outcome.id, name };
  await append(tx, { actor: visitor, act: 'link_used', subject, detail: { purpose } });
  if (purpose === 'first_admin')
    await append(tx, { actor: visitor, act: 'user_created', subject, detail: { role: 'admin', by: 'first_link' } });
  else await append(tx, { actor: visitor, act: 'password_set', subject, detail: { by: 'link' } });
  return { kind: 'done', email };
}
