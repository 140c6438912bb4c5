// The ready answers somebody can take: those of everybody, of their teams and their own. What is taken often comes first.

import type { CannedReply } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';

export interface Taker {
  userId: string;
  /** Keeps everybody's and every team's. */
  manages: boolean;
  /** Keeps some of their own. */
  writes: boolean;
}

interface CannedViewRow extends Omit<CannedReply, 'team' | 'changedAt' | 'mayChange'> {
  teamId: string | null;
  teamName: string | null;
  changedAt: Date;
}

export async function listCanned(
  db: Reader,
  taker: Taker,
  { q = '', limit }: { q?: string | undefined; limit: number },
): Promise<CannedReply[]> {
  const sought = q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&');
  const rows = await db.sql<CannedViewRow[]>`
    ${selection} where ${within(taker)}
      ${sought === '' ? fragment`` : fragment`and (r.shortcut like ${`${sought}%`} or lower(r.title) like ${`%${sought}%`} or lower(r.body) like ${`%${sought}%`})`}
    order by ${sought === '' ? fragment`` : fragment`r.shortcut like ${`${sought}%`} desc,`} r.uses desc, r.shortcut, r.id limit ${limit}`;
  return rows.map((row) => cannedOf(row, taker));
}

export async function cannedFor(db: Reader, taker: Taker, id: string): Promise<CannedReply | undefined> {
  const [row] = await db.sql<CannedViewRow[]>`${selection} where r.id = ${id} and ${within(taker)}`;
  return row && cannedOf(row, taker);
}

const selection = fragment`
    select r.id, r.scope, r.team_id as "teamId", t.name as "teamName", r.shortcut, r.title, r.body, r.uses,
           r.changed_by as "changedBy", r.changed_at as "changedAt"
    from canned_replies r left join teams t on t.id = r.team_id`;

function within({ userId, manages }: Taker) {
  return fragment`(r.scope = 'everyone' or (r.scope = 'me' and r.owner_id = ${userId})
      or (r.scope = 'team' and (${manages} or exists (select from team_members m where m.team_id = r.team_id and m.user_id = ${userId}))))`;
}

function cannedOf({ teamId, teamName, changedAt, ...row }: CannedViewRow, { manages, writes }: Taker): CannedReply {
  return {
    ...row,
    // A team that is gone leaves its shelf to those who keep shelves.
    team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    changedAt: changedAt.toISOString(),
    mayChange: row.scope === 'me' ? writes : manages,
  };
}
