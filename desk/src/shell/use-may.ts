import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';

/** What of this the person signed in may do. The server decides; this only keeps away what it would refuse. */
export type Scope =
  | 'conversations:reply'
  | 'conversations:manage'
  | 'notes:write'
  | 'canned-replies:read'
  | 'canned-replies:write'
  | 'canned-replies:manage'
  | 'messages:start'
  | 'contacts:read'
  | 'contacts:manage'
  | 'contacts:export'
  | 'conversations:read'
  | 'labels:read'
  | 'labels:manage'
  | 'phones:reveal'
  | 'phones:mask'
  | 'contact-book:read'
  | 'contact-book:write'
  | 'contact-book:delete'
  | 'sending:read'
  | 'identity:explain'
  | 'identity:merge'
  | 'parked:read'
  | 'reviews:read'
  | 'reviews:settle'
  | 'teams:read'
  | 'teams:manage'
  | 'templates:read'
  | 'templates:manage'
  | 'campaigns:read'
  | 'campaigns:manage'
  | 'reports:read'
  | 'policy:read'
  | 'policy:write'
  | 'users:read'
  | 'users:manage'
  | 'keys:read'
  | 'keys:manage'
  | 'sign-in:read'
  | 'sign-in:manage'
  | 'audit:read'
  | 'privacy:read'
  | 'privacy:manage'
  | 'events:read'
  | 'subscriptions:read'
  | 'subscriptions:manage'
  | 'exports:read'
  | 'exports:make'
  | 'identity:read'
  | 'docs:read';

export function useMay(): (scope: Scope) => boolean {
  const { data: me } = useQuery(meQuery);
  return (scope) => me?.scopes.includes(scope) ?? false;
}
