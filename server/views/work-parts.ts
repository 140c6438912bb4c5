// How the work on a thread is shown: whose it is, how urgent, until when.

import type { ConversationWork, Priority, WorkTarget } from '@throughline/contract';
import { fragment } from '../db/sql.ts';

const priorities = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly Priority[];

export function rankOf(priority: Priority): number {
  return priorities.indexOf(priority);
}

export interface WorkRow {
  state: 'open' | 'snoozed' | 'resolved';
  assigneeId: string | null;
  assigneeName: string | null;
  teamId: string | null;
  teamName: string | null;
  priority: number;
  snoozedUntil: Date | null;
  replyFor: 'first_reply' | 'next_reply' | null;
  replyDueAt: Date | null;
  replyBreached: boolean;
  resolveDueAt: Date | null;
  resolveBreached: boolean;
  dueAt: Date | null;
  hasWork: boolean;
}

export const workColumns = fragment`
           c.assignee_id as "assigneeId", u.name as "assigneeName", c.team_id as "teamId", g.name as "teamName", c.priority,
           c.snoozed_until as "snoozedUntil", c.reply_for as "replyFor", c.reply_due_at as "replyDueAt", c.reply_breached as "replyBreached",
           c.resolve_due_at as "resolveDueAt", c.resolve_breached as "resolveBreached", c.due_at as "dueAt", c.episode_id is not null as "hasWork"`;
export const workJoins = fragment`
    left join access_users u on u.id = c.assignee_id
    left join teams g on g.id = c.team_id`;

export function workOf(row: WorkRow): ConversationWork {
  const { assigneeId, assigneeName, teamId, teamName } = row;
  return {
    // Whoever is gone from here has nothing any more.
    assignee: assigneeId !== null && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null,
    team: teamId !== null && teamName !== null ? { id: teamId, name: teamName } : null,
    priority: priorities[row.priority] ?? 'normal',
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    due: dueOf(row),
    hasWork: row.hasWork,
  };
}

function dueOf(row: WorkRow): ConversationWork['due'] {
  const reply = due(row.replyFor, row.replyDueAt, row.replyBreached);
  const resolution = due('resolution', row.resolveDueAt, row.resolveBreached);
  if (!reply || !resolution) return reply ?? resolution;
  return reply.at <= resolution.at ? reply : resolution;
}

function due(target: WorkTarget | null, at: Date | null, breached: boolean): ConversationWork['due'] {
  return target && at && { target, at: at.toISOString(), breached };
}
