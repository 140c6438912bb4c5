// What happens at the door, written down: better-auth's statements are its own, so this is a transaction of its own, before the answer
// leaves.

import type { SignInNote } from '../access/answer-sign-in.ts';
import { type Author, append } from '../audit/store.ts';
import { type Database, inTransaction } from '../db/connect.ts';

export async function noteSignIn(db: Database, { act, by, whose, address, detail }: SignInNote): Promise<void> {
  const from = address === undefined ? {} : { address };
  const actor: Author = by === undefined ? { kind: 'visitor', ...from } : { kind: 'user', ...by, ...from };
  const subject = whose && { subject: { kind: 'user' as const, id: whose.id, name: whose.name } };
  await inTransaction(db, (tx) => append(tx, { actor, act, ...subject, detail: detail as Record<never, never> }));
}
