// What of signing in is open to browsers, and what of it is written down.
//
// better-auth brings some forty endpoints; `openRoutes` lists those that are open. Signing up, deleting oneself, changing one's address
// and the like stay closed until something needs them. Whatever opens a session, fails to, or changes how somebody signs in is told
// to `note` before the answer leaves: an answer that could not be written down is not given.

import type { AuditAct } from '@throughline/contract';
import { peerHeader } from './requests.ts';
import { basePath } from './sign-in.ts';

/** Somebody who is, or might be, signing in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface SignInNote {
  readonly act: AuditAct;
  /** Who did it; undefined where nobody had signed in. */
  readonly by: Person | undefined;
  /** Whose account was tried. */
  readonly whose: Person | undefined;
  readonly address: string | undefined;
  readonly detail: Readonly<Record<string, string | null>>;
}

/** What this asks of the rest of the room. */
export interface Witness {
  /** Who the session cookie belongs to. */
  sessionOf(headers: Headers): Promise<Person | undefined>;
  personByEmail(email: string): Promise<Person | undefined>;
  /** Whose second step this is: the password was right before. */
  personBetweenSteps(headers: Headers): Promise<Person | undefined>;
  note(note: SignInNote): Promise<void>;
}

type By = 'password' | 'passkey' | 'single_sign_on';
type Route =
  | { readonly kind: 'opens'; readonly by: By; readonly second?: 'totp' | 'backup_code' }
  /** Needs a session; this is the act where it succeeds. */
  | { readonly kind: 'changes'; readonly act: AuditAct }
  | { readonly kind: 'quiet' };

const quiet = { kind: 'quiet' } as const;
const openRoutes: Readonly<Record<string, Route>> = {
  'POST /sign-in/email': { kind: 'opens', by: 'password' },
  'POST /sign-out': { kind: 'changes', act: 'signed_out' },
  'POST /change-password': { kind: 'changes', act: 'password_changed' },
  'POST /two-factor/enable': quiet,
  'POST /two-factor/disable': { kind: 'changes', act: 'second_factor_removed' },
  'POST /two-factor/verify-totp': { kind: 'opens', by: 'password', second: 'totp' },
  'POST /two-factor/verify-backup-code': { kind: 'opens', by: 'password', second: 'backup_code' },
  'POST /two-factor/generate-backup-codes': { kind: 'changes', act: 'backup_codes_made' },
  'POST /passkey/sign-in-options': quiet,
  'POST /passkey/sign-in': { kind: 'opens', by: 'passkey' },
  'POST /passkey/add-options': quiet,
  'POST /passkey/add': { kind: 'changes', act: 'passkey_added' },
  'POST /sign-in/social': quiet,
  'GET /callback/sso': { kind: 'opens', by: 'single_sign_on' },
};
const ofProvider = new Set(['POST /sign-in/social', 'GET /callback/sso']);

export interface Instances {
  readonly own: { handler(request: Request): Promise<Response> };
  readonly provider: { handler(request: Request): Promise<Response> } | undefined;
}

/**
 * Answers what is open under `/api/auth/`, refusals as the problems the rest of the API answers with.
 *
 * @throws when the database cannot be asked, or what was done cannot be written down.
 */
export async function answerSignIn(instances: Instances, request: Request, witness: Witness): Promise<Response> {
  const { pathname } = new URL(request.url);
  const route = `${request.method} ${pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : ''}`;
  const kind = Object.hasOwn(openRoutes, route) ? openRoutes[route] : undefined;
  const instance = ofProvider.has(route) ? instances.provider : instances.own;
  if (kind === undefined || instance === undefined)
    return problem({ status: 404, code: 'not_found', detail: 'There is nothing here.' });
  const headers = new Headers(request.headers);
  const body = kind.kind === 'opens' && request.method === 'POST' ? await request.clone().text() : '';
  const before = kind.kind === 'quiet' ? undefined : await witness.sessionOf(headers);
  const answer = await instance.handler(request);
  const done = answer.status < 400;
  if (kind.kind === 'changes' && done && before) await witness.note(noteOf(kind.act, { by: before, headers }));
  if (kind.kind === 'opens') await noteOpening({ kind, before, headers, body, answer }, witness);
  return done ? answer : await asProblem(answer);
}

interface Opening {
  kind: Extract<Route, { kind: 'opens' }>;
  before: Person | undefined;
  headers: Headers;
  body: string;
  answer: Response;
}

async function noteOpening({ kind, before, headers, body, answer }: Opening, witness: Witness): Promise<void> {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  // Setting up codes ends with the first one that is right, and goes on in a new session.
  const setsUp = kind.second === 'totp' && before !== undefined;
  if (setsUp) {
    if (answer.status < 400) await witness.note(noteOf('second_factor_added', { by: before, headers }));
    return;
  }
  const opened = cookies.length > 0 ? await witness.sessionOf(new Headers({ cookie: cookies.join('; ') })) : undefined;
  if (opened) {
    const detail = { by: kind.by, secondFactor: kind.second ?? null };
    await witness.note(noteOf('signed_in', { by: opened, headers, detail }));
    return;
  }
  const reason = await refusalIn(answer);
  if (reason === undefined) return;
  const whose = kind.second === undefined ? await triedIn(body, witness) : await witness.personBetweenSteps(headers);
  await witness.note({
    ...noteOf('sign_in_failed', { by: undefined, headers, detail: { by: kind.by, reason } }),
    whose,
  });
}

/** Of an address nobody has, nothing is kept: people type passwords into the wrong field. */
async function triedIn(body: string, witness: Witness): Promise<Person | undefined> {
  try {
    const { email }: { email?: unknown } = JSON.parse(body);
    return typeof email === 'string' ? await witness.personByEmail(email.trim().toLowerCase()) : undefined;
  } catch {
    return undefined;
  }
}

/** Why no session was opened; undefined where none was meant to be yet: the second step follows. */
async function refusalIn(answer: Response): Promise<string | undefined> {
  if (answer.status >= 500) return 'failed_here';
  if (answer.status === 429) return 'too_many_attempts';
  if (answer.status >= 400) {
    const { code } = textsOf(
      await answer
        .clone()
        .json()
        .catch(() => undefined),
    );
    return (code ?? 'refused').toLowerCase().slice(0, 60);
  }
  if (answer.status < 300) return undefined;
  const target = answer.headers.get('location') ?? '';
  return new URL(target, 'http://localhost').searchParams.get('error')?.slice(0, 60) ?? 'refused';
}

function noteOf(
  act: AuditAct,
  { by, headers, detail = {} }: { by: Person | undefined; headers: Headers; detail?: SignInNote['detail'] },
): SignInNote {
  return { act, by, whose: by, address: headers.get(peerHeader) ?? undefined, detail };
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
