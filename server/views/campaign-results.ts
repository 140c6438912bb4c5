// What became of a campaign's rows, counted. A row's own words end where its message begins: from there the message says how it went,
// so the counts add up to the rows at any moment (decision 0026, with the measurements).

import type { Campaign, Reach, RowState } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { reachSentence } from '../campaigns/rules-reach.ts';
import type { CampaignRecord } from '../campaigns/store.ts';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { say, tell } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { failureText } from './words.ts';

export interface CampaignResults {
  groups: ResultGroup[];
  replies: number;
}

export interface ResultGroup {
  reach: Reach | null;
  state: RowState;
  code: number | null;
  title: string | null;
  rows: number;
}

/** Of `campaign_rows r left join messages m`, in a campaign of this state. Every row is in exactly one. */
export function rowStateIn(state: CampaignRecord['state']) {
  return fragment`
    case when m.id is not null then case m.status when 'played' then 'read' else m.status end
         when r.reach is not null and r.reach not in ('phone', 'account') then 'skipped'
         when ${state === 'cancelled'} then 'cancelled' else 'waiting' end`;
}

/** Counted now. 100,000 rows with their messages: see decision 0026. */
export async function campaignResults(db: Reader, campaign: CampaignRecord): Promise<CampaignResults> {
  const { portfolioId, upload, state } = campaign;
  if (upload === null) return { groups: [], replies: 0 };
  const [groups, replies] = await Promise.all([
    db.sql<ResultGroup[]>`
      select r.reach, ${rowStateIn(state)} as state, (m.failure ->> 'code')::int as code, min(m.failure ->> 'title') as title, count(*)::int as rows
      from campaign_rows r left join messages m on m.portfolio_id = r.portfolio_id and m.id = r.message_id
      where r.portfolio_id = ${portfolioId} and r.upload_id = ${upload} group by 1, 2, 3`,
    countReplies(db, portfolioId, upload),
  ]);
  return { groups, replies };
}

/**
 * Conversations in which the person wrote after their row was sent, whatever they wrote under: the message and the reply stand in one
 * conversation, also where the number is hidden by now. Meta's times are whole seconds.
 */
async function countReplies(db: Reader, portfolioId: PortfolioId, upload: string): Promise<number> {
  const [row] = await db.sql<{ replies: number }[]>`
    select count(distinct m.conversation_id)::int as replies
    from campaign_rows r
    join messages m on m.portfolio_id = r.portfolio_id and m.id = r.message_id
    join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
    where r.portfolio_id = ${portfolioId} and r.upload_id = ${upload} and m.status not in ('queued', 'cancelled', 'failed')
      and c.last_customer_at >= date_trunc('second', coalesce(r.sent_at, m.at))
      and exists (select from messages i where i.portfolio_id = m.portfolio_id and i.conversation_id = m.conversation_id and i.direction = 'in'
                    and i.via = 'live' and i.at >= date_trunc('second', coalesce(r.sent_at, m.at)) and i.type not in ('edit', 'revoke'))`;
  return row?.replies ?? 0;
}

/** What was counted last, where it was not long ago. */
export async function countedResults(
  db: Reader,
  portfolioId: PortfolioId,
  { ids, withinMs }: { ids: readonly string[]; withinMs: number },
): Promise<Map<string, CampaignResults>> {
  const rows = await db.sql<(CampaignResults & { id: string })[]>`
    select campaign_id as id, groups, replies from campaign_results
    where portfolio_id = ${portfolioId} and campaign_id = any(${[...ids]}::uuid[])
      and counted_at > now() - ${withinMs}::float * interval '1 millisecond'`;
  return new Map(rows.map(({ id, ...results }) => [id, results]));
}

type Counts = Pick<Campaign, 'byReach' | 'byState' | 'byReason' | 'replies'>;

/** As the API tells it. */
export function countsOf(viewer: Viewer, { groups, replies }: CampaignResults): Counts {
  const byReach: Record<string, number> = {};
  const byState: Record<string, number> = {};
  const reasons = new Map<string, Campaign['byReason'][number]>();
  for (const { reach, state, code, title, rows } of groups) {
    if (reach !== null) byReach[reach] = (byReach[reach] ?? 0) + rows;
    byState[state] = (byState[state] ?? 0) + rows;
    const reason = reasonOf(viewer, { reach, state, code, title });
    if (!reason) continue;
    const known = reasons.get(reason.code);
    reasons.set(reason.code, { ...reason, rows: (known?.rows ?? 0) + rows });
  }
  return { byReach, byState, byReason: [...reasons.values()].sort((a, b) => b.rows - a.rows), replies };
}

function reasonOf(
  viewer: Viewer,
  { reach, state, code, title }: Omit<ResultGroup, 'rows'>,
): { code: string; text: string } | undefined {
  if (state === 'skipped') return { code: reach ?? 'skipped', text: tell(viewer, reachSentence(reach) ?? '') };
  if (state === 'failed')
    return {
      code: code === null ? 'failed' : String(code),
      text: failureText(viewer, { code, title: title ?? 'It failed.' }),
    };
  if (state === 'unknown')
    return {
      code: 'unknown',
      text: say(viewer, 'campaign.rows.unknown'),
    };
  return undefined;
}
