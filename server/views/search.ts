// Everything at once, for whoever types: people, threads, and what was written.

import type { SearchAnswer } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { limits } from '../limits.ts';
import type { Viewer } from '../words/viewer.ts';
import { summaryOf } from './accounts.ts';
import { type ContactRow, contactPage } from './contacts.ts';
import { listConversations } from './conversation-list.ts';
import { searchMessages } from './message-search.ts';

/** `threads`: whether the caller may read conversations. */
export async function searchAll(
  db: Reader,
  viewer: Viewer,
  { q, threads }: { q: string; threads: boolean },
): Promise<SearchAnswer> {
  const limit = limits.searchGroup;
  const [people, conversations, messages] = await Promise.all([
    contactPage(db, viewer, { q, sort: 'last_seen', filters: {}, limit }),
    threads ? listConversations(db, viewer, { q, limit }) : { data: [] },
    threads ? searchMessages(db, viewer, { q, limit }) : { data: [] },
  ]);
  const shown = people.slice(0, limit);
  const latest = await latestThreads(db, shown);
  return {
    contacts: shown.map((row) => ({
      ...summaryOf({ ...row, hidden: row.hiddenSince !== null }),
      conversationId: threads ? (row.holderIds.flatMap((id) => latest.get(id) ?? [])[0] ?? null) : null,
    })),
    conversations: conversations.data,
    messages: messages.data,
  };
}

async function latestThreads(db: Reader, people: readonly ContactRow[]): Promise<Map<string, string>> {
  const portfolios = [...new Set(people.map(({ portfolioId }) => portfolioId))];
  const holders = people.flatMap(({ holderIds }) => holderIds);
  const rows = await db.sql<{ holderId: string; id: string }[]>`
    select distinct on (holder_id) holder_id as "holderId", id from conversations
    where portfolio_id = any(${portfolios}::text[]) and holder_id = any(${holders}::uuid[]) order by holder_id, last_item_at desc`;
  return new Map(rows.map((row) => [row.holderId, row.id]));
}
