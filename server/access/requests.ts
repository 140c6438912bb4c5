// From a server's request to the Request and Headers this room reads.

import type { IncomingHttpHeaders } from 'node:http';

/** Where better-auth reads the caller's network address. Only `toWebHeaders` writes it; what a caller sends is dropped. */
export const peerHeader = 'x-throughline-peer';

export interface IncomingParts {
  /** As received: path and query, or absolute. */
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Raw text or bytes, or what a JSON parser made of them. */
  readonly body?: unknown;
  /** The caller's address, proxies already seen through (`request.ip` in Fastify). */
  readonly peer: string;
}

export function toWebRequest(parts: IncomingParts): Request {
  const headers = toWebHeaders(parts.headers, parts.peer);
  const url = new URL(parts.url, 'http://localhost');
  if (parts.method === 'GET' || parts.method === 'HEAD') return new Request(url, { method: parts.method, headers });
  return new Request(url, { method: parts.method, headers, body: bodyOf(parts.body) });
}

/** Headers as the web has them; `peer` is left out where only cookies and keys are read. */
export function toWebHeaders(incoming: IncomingHttpHeaders, peer?: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    if (value === undefined || name === peerHeader || name === 'content-length' || name.startsWith(':')) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  if (peer !== undefined) headers.set(peerHeader, peer);
  return headers;
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
