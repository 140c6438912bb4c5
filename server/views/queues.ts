// How many conversations stand in each queue of the sidebar.

import type { QueueCounts } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { limits } from '../limits.ts';
import { unreadMentions } from './mentions.ts';
import type { Portfolios } from './portfolios.ts';

export interface Counting {
  portfolios: Portfolios;
  /** Whose "mine" it is; a program has none. */
  me: string | undefined;
  /** Whether questions about who is who are theirs to see. */
  reviews: boolean;
}

/**
 * One look at what is open, grouped by whose it is, and bounded ones at the rest. Of 50,000 conversations with 20,000 open: see
 * docs/decisions/0028.
 */
export async function queueCounts(db: Reader, { portfolios, me, reviews }: Counting): Promise<QueueCounts> {
  const most = limits.queueCount;
  const mineIn = portfolios === 'all' ? fragment`true` : fragment`portfolio_id = any(${[...portfolios]}::text[])`;
  const [open, [rest], teams, mentions] = await Promise.all([
    db.sql<{ assigneeId: string | null; teamId: string | null; open: number; waiting: number }[]>`
      select c.assignee_id as "assigneeId", c.team_id as "teamId", count(*)::int as open, count(c.waiting_since)::int as waiting
      from (select portfolio_id from portfolios where ${mineIn}) as p join conversations c using (portfolio_id)
      where c.state = 'open' and c.episode_id is not null group by 1, 2`,
    db.sql<{ snoozed: number; hidden: number; reviews: number }[]>`
      with p as materialized (select portfolio_id from portfolios where ${mineIn})
      select (select count(*) from (select from p join conversations c using (portfolio_id) where c.snoozed_until is not null limit ${most}) s)::int as snoozed,
             (select count(*) from (select from p join conversations c using (portfolio_id)
                                    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
                                    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
                                    where c.state = 'open' and c.episode_id is not null and t.hidden_since is not null limit ${most}) s)::int as hidden,
             (select count(*) from (select from p join reviews r using (portfolio_id) where ${reviews} and not r.settled limit ${most}) s)::int as reviews`,
    db.sql<{ id: string; name: string; mine: boolean }[]>`
      select t.id, t.name, exists (select from team_members m where m.team_id = t.id and m.user_id = ${me ?? null}::uuid) as mine
      from teams t order by lower(t.name)`,
    me === undefined ? 0 : unreadMentions(db, { portfolios, userId: me }),
  ]);
  const sum = (rows: readonly { open: number }[]) =>
    Math.min(
      most,
      rows.reduce((total, row) => total + row.open, 0),
    );
  const waiting = open.map((row) => ({ open: row.waiting }));
  return {
    mine: me === undefined ? 0 : sum(open.filter((row) => row.assigneeId === me)),
    unassigned: sum(open.filter((row) => row.assigneeId === null)),
    everyone: sum(open),
    waiting: sum(waiting),
    snoozed: rest?.snoozed ?? 0,
    mentions: Math.min(most, mentions),
    hidden: rest?.hidden ?? 0,
    reviews: rest?.reviews ?? 0,
    teams: teams.map((team) => ({ ...team, open: sum(open.filter((row) => row.teamId === team.id)) })),
    most,
  };
}
