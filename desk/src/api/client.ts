// The one way to the server: same origin, cookie session, problems (RFC 9457) as errors.

import type { Problem } from '@throughline/contract';
import { locale, say } from '../words/say.tsx';

/** The server answered, and said no. `code` is stable; `message` is what to show. */
export class RequestProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly allowed: string[];
  /** What is wrong with each field, where the server says so. */
  readonly errors: NonNullable<Problem['errors']>;

  constructor(status: number, problem: Partial<Problem> & { message?: string }) {
    super(problem.detail ?? problem.message ?? problem.title ?? say('api.answered', { status }));
    this.name = 'RequestProblem';
    this.status = status;
    this.code = problem.code ?? '';
    this.allowed = problem.allowed ?? [];
    this.errors = problem.errors ?? [];
  }
}

/** No answer came: offline, restarting, or cut off on the way. */
export class Unreachable extends Error {
  constructor() {
    super(say('api.unreachable'));
    this.name = 'Unreachable';
  }
}

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** A list stands there once for each of its values. */
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Goes on when the page is left. */
  keepalive?: boolean;
}

/** One key for one deed, so that a second press after a lost answer does nothing twice. */
export function keyed(key: string): Pick<Call, 'headers'> {
  return { headers: { 'idempotency-key': key } };
}

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const response = await reach(address(path, options.query), {
    method: options.method ?? 'GET',
    headers: {
      accept: 'application/json',
      // What the server says in sentences it says in the language of the desk.
      'accept-language': locale(),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.keepalive ? { keepalive: true } : {}),
  });
  const text = await response.text();
  const content = parse(text);
  if (!response.ok) throw new RequestProblem(response.status, isRecord(content) ? content : {});
  return content as T;
}

/** What to say beside one field: the server's word on that field, else its word on the whole. */
export function fieldProblem(error: Error, field: string): string {
  const own = error instanceof RequestProblem ? error.errors.find((one) => one.field.endsWith(field)) : undefined;
  return own?.problem ?? error.message;
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof RequestProblem && error.status === 401;
}

/** Worth sending again unchanged: nobody answered, or the server says it is its own trouble. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof Unreachable || (error instanceof RequestProblem && (error.status >= 500 || error.status === 429))
  );
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable();
  }
}

/** Of what the browser opens by itself, such as a file: it would ask in its own language, not in the desk's. */
export function openedAddress(path: string, query: Call['query'] = {}): string {
  return address(path, { ...query, language: locale() });
}

function address(path: string, query: Call['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null;
}
