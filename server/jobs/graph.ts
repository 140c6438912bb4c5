// One call to Meta's Graph API, for the jobs: nobody else may reach for the network. Says what is known about whether the
// call was heard, and leaves it to the caller what to make of that.

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
  const form = call.body instanceof FormData;
  try {
    const answer = await fetch(`${url}/${version}${call.path}${query}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(call.body && !form && { 'content-type': 'application/json' }),
      },
      ...(call.body && { body: call.body instanceof FormData ? call.body : JSON.stringify(call.body) }),
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    return { kind: 'answered', status: answer.status, body: parse(await answer.text()) };
  } catch (error) {
    return neverConnected(error)
      ? { kind: 'unreached' }
      : { kind: 'lost', why: error instanceof Error ? error.name : 'no answer' };
  }
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

/** Whether a failed `fetch` failed before a connection stood: then nothing can have been heard. */
export function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && beforeConnecting.has(String(cause.code));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
