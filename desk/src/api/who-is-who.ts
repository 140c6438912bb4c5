// What the desk asks about who is who, and what it says: explanations, merges and splits, open questions, the policy.

import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Contact, Explanation, IdentityChange, Page, Policy, Review, ReviewAction } from '@throughline/contract';
import { type Call, call, keyed } from './client.ts';
import { keys } from './queries.ts';

/** Something to say about one contact, before the reason: whom or what it is about. The kind is the last part of its path. */
export type Saying =
  | { kind: 'merge'; with: string }
  | { kind: 'never-merge'; with: string }
  | { kind: 'split'; account: string }
  | { kind: 'split'; step: string }
  | { kind: 'undo'; word: string };

/** The contract asks for a reason even where nothing is done; nobody reads this one. */
const previewReason = 'Only looking';

export function explanationQuery(contactId: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: [...keys.explanation(contactId), asOf ?? 'now'],
    queryFn: ({ signal }) =>
      call<Explanation>(`/api/v1/contacts/${contactId}/explanation`, { query: { asOf }, signal }),
  });
}

/** What would happen; asked anew each time, because the answer is about this moment. */
export function previewQuery(contactId: string, saying: Saying) {
  return queryOptions({
    queryKey: ['preview', contactId, saying],
    queryFn: ({ signal }) => post(contactId, saying, { reason: previewReason, dryRun: true }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function sayWho(contactId: string, saying: Saying, { reason, key }: Said): Promise<IdentityChange> {
  return post(contactId, saying, { reason, dryRun: false }, keyed(key));
}

/** Why, and the key under which it is done only once. */
interface Said {
  reason: string;
  key: string;
}

export function peopleQuery(q: string) {
  return queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) => call<Page<Contact>>('/api/v1/contacts', { query: { q, limit: 12 }, signal }),
  });
}

export function claimNumber(contactId: string, phone: string): Promise<Contact> {
  return call(`/api/v1/contacts/${contactId}/claims`, { method: 'POST', body: { phone } });
}

export function giveUpNumber(contactId: string, phone: string, { reason, key }: Said): Promise<Contact> {
  return call(`/api/v1/contacts/${contactId}/give-up`, { method: 'POST', body: { phone, reason }, ...keyed(key) });
}

export function reviewsQuery(state: Review['state']) {
  return infiniteQueryOptions({
    queryKey: [...keys.reviews, state],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Review>>('/api/v1/reviews', { query: { state, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function settleReview(id: string, action: ReviewAction, { reason, key }: Said): Promise<Review> {
  return call(`/api/v1/reviews/${id}/settle`, { method: 'POST', body: { action, reason }, ...keyed(key) });
}

const decidingAgainMs = 1_500;

/** Asked again by itself while people are still being decided. `portfolio`: needed only where there are several. */
export function policyQuery(portfolio: string | undefined) {
  return queryOptions({
    queryKey: [...keys.policy, portfolio ?? ''],
    queryFn: ({ signal }) => call<Policy>('/api/v1/policy', { query: { portfolio }, signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.deciding > 0 ? decidingAgainMs : false),
  });
}

export type PolicyChange = Partial<
  Pick<Policy, 'adoptionLimitDays' | 'strict' | 'joinOnSharedNumber' | 'acrossPortfolios'>
>;

export function setPolicy(change: PolicyChange, portfolio: string | undefined): Promise<Policy> {
  return call<Policy>('/api/v1/policy', { method: 'PUT', query: { portfolio }, body: change });
}

/** After a word about who is who: threads, contacts and questions may all stand differently. */
export function whoChanged(client: QueryClient): Promise<void> {
  const stays: unknown[] = [keys.me[0], keys.policy[0], keys.parked[0], keys.orphans[0], 'preview'];
  return client.invalidateQueries({ predicate: ({ queryKey }) => !stays.includes(queryKey[0]) });
}

function post(
  contactId: string,
  { kind, ...about }: Saying,
  how: { reason: string; dryRun: boolean },
  more: Pick<Call, 'headers' | 'signal'>,
): Promise<IdentityChange> {
  return call(`/api/v1/contacts/${contactId}/${kind}`, { method: 'POST', body: { ...about, ...how }, ...more });
}
