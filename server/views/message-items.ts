// Messages as the API shows them: rows, what was done to them by later messages, and their files.

import type { Media, MessageItem } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { readContent } from '@throughline/whatsapp';
import { type Mark, markedBy } from '../conversations/rules-marks.ts';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { campaignsOf } from './campaign-origin.ts';
import { mediaOf } from './media.ts';
import { messageReading, silenced } from './message-parts.ts';
import { type WaitingRow, waitingColumns, waitingJoins, waitingOf } from './waiting.ts';
import { failureText } from './words.ts';

interface MessageRow extends WaitingRow {
  id: string;
  conversationId: string;
  at: Date;
  tie: string;
  direction: 'in' | 'out';
  type: string;
  body: string | null;
  summary: string;
  raw: unknown;
  quotesWamid: string | null;
  quotes: string | null;
  targetWamid: string | null;
  target: string | null;
  targetDeleted: boolean;
  emoji: string | null;
  status: MessageItem['status'];
  held: boolean;
  failure: { code: number | null; title: string } | null;
  author: string | null;
  marks: MarkRow[] | null;
}

interface MarkRow extends Omit<Mark, 'body'> {
  raw: Record<string, unknown> | null;
}

export interface MessageFound {
  at: Date;
  tie: string;
  item: MessageItem;
}

export interface Read {
  viewer: Viewer;
  portfolioId: PortfolioId;
}

/** `which`: what follows `from messages m` and its joins, `m` filtered by portfolio. */
export async function messageItems(
  db: Reader,
  { viewer, portfolioId }: Read,
  which: Fragment,
): Promise<MessageFound[]> {
  const rows = await db.sql<MessageRow[]>`${selection} ${which}`;
  const [files, campaigns] = await Promise.all([
    mediaOf(
      db,
      { viewer, portfolioId },
      rows.map((row) => row.id),
    ),
    campaignsOf(db, portfolioId, rows),
  ]);
  return rows.map((row) => {
    const campaign = campaigns.get(row.id);
    const item = { ...messageItem(viewer, row, files.get(row.id)), ...(campaign && { campaign }) };
    return { at: row.at, tie: row.tie, item };
  });
}

// A message another one names is found by `message_key`, the part two ids of one message share; where two have it, the exact one counts.
// The raw message is left in the table where the columns tell everything: most are text.
const selection = fragment`
    select m.id, m.conversation_id as "conversationId", m.at, m.tie, m.direction, m.type, m.body, m.summary, m.emoji, m.status, m.held, m.failure,
           m.author, m.quotes_wamid as "quotesWamid", m.target_wamid as "targetWamid", q.id as quotes, g.id as target,
           case when m.type = 'text' and not m.raw ?| array['context', 'referral'] then null else m.raw end as raw,
           coalesce(g.deleted, false) as "targetDeleted", k.marks, ${waitingColumns}
    from messages m
    left join lateral (
      select n.id from messages n
      where n.portfolio_id = m.portfolio_id and n.conversation_id = m.conversation_id and n.wamid is not null
        and message_key(n.wamid) = message_key(m.quotes_wamid)
      order by n.wamid = m.quotes_wamid desc, n.at limit 1) q on m.quotes_wamid is not null
    left join lateral (
      select n.id, exists (
        select from messages r
        where r.portfolio_id = n.portfolio_id and r.conversation_id = n.conversation_id and r.target_wamid is not null
          and message_key(r.target_wamid) = message_key(n.wamid) and r.type = 'revoke' and r.direction = n.direction) as deleted
      from messages n
      where n.portfolio_id = m.portfolio_id and n.conversation_id = m.conversation_id and n.wamid is not null
        and message_key(n.wamid) = message_key(m.target_wamid)
      order by n.wamid = m.target_wamid desc, n.at limit 1) g on m.target_wamid is not null
    left join lateral (
      select jsonb_agg(jsonb_build_object('type', r.type, 'direction', r.direction, 'at', extract(epoch from r.at) * 1000, 'tie', r.tie,
                                          'emoji', r.emoji, 'status', r.status, 'raw', case when r.type = 'edit' then r.raw end)) as marks
      from messages r
      where r.portfolio_id = m.portfolio_id and r.conversation_id = m.conversation_id and r.target_wamid is not null
        and message_key(r.target_wamid) = message_key(m.wamid)) k on m.wamid is not null
    ${waitingJoins}`;

function messageItem(viewer: Viewer, row: MessageRow, media: Media | undefined): MessageItem {
  const marked = markedBy(row.direction, (row.marks ?? []).map(markOf));
  return {
    kind: 'message',
    id: row.id,
    conversationId: row.conversationId,
    at: row.at.toISOString(),
    direction: row.direction,
    type: row.type,
    ...(row.targetDeleted && row.type === 'edit'
      ? silenced(viewer, row)
      : messageReading(viewer, { ...row, media, marked })),
    ...(row.quotesWamid && { quotes: row.quotes }),
    ...(row.targetWamid && { target: row.target }),
    ...(row.type === 'reaction' && { emoji: row.emoji }),
    status: row.status,
    ...(row.failure && { failure: { code: row.failure.code, text: failureText(viewer, row.failure) } }),
    ...(row.author && { author: row.author }),
    ...waitingOf(viewer, row),
    ...(row.held && row.status === 'accepted' && { waiting: heldForQuality(viewer) }),
  };
}

function heldForQuality(viewer: Viewer) {
  return { reason: 'held_for_quality', text: say(viewer, 'waiting.held_for_quality.message'), until: null };
}

function markOf({ raw, ...mark }: MarkRow): Mark {
  return { ...mark, body: mark.type === 'edit' && raw ? editedWords(raw) : null };
}

function editedWords(raw: Record<string, unknown>): string | null {
  const content = readContent(raw, raw);
  return content.type === 'edit' ? (content.body ?? null) : null;
}
