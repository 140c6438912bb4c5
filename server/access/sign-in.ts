// Signing in by password and code, by passkey and by single sign-on, and the session cookie: better-auth over our own connections.
// Which of its endpoints are open is said in answer-sign-in.ts.
//
// Single sign-on is an instance of its own: it asks the provider for its addresses when it is made, and one that does not answer
// must hold up nobody who signs in by other means.

import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { PostgresDialect } from 'kysely';
import type { Database } from '../db/connect.ts';
import type { Allowance } from './attempts.ts';
import { passkeys } from './passkeys.ts';
import { passwordLengthMax, passwordLengthMin } from './people.ts';
import { peerHeader } from './requests.ts';
import { type SignInSecrets, secretsOf } from './second-factor-secrets.ts';
import { providerId, type SingleSignOnConfig, singleSignOnPlugin, type Vouch } from './single-sign-on.ts';
import { isSuspended } from './store.ts';

const daysS = 24 * 60 * 60;
export const basePath = '/api/auth';
/** At most `max` tries in `windowS` seconds from one network address. */
export interface RateLimit {
  readonly windowS: number;
  readonly max: number;
}

/** An office behind one address can sign in at nine; a guesser gets 14,400 passwords a day, and scrypt's cost on top. */
export const defaultSignInLimit: RateLimit = { windowS: 60, max: 10 };

export interface SignInOptions {
  readonly db: Database;
  readonly secrets: SignInSecrets;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly signInLimit: RateLimit;
  readonly now: () => Date;
  /** Counts the tries; the same for both instances. */
  readonly count: (key: string, rule: { window: number; max: number }) => Allowance;
}

export type SignIn = ReturnType<typeof createSignIn>;

export function createSignIn(options: SignInOptions) {
  const instance = instanceOf(options, {});
  return betterAuth({ ...instance, plugins: [twoFactor(secondFactor), passkeys(options.db)] });
}

/** Whom the provider vouches for comes in by the same tables and the same cookie. */
export function createSingleSignOn(
  options: SignInOptions,
  { config, vouch, welcome }: { config: SingleSignOnConfig; vouch: Vouch; welcome: Welcome },
) {
  const instance = instanceOf(options, { validateUserInfo: vouch });
  // The role of a newcomer comes from the mapping of claims; nothing a browser sends reaches it on the two routes that are open.
  instance.user.additionalFields.role.input = true;
  // Who is given none is refused by `vouch`, which says so; better-auth would ask for the field before it asks `vouch`.
  instance.user.additionalFields.role.required = false;
  const databaseHooks = { ...instance.databaseHooks, user: { create: { after: welcomed(welcome) } } };
  return betterAuth({ ...instance, databaseHooks, plugins: [singleSignOnPlugin(config)] });
}

/** Told of a newcomer whom the provider made somebody here, before the answer leaves. */
export type Welcome = (
  person: { id: string; name: string; role: string },
  address: string | undefined,
) => Promise<void>;

const welcomed =
  (welcome: Welcome) =>
  async (user: { id: string; name: string; role?: unknown }, context: { request?: Request | undefined } | null) => {
    const address = context?.request?.headers.get(peerHeader) ?? undefined;
    await welcome({ id: user.id, name: user.name, role: String(user.role) }, address);
  };

const secondFactor = {
  backupCodeOptions: { storeBackupCodes: 'encrypted' as const },
  // Ten wrong codes in a row stop codes for a quarter of an hour, whoever sends them and from wherever.
  accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'access_second_factors',
      fields: {
        userId: 'user_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_verification_count',
        lockedUntil: 'locked_until',
      },
    },
  },
};

function instanceOf(options: SignInOptions, user: { validateUserInfo?: Vouch }) {
  const guarded = { window: options.signInLimit.windowS, max: options.signInLimit.max };
  return {
    appName: 'Throughline',
    baseURL: options.baseUrl,
    basePath,
    ...secretsOf(options.secrets),
    trustedOrigins: [...options.trustedOrigins],
    telemetry: { enabled: false },
    database: {
      dialect: new PostgresDialect({ pool: options.db.connections.pool }),
      type: 'postgres' as const,
      transaction: false,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
    },
    user: {
      modelName: 'access_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { role: { type: 'string' as const, required: true, input: false } },
      ...user,
    },
    session: {
      modelName: 'access_sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        via: { type: 'string' as const, required: false, input: false },
        lastSeenAt: { type: 'date' as const, required: false, input: false, fieldName: 'last_seen_at' },
      },
      expiresIn: 7 * daysS,
      updateAge: daysS,
    },
    account: {
      // People are made by an administrator or by the provider, never by themselves: an address known here is the person's.
      accountLinking: {
        enabled: true,
        requireLocalEmailVerified: false,
        trustedProviders: user.validateUserInfo === undefined ? [] : [providerId],
      },
      // Nothing is asked of the provider later.
      updateAccountOnSignIn: false,
      modelName: 'access_accounts',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'access_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      ...unguarded,
      customRules: {
        ...Object.fromEntries(guardedPaths.map((path) => [path, guarded])),
        // Nothing is guessed there, and a whole office comes from one address at nine o'clock: better-auth would let three in.
        ...Object.fromEntries(providerPaths.map((path) => [path, unguarded])),
      },
      customStorage: {
        consume: async (key: string, rule: { window: number; max: number }) => options.count(key, rule),
      },
    },
    advanced: {
      cookiePrefix: 'throughline',
      useSecureCookies: options.baseUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
      database: { generateId: 'uuid' as const },
      ipAddress: { ipAddressHeaders: [peerHeader] },
      // Said, because better-auth would otherwise leave these checks out where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    databaseHooks: {
      account: {
        create: {
          // Nothing is asked of the provider in somebody's name later, so its keys to them are not kept.
          before: async (account: object) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
      session: {
        create: {
          before: async (session: { userId: string }, context: { path?: string } | null) => {
            if (await isSuspended(options.db, session.userId))
              throw new APIError('FORBIDDEN', {
                code: 'SUSPENDED',
                message: 'Your access is suspended. Ask an administrator.',
              });
            const via = waysIn[context?.path ?? ''];
            return { data: { ...session, lastSeenAt: options.now(), ...(via !== undefined && { via }) } };
          },
        },
      },
    },
    // Its own lines would name people's addresses.
    logger: { disabled: true },
    // Refusals are answered all the same; what the world did (no database) reaches the door.
    onAPIError: { throw: true, errorURL: '/sign-in' },
  };
}

/** Where a guesser would try. Setting up codes asks for the password too. */
const guardedPaths = [
  '/sign-in/email',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
  '/passkey/sign-in',
];

/** Where the provider is gone to. */
const providerPaths = ['/sign-in/social'];
const unguarded = { window: 10, max: 200 };

/** How a session was opened, by the endpoint that opens it. Of others, such as setting up codes, it is as it was. */
const waysIn: Readonly<Record<string, 'password' | 'passkey' | 'single_sign_on'>> = {
  '/sign-in/email': 'password',
  '/passkey/sign-in': 'passkey',
  '/callback/:id': 'single_sign_on',
};
