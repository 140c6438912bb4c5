// Somebody who has signed in and calls what the desk calls.

import type { Role } from '@throughline/contract';
import type { App } from './app.ts';

export interface Answer<T> {
  status: number;
  body: T;
}

export type AtTheDesk = <T>(method: string, path: string, body?: unknown, headers?: object) => Promise<Answer<T>>;

const cookies = new WeakMap<App, Map<Role, string>>();

/** To sign in takes a while, on purpose: whoever has a role signs in once. */
export async function atTheDesk(app: App, role: Role): Promise<AtTheDesk> {
  const known = cookies.get(app) ?? new Map<Role, string>();
  cookies.set(app, known);
  const cookie = known.get(role) ?? (await app.cookie(role));
  known.set(role, cookie);
  return async <T>(method: string, path: string, body?: unknown, headers: object = {}): Promise<Answer<T>> => {
    const answer = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        origin: 'http://127.0.0.1:8080',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  };
}
