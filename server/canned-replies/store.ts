// The canned-replies room: ready answers on everybody's shelf, a team's, or one's own. Owns canned_replies.
// Promises: a shortcut names one answer on each shelf; placeholders are kept as they were written and filled where they are used.

import type { Transaction } from '../db/connect.ts';
import { cleanText, timestamp } from '../db/rows.ts';

export interface CannedRow {
  id: string;
  scope: 'everyone' | 'team' | 'me';
  teamId: string | null;
  ownerId: string | null;
  shortcut: string;
  title: string;
  body: string;
}

export interface Saving extends CannedRow {
  by: string;
  at: number;
}

/** Answers false where the shelf has another one of this shortcut. */
export async function addCanned(tx: Transaction, one: Saving): Promise<boolean> {
  const rows = await tx.sql`
    insert into canned_replies (id, scope, team_id, owner_id, shortcut, title, body, changed_by, changed_at)
    values (${one.id}, ${one.scope}, ${one.teamId}, ${one.ownerId}, ${one.shortcut}, ${cleanText(one.title)}, ${cleanText(one.body)},
            ${one.by}, ${timestamp(one.at)}::timestamptz)
    on conflict do nothing returning id`;
  return rows.length > 0;
}

/** Answers false where the shelf has another one of this shortcut. */
export async function changeCanned(tx: Transaction, one: Saving): Promise<boolean> {
  const shelf = one.teamId ?? one.ownerId ?? '';
  const rows = await tx.sql`
    update canned_replies r set scope = ${one.scope}, team_id = ${one.teamId}, owner_id = ${one.ownerId}, shortcut = ${one.shortcut},
      title = ${cleanText(one.title)}, body = ${cleanText(one.body)}, changed_by = ${one.by}, changed_at = ${timestamp(one.at)}::timestamptz
    where r.id = ${one.id} and not exists (
      select from canned_replies o where o.scope = ${one.scope} and coalesce(o.team_id::text, o.owner_id, '') = ${shelf}
        and o.shortcut = ${one.shortcut} and o.id <> ${one.id}) returning r.id`;
  return rows.length > 0;
}

export async function removeCanned(tx: Transaction, id: string): Promise<void> {
  await tx.sql`delete from canned_replies where id = ${id}`;
}

/** Taken into an answer once more: what is taken often comes first. */
export async function noteUse(tx: Transaction, { id, at }: { id: string; at: number }): Promise<boolean> {
  const rows = await tx.sql`
    update canned_replies set uses = uses + 1, used_at = ${timestamp(at)}::timestamptz where id = ${id} returning id`;
  return rows.length > 0;
}
