// The conversations room, the work on threads. Owns episodes and work_events, and the columns of conversations that say who has a thread,
// since when and until when. The rules are in rules-work.ts.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import type { Episode, Work } from './rules-work.ts';

/** Locked, in the order of their ids: whoever else writes several threads waits. Threads that are gone are left out. */
export async function workOf(tx: Transaction, portfolioId: PortfolioId, ids: readonly string[]): Promise<Work[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql<WorkRow[]>`
    select c.id, c.phone_number_id as "phoneNumberId", c.state, c.assignee_id as "assigneeId", c.team_id as "teamId", c.priority,
           c.snoozed_until as "snoozedUntil", c.awaits_agent as "awaitsAgent", c.waiting_since as "waitingSince", c.settled_at as "settledAt",
           c.reply_for as "replyFor", c.reply_due_at as "replyDueAt", c.reply_left_ms as "replyLeftMs", c.reply_breached as "replyBreached",
           c.resolve_due_at as "resolveDueAt", c.resolve_left_ms as "resolveLeftMs", c.resolve_breached as "resolveBreached",
           e.id as "episodeId", e.began_at as "beganAt", e.began_by as "beganBy", e.team_id as "episodeTeam", e.assignee_id as "episodeAssignee",
           e.routed, e.first_due_at as "firstDueAt", e.first_replied_at as "firstRepliedAt", e.first_replied_by as "firstRepliedBy", e.replies,
           e.answered, e.waited_ms as "waitedMs", e.first_reply_open_ms as "firstReplyOpenMs", e.waited_open_ms as "waitedOpenMs",
           e.resolved_open_ms as "resolvedOpenMs", e.resolved_at as "resolvedAt", e.resolved_by as "resolvedBy", e.reopened,
           e.first_breached_at as "firstBreachedAt", e.next_breaches as "nextBreaches", e.resolve_breached_at as "resolveBreachedAt"
    from conversations c left join episodes e on e.portfolio_id = c.portfolio_id and e.id = c.episode_id
    where c.portfolio_id = ${portfolioId} and c.id = any(${[...ids]}::uuid[])
    order by c.id for no key update of c`;
  return rows.map(workIn);
}

/** Open conversations of each of these people, over all portfolios: somebody's day is one. A probe of an index for each and portfolio. */
export async function loadsOf(db: Reader, agents: readonly string[]): Promise<Map<string, number>> {
  if (agents.length === 0) return new Map();
  const rows = await db.sql<{ id: string; load: number }[]>`
    select a.id, sum(n.count)::int as load
    from unnest(${[...agents]}::uuid[]) as a (id) cross join portfolios p
    cross join lateral (select count(*) from conversations c where c.portfolio_id = p.portfolio_id and c.assignee_id = a.id
                          and c.state = 'open' and c.episode_id is not null) as n
    group by a.id`;
  return new Map(rows.map((row) => [row.id, row.load]));
}

/** Writes the work on these threads; the caller holds their locks. */
export async function saveWork(tx: Transaction, portfolioId: PortfolioId, works: readonly Work[]): Promise<void> {
  if (works.length === 0) return;
  const episodes = works.flatMap((work) => (work.episode ? [episodeRow(work, work.episode)] : []));
  if (episodes.length > 0)
    await tx.sql`
      insert into episodes (portfolio_id, id, conversation_id, phone_number_id, began_at, began_by, team_id, assignee_id, routed, first_due_at,
                            first_replied_at, first_replied_by, replies, answered, waited_ms, first_reply_open_ms,
                            waited_open_ms, resolved_open_ms, resolved_at, resolved_by, reopened, first_breached_at, next_breaches,
                            resolve_breached_at)
      select ${portfolioId}, r.* from json_to_recordset(${rowsOf(episodes)}::text::json)
        as r (id uuid, "conversationId" uuid, "phoneNumberId" text, "beganAt" timestamptz, "beganBy" text, "teamId" uuid, "assigneeId" uuid,
              routed text, "firstDueAt" timestamptz, "firstRepliedAt" timestamptz, "firstRepliedBy" uuid, replies int, answered int,
              "waitedMs" bigint, "firstReplyOpenMs" bigint, "waitedOpenMs" bigint, "resolvedOpenMs" bigint, "resolvedAt" timestamptz, "resolvedBy" uuid, reopened int, "firstBreachedAt" timestamptz, "nextBreaches" int,
              "resolveBreachedAt" timestamptz)
      on conflict (portfolio_id, id) do update set
        conversation_id = excluded.conversation_id, team_id = excluded.team_id, assignee_id = excluded.assignee_id, routed = excluded.routed,
        first_due_at = excluded.first_due_at, first_replied_at = excluded.first_replied_at, first_replied_by = excluded.first_replied_by,
        replies = excluded.replies, answered = excluded.answered, waited_ms = excluded.waited_ms,
        first_reply_open_ms = excluded.first_reply_open_ms, waited_open_ms = excluded.waited_open_ms,
        resolved_open_ms = excluded.resolved_open_ms, resolved_at = excluded.resolved_at,
        resolved_by = excluded.resolved_by, reopened = excluded.reopened, first_breached_at = excluded.first_breached_at,
        next_breaches = excluded.next_breaches, resolve_breached_at = excluded.resolve_breached_at`;
  await tx.sql`
    update conversations c set
      state = r.state, assignee_id = r."assigneeId", team_id = r."teamId", priority = r.priority, snoozed_until = r."snoozedUntil",
      awaits_agent = r."awaitsAgent", waiting_since = r."waitingSince", settled_at = r."settledAt", episode_id = r."episodeId",
      reply_for = r."replyFor", reply_due_at = r."replyDueAt", reply_left_ms = r."replyLeftMs", reply_breached = r."replyBreached",
      resolve_due_at = r."resolveDueAt", resolve_left_ms = r."resolveLeftMs", resolve_breached = r."resolveBreached"
    from json_to_recordset(${rowsOf(works.map(workRow))}::text::json)
      as r (id uuid, state text, "assigneeId" uuid, "teamId" uuid, priority smallint, "snoozedUntil" timestamptz, "awaitsAgent" boolean,
            "waitingSince" timestamptz, "settledAt" timestamptz, "episodeId" uuid, "replyFor" text, "replyDueAt" timestamptz,
            "replyLeftMs" bigint, "replyBreached" boolean, "resolveDueAt" timestamptz, "resolveLeftMs" bigint, "resolveBreached" boolean)
    where c.portfolio_id = ${portfolioId} and c.id = r.id`;
}

export interface WorkEvent {
  id: string;
  conversationId: string;
  at: number;
  tie: string;
  fact: object;
}

export async function addWorkEvents(
  tx: Transaction,
  portfolioId: PortfolioId,
  events: readonly WorkEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ ...event, at: time(event.at) }));
  await tx.sql`
    insert into work_events (portfolio_id, id, conversation_id, at, tie, fact)
    select ${portfolioId}, r.* from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (id uuid, "conversationId" uuid, at timestamptz, tie text, fact jsonb)`;
}

/** Since when these customers wait, if nothing said until `settledAt` waits for an answer. */
export async function waitsSince(
  db: Reader,
  portfolioId: PortfolioId,
  threads: readonly Pick<Work, 'id' | 'settledAt'>[],
): Promise<Map<string, number>> {
  if (threads.length === 0) return new Map();
  const rows = threads.map(({ id, settledAt }) => ({ id, settledAt: time(settledAt) }));
  const waits = await db.sql<{ id: string; at: Date | null }[]>`
    select c.id, (select min(m.at) from messages m where m.portfolio_id = ${portfolioId} and m.conversation_id = c.id
                    and m.direction = 'in' and m.via = 'live' and m.at > coalesce(c."settledAt", '-infinity')
                    and m.at > coalesce((select o.at from messages o where o.portfolio_id = ${portfolioId} and o.conversation_id = c.id
                                           and o.direction = 'out' and not o.undone order by o.at desc limit 1), '-infinity')) as at
    from json_to_recordset(${rowsOf(rows)}::text::json) as c (id uuid, "settledAt" timestamptz)`;
  return new Map(waits.flatMap((row) => (row.at ? [[row.id, row.at.getTime()]] : [])));
}

/** What threads that are given up leave to the ones that go on: their past. `absorbed`: stretches that are part of another from now on. */
export async function passOn(
  tx: Transaction,
  portfolioId: PortfolioId,
  { retired, absorbed }: { retired: readonly { id: string; into: string }[]; absorbed: readonly string[] },
): Promise<void> {
  if (absorbed.length > 0)
    await tx.sql`delete from episodes where portfolio_id = ${portfolioId} and id = any(${[...absorbed]}::uuid[])`;
  if (retired.length === 0) return;
  await tx.sql`
    update episodes e set conversation_id = r.into from json_to_recordset(${rowsOf(retired)}::text::json) as r (id uuid, "into" uuid)
    where e.portfolio_id = ${portfolioId} and e.conversation_id = r.id`;
  await tx.sql`
    update work_events e set conversation_id = r.into from json_to_recordset(${rowsOf(retired)}::text::json) as r (id uuid, "into" uuid)
    where e.portfolio_id = ${portfolioId} and e.conversation_id = r.id`;
}

export interface DueThread {
  portfolioId: PortfolioId;
  id: string;
}

/** Snoozed until now. A probe of an index for each portfolio. */
export async function dueToWake(db: Reader, now: number, limit: number): Promise<DueThread[]> {
  return await db.sql<DueThread[]>`
    select p.portfolio_id as "portfolioId", d.id from portfolios p
    cross join lateral (select c.id from conversations c where c.portfolio_id = p.portfolio_id and c.snoozed_until <= ${time(now)}::timestamptz
                        order by c.snoozed_until limit ${limit}) as d
    limit ${limit}`;
}

/** A promise was not kept by now, and no note taken of it. */
export async function dueToBreach(db: Reader, now: number, limit: number): Promise<DueThread[]> {
  return await db.sql<DueThread[]>`
    select p.portfolio_id as "portfolioId", d.id from portfolios p
    cross join lateral (select c.id from conversations c where c.portfolio_id = p.portfolio_id and c.breach_at <= ${time(now)}::timestamptz
                        order by c.breach_at limit ${limit}) as d
    limit ${limit}`;
}

/** Nobody could take them when they came; those that wait longest first. */
export async function awaitingAgents(db: Reader, limit: number): Promise<DueThread[]> {
  return await db.sql<DueThread[]>`
    select p.portfolio_id as "portfolioId", d.id from portfolios p
    cross join lateral (select c.id from conversations c where c.portfolio_id = p.portfolio_id and c.awaits_agent
                        order by c.waiting_since limit ${limit}) as d
    limit ${limit}`;
}

/**
 * Which threads these ids name now, with the people they are with: retired ids answer too. Those of other portfolios are left out. In an order
 * that is everybody's, so that whoever writes to several portfolios meets nobody who does the same the other way round.
 */
export async function threadsNamed(
  db: Reader,
  portfolios: readonly PortfolioId[] | 'all',
  ids: readonly string[],
): Promise<(DueThread & { asked: string; holderId: string })[]> {
  const all = portfolios === 'all';
  return await db.sql<(DueThread & { asked: string; holderId: string })[]>`
    select c.portfolio_id as "portfolioId", c.id, c.holder_id as "holderId", w.id as asked
    from unnest(${[...ids]}::uuid[]) as w (id)
    cross join (select portfolio_id from portfolios where ${all} or portfolio_id = any(${all ? [] : [...portfolios]}::text[])) as p
    join conversations c on c.portfolio_id = p.portfolio_id
      and c.id = coalesce((select a.conversation_id from conversation_aliases a where a.portfolio_id = p.portfolio_id and a.retired_id = w.id), w.id)
    order by 1, 2`;
}

interface WorkRow {
  id: string;
  phoneNumberId: string;
  state: Work['state'];
  assigneeId: string | null;
  teamId: string | null;
  priority: number;
  snoozedUntil: Date | null;
  awaitsAgent: boolean;
  waitingSince: Date | null;
  settledAt: Date | null;
  replyFor: Work['reply']['for'];
  replyDueAt: Date | null;
  replyLeftMs: number | null;
  replyBreached: boolean;
  resolveDueAt: Date | null;
  resolveLeftMs: number | null;
  resolveBreached: boolean;
  episodeId: string | null;
  beganAt: Date;
  beganBy: Episode['beganBy'];
  episodeTeam: string | null;
  episodeAssignee: string | null;
  routed: Episode['routed'];
  firstDueAt: Date | null;
  firstRepliedAt: Date | null;
  firstRepliedBy: string | null;
  replies: number;
  answered: number;
  waitedMs: number;
  firstReplyOpenMs: number | null;
  waitedOpenMs: number | null;
  resolvedOpenMs: number | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  reopened: number;
  firstBreachedAt: Date | null;
  nextBreaches: number;
  resolveBreachedAt: Date | null;
}

function workIn(row: WorkRow): Work {
  const { id, phoneNumberId, state, assigneeId, teamId, priority, awaitsAgent } = row;
  return {
    ...{ id, phoneNumberId, state, assigneeId, teamId, priority, awaitsAgent },
    snoozedUntil: ms(row.snoozedUntil),
    waitingSince: ms(row.waitingSince),
    settledAt: ms(row.settledAt),
    reply: { for: row.replyFor, dueAt: ms(row.replyDueAt), leftMs: row.replyLeftMs, breached: row.replyBreached },
    resolve: { dueAt: ms(row.resolveDueAt), leftMs: row.resolveLeftMs, breached: row.resolveBreached },
    episode: row.episodeId === null ? null : episodeIn(row, row.episodeId),
  };
}

function episodeIn(row: WorkRow, id: string): Episode {
  const { beganBy, routed, firstRepliedBy, replies, answered, waitedMs, resolvedBy, reopened, nextBreaches } = row;
  const { firstReplyOpenMs, waitedOpenMs, resolvedOpenMs } = row;
  return {
    ...{ id, beganBy, routed, firstRepliedBy, replies, answered, waitedMs, resolvedBy, reopened, nextBreaches },
    ...{ firstReplyOpenMs, waitedOpenMs, resolvedOpenMs },
    beganAt: row.beganAt.getTime(),
    teamId: row.episodeTeam,
    assigneeId: row.episodeAssignee,
    firstDueAt: ms(row.firstDueAt),
    firstRepliedAt: ms(row.firstRepliedAt),
    resolvedAt: ms(row.resolvedAt),
    firstBreachedAt: ms(row.firstBreachedAt),
    resolveBreachedAt: ms(row.resolveBreachedAt),
  };
}

function workRow({ reply, resolve, episode, ...work }: Work) {
  return {
    ...work,
    snoozedUntil: time(work.snoozedUntil),
    waitingSince: time(work.waitingSince),
    settledAt: time(work.settledAt),
    episodeId: episode?.id ?? null,
    replyFor: reply.for,
    replyDueAt: time(reply.dueAt),
    replyLeftMs: reply.leftMs,
    replyBreached: reply.breached,
    resolveDueAt: time(resolve.dueAt),
    resolveLeftMs: resolve.leftMs,
    resolveBreached: resolve.breached,
  };
}

function episodeRow({ id, phoneNumberId }: Work, episode: Episode) {
  return {
    ...episode,
    conversationId: id,
    phoneNumberId,
    beganAt: time(episode.beganAt),
    firstDueAt: time(episode.firstDueAt),
    firstRepliedAt: time(episode.firstRepliedAt),
    resolvedAt: time(episode.resolvedAt),
    firstBreachedAt: time(episode.firstBreachedAt),
    resolveBreachedAt: time(episode.resolveBreachedAt),
  };
}

const ms = (at: Date | null) => at?.getTime() ?? null;
const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
