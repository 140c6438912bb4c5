// Single sign-on with one OpenID Connect provider, which the operator names. Who it vouches for may come in; what it says they are is
// mapped to a role. better-auth's generic OAuth does the talking: discovery, PKCE, state, nonce, and the id token's signature, issuer
// and audience, all demanded.

import { Role } from '@throughline/contract';
import type { BetterAuthOptions } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';

export const providerId = 'sso';

export interface SingleSignOnConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** What the button says. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Lower case; empty: any. */
  readonly domains: readonly string[];
  /** Takes addresses the provider does not say it has verified. */
  readonly trustEmail: boolean;
  /** Makes people who are not known yet; otherwise they must have been invited. */
  readonly provision: boolean;
  /** The claim, or group, that says what somebody is. */
  readonly roleClaim: string | undefined;
  readonly roles: ReadonlyMap<string, Role>;
  /** Of newcomers whom no mapping gives a role; undefined: they are refused. */
  readonly defaultRole: Role | undefined;
}

type Claims = Readonly<Record<string, unknown>>;

export function singleSignOnPlugin(config: SingleSignOnConfig) {
  return genericOAuth({
    config: [
      {
        providerId,
        name: config.name,
        discoveryUrl: `${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId: config.clientId,
        ...(config.clientSecret === undefined
          ? { tokenEndpointAuth: { method: 'none' as const } }
          : { clientSecret: config.clientSecret }),
        scopes: [...config.scopes],
        pkce: true,
        disableProviderLogout: true,
        disableSignUp: !config.provision,
        mapProfileToUser: (claims) => {
          const role = roleOf(claims, config) ?? config.defaultRole;
          const name = nameOf(claims);
          return { name, ...(role !== undefined && { role }) };
        },
      },
    ],
  });
}

export type Vouch = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

export interface Known {
  isSuspended(userId: string): Promise<boolean>;
  /** Somebody known comes in with a role the provider now says. */
  bringRole(userId: string, role: Role): Promise<void>;
}

/** Asked by better-auth before it makes, joins or lets in anybody. Refusals reach the browser as `?error=`. */
export function vouching(config: SingleSignOnConfig, known: Known): Vouch {
  return async ({ user, source }) => {
    const claims: Claims = source.oauth?.profile ?? {};
    const joins = source.action === 'create-user';
    const refusal = refusalOf(claims, { email: user.email ?? '', joins, config });
    if (refusal !== undefined) return { error: refusal };
    if (joins || !user.id) return undefined;
    const id = String(user.id);
    if (await known.isSuspended(id)) return { error: 'suspended' };
    const role = roleOf(claims, config);
    if (role !== undefined) await known.bringRole(id, role);
    return undefined;
  };
}

/** Why somebody the provider knows may not come in; undefined where they may. */
export function refusalOf(
  claims: Claims,
  { email, joins, config }: { email: string; joins: boolean; config: SingleSignOnConfig },
): 'sso_email_not_verified' | 'sso_domain' | 'sso_no_role' | undefined {
  const verified = claims.email_verified === true || claims.email_verified === 'true';
  if (!verified && !config.trustEmail) return 'sso_email_not_verified';
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  if (config.domains.length > 0 && !config.domains.includes(domain)) return 'sso_domain';
  if (joins && roleOf(claims, config) === undefined && config.defaultRole === undefined) return 'sso_no_role';
  return undefined;
}

/** Of several groups that have a role, the one that stands first in the configuration counts. */
export function roleOf(
  claims: Claims,
  { roleClaim, roles }: Pick<SingleSignOnConfig, 'roleClaim' | 'roles'>,
): Role | undefined {
  if (roleClaim === undefined) return undefined;
  const value = claims[roleClaim];
  const has = new Set((Array.isArray(value) ? value : [value]).map(String));
  const [, role] = [...roles].find(([group]) => has.has(group)) ?? [];
  return role;
}

/** `group:role, group:role`. @returns what is wrong with it, where something is. */
export function parseRoles(text: string): ReadonlyMap<string, Role> | string {
  const roles = new Map<string, Role>();
  for (const pair of text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const at = pair.lastIndexOf(':');
    const role = Role.safeParse(pair.slice(at + 1).trim()).data;
    if (at <= 0 || role === undefined) return `must look like support:agent, leads:supervisor; "${pair}" does not`;
    roles.set(pair.slice(0, at).trim(), role);
  }
  return roles;
}

function nameOf(claims: Claims): string {
  const email = typeof claims.email === 'string' ? claims.email : '';
  const said = typeof claims.name === 'string' ? claims.name.trim() : '';
  return (said === '' ? (email.split('@')[0] ?? '') : said).slice(0, 100);
}
