// The contacts room, words on being written to: the person's own, said on WhatsApp, and those noted here. See store.ts for what the room owns.

import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { rowsOf, timestamp } from '../db/rows.ts';
import type { Category, PreferenceWord } from './rules-preferences.ts';

export interface Preference {
  eventKey: string;
  at: number;
  phone: string | null;
  bsuid: string | null;
  parent: string | null;
  holderId: HolderId;
  category: string;
  value: 'stop' | 'resume';
  /** Absent: the person's own. */
  noted?: { actorId: string; actorName: string; reason: string };
}

/** As Meta calls it; no other category of Meta's is known (Meta, "user_preferences webhook", read 2026-09). */
const marketing = 'marketing_messages';

/** Answers the keys that were new. */
export async function savePreferences(
  tx: Transaction,
  portfolioId: PortfolioId,
  preferences: readonly Preference[],
): Promise<Set<string>> {
  if (preferences.length === 0) return new Set();
  const rows = preferences.map(({ noted, ...one }) => ({
    ...one,
    at: timestamp(one.at),
    category: one.category === 'marketing' ? marketing : one.category,
    noted: noted !== undefined,
    ...noted,
  }));
  const fresh = await tx.sql<{ key: string }[]>`
    insert into preferences (portfolio_id, event_key, at, phone, bsuid, parent, holder_id, category, value, noted, actor_id, actor_name, reason)
    select ${portfolioId}, "eventKey", at, phone, bsuid, parent, "holderId", category, value, noted, "actorId", "actorName", reason
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r ("eventKey" text, at timestamptz, phone text, bsuid text, parent text, "holderId" uuid, category text, value text, noted boolean,
            "actorId" text, "actorName" text, reason text)
    on conflict do nothing returning event_key as key`;
  return new Set(fresh.map((row) => row.key));
}

/** All words of these holders. Those of categories that mean nothing here are left out. */
export async function preferenceWords(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<PreferenceWord[]> {
  if (holders.length === 0) return [];
  const rows = await db.sql<WordRow[]>`
    select p.holder_id as "holderId", p.category, p.value, p.at, p.noted, p.actor_name as "actorName", p.reason
    from unnest(${[...holders]}::uuid[]) as wanted (id)
    cross join lateral (select * from preferences where portfolio_id = ${portfolioId} and holder_id = wanted.id
                          and category in (${marketing}, 'all') offset 0) p`;
  return rows.map(({ category, at, noted, actorName, reason, ...row }) => ({
    ...row,
    category: category === marketing ? 'marketing' : (category as Category),
    at: at.getTime(),
    noted: noted ? { by: actorName ?? '', reason: reason ?? '' } : null,
  }));
}

interface WordRow {
  holderId: HolderId;
  category: string;
  value: 'stop' | 'resume';
  at: Date;
  noted: boolean;
  actorName: string | null;
  reason: string | null;
}
