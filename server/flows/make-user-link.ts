// One-time links an operator asks for: for the first administrator, or for somebody who has lost their way in.

import { makeLink, type Purpose } from '../access/links.ts';
import { personBy } from '../access/store.ts';
import { nobodyYet } from '../access/users.ts';
import { append } from '../audit/store.ts';
import { type Database, inTransaction, type Transaction } from '../db/connect.ts';

export type UserLink =
  | { kind: 'made'; purpose: Purpose; token: string; expiresAt: Date }
  | { kind: 'email_needed' }
  | { kind: 'unknown' };

export async function makeUserLink(tx: Transaction, email: string | undefined, now: Date): Promise<UserLink> {
  if (await nobodyYet(tx)) return await made(tx, { purpose: 'first_admin', now });
  if (email === undefined) return { kind: 'email_needed' };
  const person = await personBy(tx, { email: email.trim().toLowerCase() });
  if (!person) return { kind: 'unknown' };
  return await made(tx, { purpose: 'password', person, now });
}

/** The link a service prints at its start. Undefined where somebody has access already. */
export async function firstLink(db: Database, now: Date): Promise<{ token: string } | undefined> {
  return await inTransaction(db, async (tx) =>
    (await nobodyYet(tx)) ? await made(tx, { purpose: 'first_admin', now }) : undefined,
  );
}

async function made(
  tx: Transaction,
  { purpose, person, now }: { purpose: Purpose; person?: { id: string; name: string; role: string }; now: Date },
) {
  const { token, expiresAt } = await makeLink(tx, { purpose, ...(person && { userId: person.id }), now });
  await append(tx, {
    actor: { kind: 'operator' },
    act: 'link_made',
    ...(person && { subject: { kind: 'user', id: person.id, name: person.name } }),
    detail: { purpose, role: person?.role ?? 'admin' },
  });
  return { kind: 'made' as const, purpose, token, expiresAt };
}
