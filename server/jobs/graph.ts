// One call to Meta's Graph API, for the jobs: nobody else may reach for the network. Says what is known about whether the
// call was heard, and leaves it to the caller what to make of that.

import { Agent, request } from 'undici';
import { limits } from '../limits.ts';

export interface GraphAccess {
  url: string;
  version: string;
  accessToken: string;
}

export interface GraphCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the version, each part encoded by the caller's `graphPath`: `/200000000000002/messages`. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** JSON, or a form where Meta wants one (media). */
  body?: Readonly<Record<string, unknown>> | FormData;
  timeoutMs: number;
}

/**
 * `answered`: with whatever HTTP status; `body` is the parsed JSON, or the text where it is none. `unreached`: no connection
 * came about, so nothing was heard. `lost`: it may have been heard.
 */
export type GraphAnswer =
  | { kind: 'answered'; status: number; body: unknown }
  | { kind: 'unreached' }
  | { kind: 'lost'; why: string };

/** Never throws for what the world does. Calls once: whether to call again is for whoever knows if that is safe. */
export async function callGraph({ url, version, accessToken }: GraphAccess, call: GraphCall): Promise<GraphAnswer> {
  const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
  try {
    const answer = await ask(`${url}/${version}${call.path}${query}`, `Bearer ${accessToken}`, call);
    return { kind: 'answered', status: answer.status, body: parse(answer.text) };
  } catch (error) {
    return neverConnected(error)
      ? { kind: 'unreached' }
      : { kind: 'lost', why: error instanceof Error ? error.name : 'no answer' };
  }
}

/**
 * Connections are kept, but not for long: one that Meta closes at the moment it is used again leaves a call of which nobody knows
 * whether it was heard. How many there are is for the callers to bound.
 */
const connections = new Agent({
  connect: { timeout: limits.graphConnectMs },
  keepAliveTimeout: limits.graphIdleMs,
  keepAliveMaxTimeout: limits.graphIdleMs,
});

async function ask(url: string, authorization: string, call: GraphCall): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  const { method, body } = call;
  if (body instanceof FormData) {
    const answer = await fetch(url, { method, headers: { authorization }, body, signal });
    return { status: answer.status, text: await answer.text() };
  }
  // Beside fetch half the time of the processor, which is most of what a send costs this process.
  const answer = await request(url, {
    method,
    headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    dispatcher: connections,
    signal,
  });
  return { status: answer.statusCode, text: await answer.body.text() };
}

export function graphPath(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

const beforeConnecting = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a call failed before a connection stood: then nothing can have been heard. */
export function neverConnected(error: unknown): boolean {
  return [error, error instanceof Error ? error.cause : undefined].some(
    (one) => typeof one === 'object' && one !== null && 'code' in one && beforeConnecting.has(String(one.code)),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
