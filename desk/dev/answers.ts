// What the doors of the pretend town share: a call, its answer, a page, a problem.

import type { Problem } from '@throughline/contract';

export interface Body {
  text?: string | { body: string };
  state?: 'open' | 'resolved';
  email?: string;
  password?: string;
}

export interface Call {
  method: string;
  path: string[];
  query: URLSearchParams;
  body: Body;
  key: string | undefined;
  /** The body as it came, and what it was called. */
  bytes: Buffer;
  type: string;
  range: string | undefined;
  filename: string | null;
}

export interface Answer {
  status: number;
  body?: unknown;
  cookie?: string;
  /** Instead of a body in JSON. */
  raw?: Buffer;
  headers?: Record<string, string>;
}

export function list<T>(all: T[], query: URLSearchParams, shape: (one: T) => unknown): Answer {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  const data = all.slice(from, to).map(shape);
  return { status: 200, body: { data, next: to < all.length ? String(to) : null } };
}

export function problem(status: number, code: string, detail: string): Answer {
  return { status, body: { type: `urn:problem:${code}`, title: code, status, code, detail } satisfies Problem };
}
