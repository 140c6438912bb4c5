// What the desk asks of requests about people's own data.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Correction,
  Page,
  PrivacyPreview,
  PrivacyRequest,
  PrivacyRequestDetail,
  PrivacySettings,
  PrivacySubject,
  Retention,
  RetentionPreview,
} from '@throughline/contract';
import { call, RequestProblem } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { locale } from '../words/say.tsx';

export function privacyListQuery(state: 'open' | 'ended') {
  return infiniteQueryOptions({
    queryKey: [...keys.privacy, 'list', state] as const,
    queryFn: ({ pageParam, signal }) =>
      call<Page<PrivacyRequest>>('/api/v1/privacy/requests', { query: { state, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // Officers are told of no changes: those go to whoever reads threads.
    refetchInterval: 60_000,
  });
}

export function privacyRequestQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.privacy, 'one', id] as const,
    queryFn: ({ signal }) => call<PrivacyRequestDetail>(`/api/v1/privacy/requests/${id}`, { signal }),
  });
}

export function privacySettingsQuery(portfolioId: string) {
  return queryOptions({
    queryKey: [...keys.privacy, 'settings', portfolioId] as const,
    queryFn: ({ signal }) => call<PrivacySettings>(`/api/v1/privacy/settings/${portfolioId}`, { signal }),
  });
}

export const allPrivacySettingsQuery = queryOptions({
  queryKey: [...keys.privacy, 'settings'] as const,
  queryFn: ({ signal }) => call<Page<PrivacySettings>>('/api/v1/privacy/settings', { signal }),
});

export function setPrivacySettings(
  portfolioId: string,
  body: Pick<PrivacySettings, 'law' | 'fourEyes'>,
): Promise<PrivacySettings> {
  return call(`/api/v1/privacy/settings/${portfolioId}`, { method: 'PUT', body });
}

export function retentionQuery(portfolio: string) {
  return queryOptions({
    queryKey: ['retention', portfolio] as const,
    queryFn: ({ signal }) => call<Retention>('/api/v1/retention', { query: { portfolio }, signal }),
  });
}

/** What would be deleted within minutes of such a choice, counted. */
export function previewRetention(portfolio: string, body: Retention): Promise<RetentionPreview> {
  return call('/api/v1/retention/dry-run', { method: 'POST', query: { portfolio }, body });
}

export function setRetention(portfolio: string, body: Retention): Promise<Retention> {
  return call('/api/v1/retention', { method: 'PUT', query: { portfolio }, body });
}

export function findSubjects(q: string): Promise<Page<PrivacySubject>> {
  return call('/api/v1/privacy/subjects', { query: { q } });
}

export function countPrivacy(id: string): Promise<PrivacyPreview> {
  return call(`/api/v1/privacy/requests/${id}/dry-run`);
}

/** A step of one request: `verify/code`, `run`, `refuse` ... */
export function takeStep(
  id: string,
  step: string,
  { body, method = 'POST' }: { body?: object | undefined; method?: 'POST' | 'PUT' | undefined },
): Promise<PrivacyRequestDetail> {
  return call(`/api/v1/privacy/requests/${id}/${step}`, { method, ...(body && { body }) });
}

/** What corrections come to: tried out by the service, and undone. Another one for every other set of them. */
export function correctionsQuery(id: string, corrections: readonly Correction[]) {
  return queryOptions({
    queryKey: [...keys.privacy, 'one', id, 'corrections', corrections] as const,
    queryFn: () => countPrivacy(id),
  });
}

/** The sealed archive, whole: the browser saves it from memory or disk as it sees fit. */
export async function fetchArchive(id: string, passphrase: string): Promise<Blob> {
  const answer = await fetch(`/api/v1/privacy/requests/${id}/archive`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': locale() },
    body: JSON.stringify({ passphrase }),
  });
  if (!answer.ok) throw new RequestProblem(answer.status, await answer.json().catch(() => ({})));
  return await answer.blob();
}

/** Gives the browser something to save under a name. */
export function saveAs(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twenty letters nobody mistakes for another: some 99 bits. */
export function newPassphrase(): string {
  const picked: string[] = [];
  while (picked.length < 20) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // Without the rest, the first letters would come oftener.
    if (byte < 248) picked.push(letters[byte % letters.length] ?? '');
  }
  return picked.join('').replace(/(.{5})(?=.)/g, '$1-');
}
