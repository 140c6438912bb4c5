// The access room: who may come in, and what they may do. It owns access_users, access_sessions, access_accounts,
// access_verifications and api_keys. It promises that a request has one actor or none, that passwords and keys are kept
// only as hashes, and that a role counts from the next request (a key's end: within `keyBeliefMs`).

import { Role } from '@throughline/contract';
import type { Database } from '../db/connect.ts';
import type { Actor } from './actor.ts';
import { keyReader } from './keys.ts';
import { scopesOf } from './permissions.ts';
import { answerSignIn, createSignIn, defaultSignInLimit, type RateLimit, type SignIn } from './sign-in.ts';

const secretLengthMin = 32;

export interface AccessOptions {
  readonly db: Database;
  /** Signs session cookies: 32 characters or more, the same on every node. Another secret signs everybody out. */
  readonly secret: string;
  /** Where browsers find the service; https makes cookies Secure. */
  readonly baseUrl: string;
  /** Other origins the desk is served from. Those of `baseUrl` are trusted anyway. */
  readonly trustedOrigins?: readonly string[];
  readonly signInLimit?: RateLimit;
  readonly now?: () => Date;
  /** Told of what failed without failing a request: an event's name and the error. */
  readonly report?: (event: string, error: unknown) => void;
}

export interface Access {
  /**
   * Answers every request under `/api/auth/`. Make it with `toWebRequest`, which vouches for the caller's address.
   *
   * @throws when the database cannot be asked.
   */
  handler(request: Request): Promise<Response>;
  /**
   * Who asks. A key in `Authorization` decides alone; otherwise the session cookie. A session a day old is prolonged
   * when `answer` is given, which then holds the `set-cookie` to send along.
   *
   * @throws when the database cannot be asked.
   */
  actorOf(headers: Headers, answer?: Headers): Promise<Actor | undefined>;
  /**
   * Whether a request that writes may rely on its cookie: it comes from a page of ours. SameSite=Lax keeps other sites
   * out, but not other ports or subdomains of the same one. A request with a key needs no such check.
   */
  fromOwnPage(headers: Headers): boolean;
}

export function createAccess(options: AccessOptions): Access {
  if (options.secret.length < secretLengthMin)
    throw new Error(`The secret that signs sessions needs ${secretLengthMin} characters or more.`);
  const now = options.now ?? (() => new Date());
  const report = options.report ?? (() => {});
  const origins = new Set([...originsOf(options.baseUrl), ...(options.trustedOrigins ?? []).flatMap(originsOf)]);
  const signIn = createSignIn({
    db: options.db,
    secret: options.secret,
    baseUrl: new URL(options.baseUrl).origin,
    trustedOrigins: [...origins],
    signInLimit: options.signInLimit ?? defaultSignInLimit,
    now,
  });
  const actorOfKey = keyReader(options.db, { now, report });
  return {
    handler: (request) => answerSignIn(signIn, request),
    actorOf: async (headers, answer) => {
      const authorization = headers.get('authorization');
      if (authorization === null) return await actorOfSession(signIn, headers, answer);
      const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      return key === undefined ? undefined : await actorOfKey(key);
    },
    fromOwnPage: (headers) => origins.has(headers.get('origin') ?? ''),
  };
}

async function actorOfSession(signIn: SignIn, headers: Headers, answer?: Headers): Promise<Actor | undefined> {
  if (!headers.has('cookie')) return undefined;
  // Prolonging without telling the browser would leave it with a cookie that ends while the session goes on.
  const query = answer === undefined ? { disableRefresh: true } : {};
  const found = await signIn.api.getSession({ headers, query, returnHeaders: true });
  for (const cookie of found.headers.getSetCookie()) answer?.append('set-cookie', cookie);
  const user = found.response?.user;
  const role = Role.safeParse(user?.role).data;
  if (user === undefined || role === undefined) return undefined;
  const { id, name, email } = user;
  return { kind: 'user', id, name, email, role, scopes: scopesOf(role), portfolios: 'all' };
}

/** A service on this machine is reached by either name: `localhost` and `127.0.0.1` are two origins to a browser. */
function originsOf(address: string): string[] {
  const url = new URL(address);
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  if (!loopback.includes(url.hostname)) return [url.origin];
  return loopback.map((host) => `${url.protocol}//${host}${url.port === '' ? '' : `:${url.port}`}`);
}
