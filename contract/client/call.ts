// One call: made again where that cannot do anything twice, with the pauses the service asks for.

import type { Problem } from '../service.ts';
import { NoAnswerError, ThroughlineError } from './errors.ts';

export interface Calling {
  /** Of the service, without `/api/v1`. */
  url: string;
  key: string;
  /** How often a call is made again, 0 or more. */
  retries: number;
  /** How long one try may take, in milliseconds. */
  timeoutMs: number;
  fetch: typeof fetch;
}

export interface Call {
  method: string;
  path: string;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Sent as Idempotency-Key; undefined where the call takes none. */
  idempotencyKey: string | undefined;
}

/** Nothing was done when these are answered, whatever was asked for. */
const notDone = new Set([429, 503]);
/** Nobody knows: made again only where it may be. */
const unclear = new Set([408, 500, 502, 504]);
const firstPauseMs = 250;
const longestPauseMs = 10_000;

export async function makeCall(calling: Calling, call: Call): Promise<unknown> {
  const repeatable = call.method !== 'POST' || call.idempotencyKey !== undefined;
  for (let made = 0; ; made++) {
    const last = made >= calling.retries;
    const answer = await tryOnce(calling, call).catch((error: unknown) => {
      call.signal?.throwIfAborted();
      if (repeatable && !last) return undefined;
      throw new NoAnswerError(`No answer from ${calling.url}: ${error instanceof Error ? error.message : 'unknown'}`);
    });
    if (answer?.ok) return await read(answer);
    const again = answer === undefined || notDone.has(answer.status) || (repeatable && unclear.has(answer.status));
    if (answer && (!again || last)) throw new ThroughlineError(answer.status, await problemIn(answer));
    await pause(pauseMs(made, answer), call.signal);
  }
}

async function tryOnce({ url, key, fetch, timeoutMs }: Calling, call: Call): Promise<Response> {
  const { method, path, query, body, signal, idempotencyKey } = call;
  const limit = AbortSignal.timeout(timeoutMs);
  return await fetch(`${url}/api/v1${path}${queryText(query)}`, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
}

function queryText(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      one === undefined || one === null ? [] : [[name, String(one)]],
    ),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

async function problemIn(answer: Response): Promise<Partial<Problem>> {
  try {
    const problem: unknown = JSON.parse(await answer.text());
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    // Of something between us and the service.
    return {};
  }
}

function pauseMs(made: number, answer: Response | undefined): number {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN) * 1000;
  const own = firstPauseMs * 2 ** made * (0.5 + Math.random() / 2);
  return Math.min(longestPauseMs, Number.isFinite(asked) ? Math.max(asked, own) : own);
}

/** @throws the reason of the signal. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
