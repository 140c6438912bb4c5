// The client: the calls of routes.ts, lists as they come page by page, and the feed of events as one endless list.

import type { CloudEvent } from '../events.ts';
import { type Calling, makeCall, pause } from './call.ts';
import { once } from './once.ts';
import type { AnswerOf, CallOptions, Given, ItemOf, Method, PagedPath, PathOf } from './routes.ts';
import type { AnyEvent } from './webhooks.ts';

export interface ConnectOptions {
  /** Where the service is, such as https://throughline.example.com. */
  url: string;
  /** An API key: `throughline key create`. */
  key: string;
  /** How often a call that may be made again is made again. 3 where it is left out. */
  retries?: number;
  /** How long one try may take, in milliseconds. 30,000 where it is left out. */
  timeoutMs?: number;
  /** Another `fetch`, for a proxy or for tests. */
  fetch?: typeof fetch;
}

export interface Following {
  /** The `sequence` of the last event you have dealt with, or `latest`. Left out: from the oldest that is kept. */
  after?: string;
  /** Only these types. */
  type?: readonly CloudEvent['type'][];
  portfolio?: string;
  /** How long it waits, in milliseconds, once it has seen everything. 1,000 where it is left out. */
  waitMs?: number;
  signal?: AbortSignal;
}

export interface Throughline {
  get<P extends PathOf<'GET'>>(path: P, ...given: Given<'GET', P>): Promise<AnswerOf<'GET', P>>;
  post<P extends PathOf<'POST'>>(path: P, ...given: Given<'POST', P>): Promise<AnswerOf<'POST', P>>;
  put<P extends PathOf<'PUT'>>(path: P, ...given: Given<'PUT', P>): Promise<AnswerOf<'PUT', P>>;
  patch<P extends PathOf<'PATCH'>>(path: P, ...given: Given<'PATCH', P>): Promise<AnswerOf<'PATCH', P>>;
  delete<P extends PathOf<'DELETE'>>(path: P, ...given: Given<'DELETE', P>): Promise<AnswerOf<'DELETE', P>>;
  /** Everything of a list, one after the other; the next page is asked for when it is needed. */
  each<P extends PagedPath>(path: P, ...given: Given<'GET', P>): AsyncGenerator<ItemOf<P>, void, undefined>;
  /**
   * Events in their order, for ever: keep `sequence` together with what you made of the event, and begin there the next time.
   *
   * @throws ThroughlineError with the code `cursor_gone` where what comes next is kept no more: read what you need anew, go on from `latest`.
   */
  follow(following?: Following): AsyncGenerator<AnyEvent, void, undefined>;
}

const defaults = { retries: 3, timeoutMs: 30_000, waitMs: 1_000, page: 500 };

/** @throws TypeError where the address is none, or the key is missing. */
export function connect({ url, key, retries, timeoutMs, fetch: given }: ConnectOptions): Throughline {
  const { origin, pathname } = new URL(url);
  if (key.trim() === '')
    throw new TypeError('An API key is needed: make one with `throughline key create`, and pass it as `key`.');
  const calling: Calling = {
    url: `${origin}${pathname.replace(/\/+$/, '')}`,
    key,
    retries: retries ?? defaults.retries,
    timeoutMs: timeoutMs ?? defaults.timeoutMs,
    fetch: given ?? fetch,
  };
  const ask =
    (method: Method) =>
    (path: string, options: Options = {}) =>
      callRoute(calling, { method, path }, options);
  const client = {
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    delete: ask('DELETE'),
    each: (path: string, options: Options = {}) => pages(ask('GET'), path, options),
    follow: (following: Following = {}) => follow(calling, following),
  };
  return client as Throughline;
}

interface Options extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

async function callRoute(
  calling: Calling,
  { method, path }: { method: Method; path: string },
  { path: parts = {}, query, body, signal, idempotencyKey }: Options,
): Promise<unknown> {
  return await makeCall(calling, {
    method,
    path: filled(path, parts),
    query,
    body,
    signal,
    idempotencyKey: once.has(`${method} ${path}`) ? (idempotencyKey ?? crypto.randomUUID()) : undefined,
  });
}

function filled(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = parts[name];
    if (!value) throw new TypeError(`${path} needs path.${name}.`);
    return encodeURIComponent(value);
  });
}

type Ask = (path: string, options: Options) => Promise<unknown>;

async function* pages(get: Ask, path: string, options: Options): AsyncGenerator<unknown, void, undefined> {
  let cursor: string | null = null;
  do {
    const query: Record<string, unknown> = { ...options.query, ...(cursor !== null && { cursor }) };
    const { data, next } = (await get(path, { ...options, query })) as { data: unknown[]; next: string | null };
    yield* data;
    cursor = next;
  } while (cursor !== null);
}

async function* follow(
  calling: Calling,
  { after, type, portfolio, waitMs = defaults.waitMs, signal }: Following,
): AsyncGenerator<AnyEvent, void, undefined> {
  let cursor = after;
  for (;;) {
    const query = { after: cursor, limit: defaults.page, type, portfolio };
    const answer = await makeCall(calling, {
      method: 'GET',
      path: '/events',
      query,
      signal,
      idempotencyKey: undefined,
    });
    const { data, next, more } = answer as { data: AnyEvent[]; next: string; more: boolean };
    yield* data;
    cursor = next;
    if (!more) await pause(waitMs, signal);
  }
}
