// What the desk asks of requests about people's own data.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Page, PrivacyPreview, PrivacyRequest, PrivacyRequestDetail, PrivacySubject } from '@throughline/contract';
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

export function findSubjects(q: string): Promise<Page<PrivacySubject>> {
  return call('/api/v1/privacy/subjects', { query: { q } });
}

export function countPrivacy(id: string): Promise<PrivacyPreview> {
  return call(`/api/v1/privacy/requests/${id}/dry-run`);
}

/** A step of one request: `verify/code`, `run`, `refuse` ... */
export function takeStep(id: string, step: string, body?: object): Promise<PrivacyRequestDetail> {
  return call(`/api/v1/privacy/requests/${id}/${step}`, { method: 'POST', ...(body && { body }) });
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
