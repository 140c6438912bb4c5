// One delivery to an address somebody named: never into networks it may not reach, never along a redirect, never for long. A name is looked up
// once for each connection, and the connection goes to an address that was looked at: there is no second look-up that could answer otherwise.

import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryFailure } from '@throughline/contract';
import { Agent, request } from 'undici';
import { limits } from '../limits.ts';
import { judgeUrl, mayReach, type Network } from '../subscriptions/rules-networks.ts';

export interface CallOut {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
  /** Ends the call: then nobody knows whether it was taken. */
  signal: AbortSignal;
}

export interface CallAnswer {
  /** Null where it was taken. */
  failure: DeliveryFailure | null;
  status: number | null;
  tookMs: number;
  /** What the address asked to be left alone for. */
  retryAfterMs: number | null;
}

export interface Caller {
  /** Never throws for what the world does. */
  call(out: CallOut): Promise<CallAnswer>;
  /** Asks by GET, and reads what is answered: the first kilobytes, as text. */
  ask(url: string): Promise<CallAnswer & { text: string }>;
  close(): Promise<void>;
}

class RefusedAddressError extends Error {}

export function openCaller({
  allowed,
  timeoutMs = limits.deliveryTimeoutMs,
}: {
  allowed: readonly Network[];
  timeoutMs?: number;
}): Caller {
  const guarded: LookupFunction = (hostname, options, done) => {
    const answer = (addresses: readonly LookupAddress[]) => {
      const [first] = addresses;
      // All or nothing: a name that leads into a private network as well is none to trust.
      if (!first || !addresses.every(({ address }) => mayReach(address, allowed)))
        return done(new RefusedAddressError('refused'), '', 0);
      return options.all ? done(null, [...addresses]) : done(null, first.address, first.family);
    };
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? done(error, '', 0) : answer(addresses),
    );
  };
  const agent = new Agent({
    connect: { lookup: guarded, timeout: limits.deliveryConnectMs },
    connections: limits.deliveriesInFlight,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 16 * 1024,
  });

  function reachable(url: string): URL {
    const verdict = judgeUrl(url, allowed);
    if (verdict.kind !== 'ok') throw new RefusedAddressError(verdict.kind);
    // Of an address written as such nothing is looked up, so it is looked at here.
    const bare = verdict.url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(bare) > 0 && !mayReach(bare, allowed)) throw new RefusedAddressError('private');
    return verdict.url;
  }

  async function post({ url, headers, body, signal }: CallOut) {
    const answer = await request(reachable(url), {
      method: 'POST',
      headers,
      body,
      dispatcher: agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    // So that the connection can be used again; a long answer ends it instead.
    await answer.body.dump({ limit: limits.deliveryAnswerBytes, signal });
    return { status: answer.statusCode, retryAfterMs: retryAfterOf(answer.headers['retry-after']) };
  }

  async function get(url: string) {
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { 'user-agent': 'Throughline' };
    const answer = await request(reachable(url), { method: 'GET', headers, dispatcher: agent, signal });
    let text = '';
    for await (const piece of answer.body) {
      text += String(piece);
      if (text.length > limits.deliveryAnswerBytes) break;
    }
    return { status: answer.statusCode, text };
  }

  return {
    call: async (out) => {
      const began = performance.now();
      const tookMs = () => Math.round(performance.now() - began);
      try {
        const { status, retryAfterMs } = await post(out);
        return { failure: failureOf(status), status, tookMs: tookMs(), retryAfterMs };
      } catch (error) {
        return { failure: failureFrom(error), status: null, tookMs: tookMs(), retryAfterMs: null };
      }
    },
    ask: async (url) => {
      const began = performance.now();
      const tookMs = () => Math.round(performance.now() - began);
      try {
        const { status, text } = await get(url);
        return { failure: failureOf(status), status, tookMs: tookMs(), retryAfterMs: null, text };
      } catch (error) {
        return { failure: failureFrom(error), status: null, tookMs: tookMs(), retryAfterMs: null, text: '' };
      }
    },
    close: () => agent.destroy(),
  };
}

function failureOf(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirect';
  return status === 410 ? 'gone' : 'status';
}

/** In seconds, as nearly everybody writes it; a date is passed over. */
function retryAfterOf(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}

const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

function failureFrom(error: unknown): DeliveryFailure {
  if (error instanceof RefusedAddressError) return 'address_refused';
  const { name = '', code = '', errors } = (error ?? {}) as { name?: string; code?: string; errors?: unknown[] };
  if (Array.isArray(errors) && errors.length > 0) return failureFrom(errors[0]);
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code)) return 'timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name_unknown';
  if (unreachable.has(code)) return 'unreachable';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code) ? 'certificate' : 'broken_off';
}
