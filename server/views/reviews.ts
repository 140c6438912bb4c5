// Questions about who is who: the list, and one, with what led to each.

import type { Review } from '@throughline/contract';
import {
  type ContactId,
  emptyState,
  type HolderId,
  type PortfolioId,
  phoneKeyOf,
  present,
  type Review as Question,
  type State,
} from '@throughline/identity';
import { statesOf } from '../contacts/load.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { answersTo } from '../contacts/rules-reviews.ts';
import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import { say } from '../words/say.ts';
import { sentence, type Value } from '../words/sentence.ts';
import type { Viewer } from '../words/viewer.ts';
import { called, calledInFull, summaryOf } from './accounts.ts';
import type { Portfolios } from './conversation-list.ts';
import { pageOf, readCursor } from './paging.ts';
import { actionWords, reviewWords } from './review-words.ts';

export interface ReviewQuery {
  state: 'open' | 'settled';
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listReviews(db: Reader, viewer: Viewer, { state, limit, cursor }: ReviewQuery) {
  const after = readCursor<[string, string]>(cursor, ['time', 'id']);
  const rows = await rowsWhere(
    db,
    viewer.portfolios,
    fragment`
      and ${state === 'open' ? fragment`not r.settled` : fragment`r.settled`}
      ${after ? fragment`and (r.at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : fragment``}
      order by r.at desc, r.id desc limit ${limit + 1}`,
  );
  const reviews = new Map((await reviewsOf(db, viewer, rows.slice(0, limit))).map((one) => [one.id, one]));
  return pageOf(
    rows,
    limit,
    (last) => [last.at.toISOString(), last.id],
    (row) => reviews.get(row.id) as Review,
  );
}

export async function reviewById(
  db: Reader,
  viewer: Viewer,
  id: string,
): Promise<{ portfolioId: PortfolioId; review: Review } | undefined> {
  const rows = await rowsWhere(db, viewer.portfolios, fragment`and r.id = ${id}::uuid`);
  const [review] = await reviewsOf(db, viewer, rows);
  return rows[0] && review && { portfolioId: rows[0].portfolioId, review };
}

interface Row {
  portfolioId: PortfolioId;
  id: string;
  neighborhoodId: NeighborhoodId;
  at: Date;
  rule: string;
  type: Question['type'];
  holderId: HolderId;
  hasOther: boolean;
  phone: Question['phone'];
  settled: boolean;
  contactId: ContactId;
  contactName: string;
  contactKind: Review['contact']['identifier']['kind'];
  contactValue: string;
  contactHidden: boolean;
  otherId: ContactId | null;
  otherName: string;
  otherKind: Review['contact']['identifier']['kind'];
  otherValue: string;
  otherHidden: boolean;
}

async function rowsWhere(db: Reader, portfolios: Portfolios, rest: Fragment): Promise<Row[]> {
  return await db.sql<Row[]>`
    select r.portfolio_id as "portfolioId", r.id, r.neighborhood_id as "neighborhoodId", r.at, r.rule, r.type, r.holder_id as "holderId",
           r.b is not null as "hasOther", r.phone, r.settled,
           t.id as "contactId", t.display_name as "contactName", t.identifier_kind as "contactKind", t.identifier_value as "contactValue",
           t.hidden_since is not null as "contactHidden",
           o.id as "otherId", o.display_name as "otherName", o.identifier_kind as "otherKind", o.identifier_value as "otherValue",
           o.hidden_since is not null as "otherHidden"
    from reviews r
    join holders h on h.portfolio_id = r.portfolio_id and h.id = r.holder_id
    join contacts t on t.portfolio_id = h.portfolio_id and t.id = h.contact_id
    left join holders oh on oh.portfolio_id = r.portfolio_id and oh.id = r.other_id and oh.contact_id <> h.contact_id
    left join contacts o on o.portfolio_id = oh.portfolio_id and o.id = oh.contact_id
    where ${portfolios === 'all' ? fragment`true` : fragment`r.portfolio_id = any(${[...portfolios]}::text[])`} ${rest}`;
}

async function reviewsOf(db: Reader, viewer: Viewer, rows: readonly Row[]): Promise<Review[]> {
  const parts = await Promise.all(
    [...Map.groupBy(rows, (row) => row.portfolioId)].map(async ([portfolioId, own]) => {
      const states = await statesOf(db, portfolioId, [...new Set(own.map((row) => row.neighborhoodId))]);
      return own.map((row) => reviewOf(viewer, row, states.get(row.neighborhoodId) ?? emptyState));
    }),
  );
  return parts.flat();
}

function reviewOf(viewer: Viewer, row: Row, state: State): Review {
  const { type, phone } = row;
  const contact = summaryOf({
    id: row.contactId,
    displayName: row.contactName,
    identifierKind: row.contactKind,
    identifierValue: row.contactValue,
    hidden: row.contactHidden,
  });
  const other =
    row.otherId &&
    summaryOf({
      id: row.otherId,
      displayName: row.otherName,
      identifierKind: row.otherKind,
      identifierValue: row.otherValue,
      hidden: row.otherHidden,
    });
  const names = namesOf(contact, other);
  const { happened, ...words } = reviewWords(viewer, { type, ...names, phone });
  return {
    id: row.id,
    state: row.settled ? 'settled' : 'open',
    type,
    at: row.at.toISOString(),
    rule: row.rule,
    ...words,
    phone,
    contact,
    other,
    evidence: [...ledHere(viewer, row, state), { at: row.at.toISOString(), title: happened }],
    actions: row.settled ? [] : answersTo(type, row.hasOther).map((action) => actionWords(viewer, type, action)),
  };
}

/** The name alone where that tells them apart, else with what does. */
function namesOf(contact: Review['contact'], other: Review['other']): { name: Value; other: Value | null } {
  const alike = other !== null && other.displayName === contact.displayName;
  const inWords = (one: Review['contact']) => (alike ? calledInFull(one) : called(one));
  return { name: inWords(contact), other: other && inWords(other) };
}

/** What stands behind it, oldest first: who had the number and until when; or since when each account is known. */
function ledHere(viewer: Viewer, { type, phone, at, holderId }: Row, state: State): Review['evidence'] {
  const until = at.getTime();
  const facts =
    type === 'missing_rotation' || type === 'conflicting_parent'
      ? state.names
          .filter((name) => name.kind === 'bsuid' && (type === 'conflicting_parent' || name.holderId === holderId))
          .map((name) => ({
            at: name.since.at,
            title: say(viewer, 'review.led.account', { name: nameIn(state, name.holderId) }),
          }))
      : state.leases
          .filter((lease) =>
            phone === null || type === 'unattested_number_change'
              ? lease.holderId === holderId
              : lease.key === phoneKeyOf(phone),
          )
          .flatMap((lease) => {
            const [name, phone] = [nameIn(state, lease.holderId), { phone: lease.phone }];
            const heard = lease.heardAt !== null && lease.heardAt > lease.from.at ? [lease.heardAt] : [];
            return [
              { at: lease.from.at, title: say(viewer, 'review.led.first', { name, phone }) },
              ...heard.map((last) => ({ at: last, title: say(viewer, 'review.led.last', { name, phone }) })),
            ];
          });
  return facts
    .filter((fact) => fact.at < until)
    .sort((a, b) => a.at - b.at)
    .map((fact) => ({ ...fact, at: new Date(fact.at).toISOString() }));
}

function nameIn(state: State, id: HolderId): Value {
  const holder = state.holders.find((one) => one.id === id);
  if (!holder) return sentence('review.somebody');
  const { displayName, identifier } = present(state, holder);
  return identifier.kind === 'phone' && displayName === identifier.value ? { phone: displayName } : displayName;
}
