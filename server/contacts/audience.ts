// The contacts room, an audience: everybody who fits, in the order of their ids, a page at a time.

import type { ContactId, HolderId, PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { fragment } from '../db/sql.ts';
import { contactSearch, maskedSearch } from './searching.ts';

export interface AudienceFilter {
  q?: string | undefined;
  /** Set by somebody who sees numbers masked: by a part of a number it finds nobody. */
  wholeNumbers?: boolean | undefined;
  hidden?: boolean | undefined;
  seenWithinDays?: number | undefined;
  notSeenForDays?: number | undefined;
}

export interface AudienceMember {
  contactId: ContactId;
  /** The account last heard of. */
  holderId: HolderId;
  displayName: string;
  /** The number that is theirs now, shown or hidden. */
  phone: string | null;
  username: string | null;
}

export async function audiencePage(
  db: Reader,
  portfolioId: PortfolioId,
  { filter, after, limit }: { filter: AudienceFilter; after: string | null; limit: number },
): Promise<AudienceMember[]> {
  const search = contactSearch(filter.q ?? '');
  const matches = filter.wholeNumbers
    ? maskedSearch(search).matches
    : fragment`t.search like any (${search.patterns}::text[])`;
  const days = (count: number) => fragment`now() - ${count}::int * interval '1 day'`;
  return await db.sql<AudienceMember[]>`
    select t.id as "contactId", h.id as "holderId", t.display_name as "displayName", t.phone, t.username
    from contacts t
    join contact_activity v on v.portfolio_id = t.portfolio_id and v.contact_id = t.id
    cross join lateral (select id from holders where portfolio_id = t.portfolio_id and contact_id = t.id order by last_at desc, id limit 1) h
    where t.portfolio_id = ${portfolioId}
      ${after === null ? fragment`` : fragment`and t.id > ${after}::uuid`}
      ${search.patterns.length > 0 ? fragment`and ${matches}` : fragment``}
      ${filter.hidden === undefined ? fragment`` : fragment`and (t.hidden_since is not null) = ${filter.hidden}`}
      ${filter.seenWithinDays === undefined ? fragment`` : fragment`and v.last_seen_at >= ${days(filter.seenWithinDays)}`}
      ${filter.notSeenForDays === undefined ? fragment`` : fragment`and v.last_seen_at < ${days(filter.notSeenForDays)}`}
    order by t.id limit ${limit}`;
}
