// Signing in by e-mail and password, and the session cookie: better-auth over our own connections.
//
// better-auth brings thirty-odd endpoints; `openRoutes` lists the few that are open. Signing up, deleting oneself,
// changing one's address and the like stay closed until something needs them.

import { betterAuth } from 'better-auth';
import { PostgresDialect } from 'kysely';
import type { Database } from '../db/connect.ts';
import { attemptCounter } from './attempts.ts';
import { passwordLengthMax, passwordLengthMin } from './people.ts';
import { peerHeader } from './requests.ts';

const daysS = 24 * 60 * 60;
const basePath = '/api/auth';
const openRoutes = new Set([
  `POST ${basePath}/sign-in/email`,
  `POST ${basePath}/sign-out`,
  `POST ${basePath}/change-password`,
]);

/** At most `max` tries in `windowS` seconds from one network address. */
export interface RateLimit {
  readonly windowS: number;
  readonly max: number;
}

/** An office behind one address can sign in at nine; a guesser gets 14,400 passwords a day, and scrypt's cost on top. */
export const defaultSignInLimit: RateLimit = { windowS: 60, max: 10 };

export interface SignInOptions {
  readonly db: Database;
  readonly secret: string;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly signInLimit: RateLimit;
  readonly now: () => Date;
}

export type SignIn = ReturnType<typeof createSignIn>;

export function createSignIn(options: SignInOptions) {
  const count = attemptCounter(options.now);
  const guarded = { window: options.signInLimit.windowS, max: options.signInLimit.max };
  return betterAuth({
    appName: 'Throughline',
    baseURL: options.baseUrl,
    basePath,
    secret: options.secret,
    trustedOrigins: [...options.trustedOrigins],
    telemetry: { enabled: false },
    database: {
      dialect: new PostgresDialect({ pool: options.db.connections.pool }),
      type: 'postgres',
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
      additionalFields: { role: { type: 'string', required: true, input: false } },
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
      expiresIn: 7 * daysS,
      updateAge: daysS,
    },
    account: {
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
      window: 10,
      max: 200,
      customRules: { '/sign-in/email': guarded, '/change-password': guarded },
      customStorage: { consume: async (key, rule) => count(key, rule) },
    },
    advanced: {
      cookiePrefix: 'throughline',
      useSecureCookies: options.baseUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [peerHeader] },
      // Said, because better-auth would otherwise leave these checks out where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // Its own lines would name people's addresses.
    logger: { disabled: true },
    // Refusals are answered all the same; what the world did (no database) reaches the door.
    onAPIError: { throw: true },
  });
}

/**
 * Answers what is open under `/api/auth/`, refusals as the problems the rest of the API answers with.
 *
 * @throws when the database cannot be asked.
 */
export async function answerSignIn(signIn: SignIn, request: Request): Promise<Response> {
  const route = `${request.method} ${new URL(request.url).pathname}`;
  if (!openRoutes.has(route)) return problem({ status: 404, code: 'not_found', detail: 'There is nothing here.' });
  const answer = await signIn.handler(request);
  return answer.status < 400 ? answer : await asProblem(answer);
}

async function asProblem(answer: Response): Promise<Response> {
  const retryAfter = answer.headers.get('x-retry-after');
  const cookies = answer.headers.getSetCookie();
  if (answer.status === 429)
    return problem({
      status: 429,
      code: 'too_many_attempts',
      detail: `Too many attempts from this address. Try again in ${retryAfter ?? 'a few'} seconds.`,
      headers: retryAfter === null ? [] : [['retry-after', retryAfter]],
    });
  const body: unknown = await answer.json().catch(() => undefined);
  const { code, message } = { code: 'sign_in_failed', message: 'Signing in failed.', ...textsOf(body) };
  return problem({
    status: answer.status,
    code: code.toLowerCase(),
    detail: message,
    headers: cookies.map((cookie) => ['set-cookie', cookie]),
  });
}

function textsOf(body: unknown): { code?: string; message?: string } {
  if (typeof body !== 'object' || body === null) return {};
  return {
    ...('code' in body && typeof body.code === 'string' ? { code: body.code } : {}),
    ...('message' in body && typeof body.message === 'string' ? { message: body.message } : {}),
  };
}

function problem(about: { status: number; code: string; detail: string; headers?: [string, string][] }): Response {
  const { status, code, detail } = about;
  const headers = new Headers([
    ['content-type', 'application/problem+json'],
    ['cache-control', 'no-store'],
    ...(about.headers ?? []),
  ]);
  const title = titles[status] ?? (status >= 500 ? 'Something failed here' : 'Not accepted');
  return new Response(JSON.stringify({ type: 'about:blank', title, status, code, detail }), { status, headers });
}

const titles: Readonly<Record<number, string>> = {
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  429: 'Too many requests',
};
