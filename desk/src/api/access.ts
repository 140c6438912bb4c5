// Who has access: one's own account, people, keys, roles, the sign-in policy and the audit log.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  AuditEntry,
  Key,
  LinkRead,
  OneTimeLink,
  OwnAccount,
  Page,
  Role,
  RoleTable,
  Session,
  SignInWays,
  User,
} from '@throughline/contract';
import { type Call, call } from './client.ts';

const api = '/api/v1';
type RoleName = (typeof Role)['options'][number];

export const waysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: () => call<SignInWays>(`${api}/sign-in`),
  staleTime: 60_000,
});
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => call<OwnAccount>(`${api}/account`),
});
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => call<Page<Session>>(`${api}/account/sessions`),
});
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => call<Page<User>>(`${api}/users`),
});
export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'sessions'],
    queryFn: () => call<Page<Session>>(`${api}/users/${id}/sessions`),
  });
export const keysQuery = queryOptions({ queryKey: ['keys'], queryFn: () => call<Page<Key>>(`${api}/keys`) });
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => call<RoleTable>(`${api}/roles`),
  staleTime: Number.POSITIVE_INFINITY,
});
export const signInPolicyQuery = queryOptions({
  queryKey: ['sign-in-policy'],
  queryFn: () => call<{ secondFactorRoles: RoleName[] }>(`${api}/sign-in/policy`),
});

export type AuditFilters = Record<'area' | 'q' | 'from' | 'to', string | undefined>;
export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) =>
      call<Page<AuditEntry>>(`${api}/audit`, { query: { ...filters, limit: 50, cursor: pageParam ?? undefined } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
export function auditFile(format: 'csv' | 'jsonl', filters: AuditFilters): string {
  const query = Object.entries(filters).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `${api}/audit.${format}?${new URLSearchParams(query)}`;
}

const act = <T = void>(method: NonNullable<Call['method']>, path: string, body?: unknown) =>
  call<T>(`${api}${path}`, { method, ...(body !== undefined && { body }) });

export const readLink = (token: string) => act<LinkRead>('POST', '/links/read', { token });
export const applyLink = (body: { token: string; password: string; name?: string; email?: string }) =>
  act<{ email: string }>('POST', '/links/use', body);
export const inviteUser = (body: { name: string; email: string; role: RoleName }) =>
  act<{ user: User; link: OneTimeLink }>('POST', '/users', body);
export const changeUser = (id: string, body: { role?: RoleName; suspended?: boolean }) =>
  act<User>('PATCH', `/users/${id}`, body);
export const removeUser = (id: string) => act('DELETE', `/users/${id}`);
export const linkForUser = (id: string) => act<OneTimeLink>('POST', `/users/${id}/link`);
export const endSessionsOf = (id: string) => act('DELETE', `/users/${id}/sessions`);
export const endSessionOf = (id: string, session: string) => act('DELETE', `/users/${id}/sessions/${session}`);
export const dropSecondFactor = (id: string) => act<User>('DELETE', `/users/${id}/second-factor`);
export const createKey = (body: { name: string; role: RoleName; portfolios?: string[]; expiresAt?: string }) =>
  act<{ key: Key; secret: string }>('POST', '/keys', body);
export const revokeKey = (id: string) => act<Key>('DELETE', `/keys/${id}`);
export const setSignInPolicy = (secondFactorRoles: RoleName[]) => act('PUT', '/sign-in/policy', { secondFactorRoles });
export const endOwnSession = (id: string) => act('DELETE', `/account/sessions/${id}`);
export const endOtherSessions = () => act('POST', '/account/sessions/end-others');
export const renamePasskey = (id: string, name: string) => act('PATCH', `/account/passkeys/${id}`, { name });
export const removePasskey = (id: string) => act('DELETE', `/account/passkeys/${id}`);

const auth = <T = void>(path: string, body: unknown = {}) => call<T>(`/api/auth${path}`, { method: 'POST', body });
export const verifyCode = (kind: 'totp' | 'backup-code', code: string, trustDevice: boolean) =>
  auth(`/two-factor/verify-${kind}`, { code, trustDevice });
export const confirmApp = (code: string) => auth('/two-factor/verify-totp', { code });
export const enableApp = (password: string) =>
  auth<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password });
export const disableApp = (password: string) => auth('/two-factor/disable', { password });
export const newBackupCodes = (password: string) =>
  auth<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password });
export const changePassword = (currentPassword: string, newPassword: string) =>
  auth('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
/** Answers where the provider is. */
export const providerAddress = async (to: string): Promise<string> =>
  (
    await auth<{ url: string }>('/sign-in/social', {
      provider: 'sso',
      callbackURL: to,
      errorCallbackURL: '/sign-in',
      disableRedirect: true,
    })
  ).url;
