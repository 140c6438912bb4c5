// The access room: who may come in, and what they may do. It owns the access_ tables and api_keys. It promises that a request has one actor or none, that passwords and keys are kept
// only as hashes, and that a role counts from the next request (a key's end: within `keyBeliefMs`).

import { Role } from '@throughline/contract';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Database } from '../db/connect.ts';
import { limits } from '../limits.ts';
import type { Actor } from './actor.ts';
import { answerSignIn, type Person, type SignInNote, type Witness } from './answer-sign-in.ts';
import { type Allowance, attemptCounter } from './attempts.ts';
import { keyReader } from './keys.ts';
import { linkAddress } from './links.ts';
import { signedAnew } from './older-signatures.ts';
import { scopesOf } from './permissions.ts';
import { type PhonesOf, phonesByRole } from './phone-masking.ts';
import { policyReader } from './policy.ts';
import { lacksSecondFactor, type Proof } from './rules-second-factor.ts';
import { type SignInSecrets, sealedBy } from './second-factor-secrets.ts';
import { seenNoter } from './sessions.ts';
import {
  createSignIn,
  createSingleSignOn,
  defaultSignInLimit,
  type RateLimit,
  type SignIn,
  type Welcome,
} from './sign-in.ts';
import { type SingleSignOnConfig, vouching } from './single-sign-on.ts';
import { isSuspended, personBy } from './store.ts';

const secretLengthMin = 32;

export interface AccessOptions {
  readonly db: Database;
  /** Signs session cookies and seals second factors: 32 characters or more, the same on every node. */
  readonly secret: string;
  /** What was signed or sealed with these is taken still. */
  readonly previousSecrets?: readonly string[];
  /** The very first, where it is another: see second-factor-secrets.ts. */
  readonly firstSecret?: string;
  /** Where browsers find the service; https makes cookies Secure. */
  readonly baseUrl: string;
  /** Other origins the desk is served from. Those of `baseUrl` are trusted anyway. */
  readonly trustedOrigins?: readonly string[];
  readonly signInLimit?: RateLimit;
  readonly now?: () => Date;
  readonly singleSignOn?: SingleSignOnConfig | undefined;
  /** Writes down what happens at the door. A room of its own keeps it; where this fails, so does the request. */
  readonly noteSignIn?: (note: SignInNote) => Promise<void>;
  /** The provider now says another role of somebody who comes in. */
  readonly bringRole?: (userId: string, role: Role) => Promise<void>;
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
  /** Counts a try of a one-time link from this address. */
  tryLink(address: string): Allowance;
  readonly singleSignOn: { readonly name: string } | null;
  /** Opens what better-auth keeps sealed with the service's secret. */
  readSecret(sealed: string): Promise<string>;
  /** Where a browser opens a one-time link. */
  addressOf(token: string): string;
  /** Whether a role sees customers' numbers whole. */
  phonesOf: PhonesOf;
}

export function createAccess(options: AccessOptions): Access {
  if (options.secret.length < secretLengthMin)
    throw new Error(`The secret that signs sessions needs ${secretLengthMin} characters or more.`);
  const now = options.now ?? (() => new Date());
  const report = options.report ?? (() => {});
  const origins = new Set([...originsOf(options.baseUrl), ...(options.trustedOrigins ?? []).flatMap(originsOf)]);
  const previous = options.previousSecrets ?? [];
  const first = options.firstSecret ?? previous.at(-1) ?? options.secret;
  const secrets: SignInSecrets = { newest: options.secret, previous, first };
  const common = {
    db: options.db,
    secrets,
    baseUrl: new URL(options.baseUrl).origin,
    trustedOrigins: [...origins],
    signInLimit: options.signInLimit ?? defaultSignInLimit,
    now,
    count: attemptCounter(now),
  };
  const signIn = createSignIn(common);
  const config = options.singleSignOn;
  const bringRole = options.bringRole ?? (async () => {});
  const known = { isSuspended: (id: string) => isSuspended(options.db, id), bringRole };
  const welcome = welcomeBy(options.noteSignIn ?? (async () => {}));
  const provider = config && createSingleSignOn(common, { config, vouch: vouching(config, known), welcome });
  const witness = witnessOf(options, signIn);
  const actorOfKey = keyReader(options.db, { now, report });
  const required = policyReader(options.db, now);
  const noteSeen = seenNoter(options.db, report);
  return {
    handler: async (request) => {
      const headers = signedAnew(request.headers, secrets);
      return await answerSignIn({ own: signIn, provider }, new Request(request, { headers }), witness);
    },
    actorOf: async (headers, answer) => {
      const authorization = headers.get('authorization');
      if (authorization === null) {
        const found = await sessionOf(signIn, signedAnew(headers, secrets), answer);
        if (found === undefined) return undefined;
        noteSeen(found, now());
        return actorOfSession(found, await required());
      }
      const key = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
      return key === undefined ? undefined : await actorOfKey(key);
    },
    phonesOf: phonesByRole(options.db, { beliefMs: limits.maskingBeliefMs, now: () => now().getTime() }),
    fromOwnPage: (headers) => origins.has(headers.get('origin') ?? ''),
    tryLink: (address) =>
      common.count(`link ${address}`, { window: common.signInLimit.windowS, max: common.signInLimit.max }),
    readSecret: (data) => symmetricDecrypt({ key: sealedBy(secrets), data }),
    addressOf: (token) => linkAddress(options.baseUrl, token),
    singleSignOn: config === undefined ? null : { name: config.name },
  };
}

function welcomeBy(note: (note: SignInNote) => Promise<void>): Welcome {
  return async (person, address) => {
    const detail = { role: person.role, by: 'single_sign_on' };
    await note({ act: 'user_created', by: person, whose: person, address, detail });
  };
}

interface SessionFound {
  readonly id: string;
  readonly via: Proof['via'];
  readonly lastSeenAt: Date;
  readonly person: Person & { readonly email: string; readonly role: Role };
  readonly codes: boolean;
}

async function sessionOf(signIn: SignIn, headers: Headers, answer?: Headers): Promise<SessionFound | undefined> {
  if (!headers.has('cookie')) return undefined;
  // Prolonging without telling the browser would leave it with a cookie that ends while the session goes on.
  const query = answer === undefined ? { disableRefresh: true } : {};
  const found = await signIn.api.getSession({ headers, query, returnHeaders: true });
  for (const cookie of found.headers.getSetCookie()) answer?.append('set-cookie', cookie);
  const { user, session } = found.response ?? {};
  const role = Role.safeParse(user?.role).data;
  if (user === undefined || session === undefined || role === undefined) return undefined;
  const { id, name, email, twoFactorEnabled } = user;
  const { via, lastSeenAt } = session as { via?: Proof['via']; lastSeenAt?: Date };
  return {
    id: session.id,
    via: via ?? 'password',
    lastSeenAt: lastSeenAt ?? new Date(0),
    person: { id, name, email, role },
    codes: twoFactorEnabled === true,
  };
}

/** Without the second factor the policy asks for, a session may do nothing but set one up. */
function actorOfSession({ id: session, via, person, codes }: SessionFound, required: readonly Role[]): Actor {
  const { role } = person;
  const lacks = lacksSecondFactor({ role, via, codes }, required);
  return {
    kind: 'user',
    ...person,
    scopes: lacks ? new Set() : scopesOf(role),
    portfolios: 'all',
    session,
    ...(lacks && { lacks: 'second_factor' as const }),
  };
}

function witnessOf({ db, noteSignIn }: AccessOptions, signIn: SignIn): Witness {
  return {
    sessionOf: async (headers) => (await sessionOf(signIn, headers))?.person,
    personByEmail: async (email) => await personBy(db, { email }),
    personBetweenSteps: async (headers) => {
      const cookie = /(?:^|; )(?:__Secure-)?throughline\.two_factor=([^;.]+)/.exec(headers.get('cookie') ?? '')?.[1];
      return cookie === undefined ? undefined : await personBy(db, { challenge: decodeURIComponent(cookie) });
    },
    note: noteSignIn ?? (async () => {}),
  };
}

/** A service on this machine is reached by either name: `localhost` and `127.0.0.1` are two origins to a browser. */
function originsOf(address: string): string[] {
  const url = new URL(address);
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  if (!loopback.includes(url.hostname)) return [url.origin];
  return loopback.map((host) => `${url.protocol}//${host}${url.port === '' ? '' : `:${url.port}`}`);
}
