// The contacts room: whether somebody may be written to first, and on which of our numbers. Asked of any account of a person, answered
// for the person: a word said under one id holds under every other. See store.ts for what the room owns.

import type { ContactId, HolderId, PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { wishesOf } from './blocks.ts';
import { preferenceWords } from './preferences.ts';
import { blockedOn } from './rules-blocks.ts';
import { type Consent, consentOf } from './rules-preferences.ts';

export interface Contactability extends Consent {
  contactId: ContactId;
  /** Our numbers, by Meta's id, on which the person is blocked or is being blocked. */
  blockedOn: ReadonlySet<string>;
}

/** Three statements, however many holders: some thousands at a time. Holders that do not exist are left out. */
export async function contactability(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Map<HolderId, Contactability>> {
  if (holders.length === 0) return new Map();
  const people = await db.sql<{ asked: HolderId; contactId: ContactId; holderId: HolderId }[]>`
    select wanted.id as asked, h.contact_id as "contactId", o.id as "holderId" from unnest(${[...new Set(holders)]}::uuid[]) as wanted (id)
    cross join lateral (select contact_id from holders where portfolio_id = ${portfolioId} and id = wanted.id offset 0) h
    cross join lateral (select id from holders where portfolio_id = ${portfolioId} and contact_id = h.contact_id offset 0) o`;
  const all = [...new Set(people.map((row) => row.holderId))];
  const [words, wishes] = await Promise.all([preferenceWords(db, portfolioId, all), wishesOf(db, portfolioId, all)]);
  const wordsOf = Map.groupBy(words, (word) => word.holderId);
  const blocksOf = Map.groupBy(wishes, (wish) => wish.holderId);
  return new Map(
    [...Map.groupBy(people, (row) => row.asked)].map(([asked, rows]) => [
      asked,
      {
        contactId: rows[0]?.contactId as ContactId,
        ...consentOf(rows.flatMap(({ holderId }) => wordsOf.get(holderId) ?? [])),
        blockedOn: blockedOn(rows.flatMap(({ holderId }) => blocksOf.get(holderId) ?? [])),
      },
    ]),
  );
}
