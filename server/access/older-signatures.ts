// The access room, cookies that were signed with a secret another has taken the place of. They are signed anew on their way in, so that whoever is
// signed in stays so; better-auth itself knows one secret for them. It sends the cookie again, signed with the newest, when it prolongs the session.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignInSecrets } from './second-factor-secrets.ts';

type Signing = Pick<SignInSecrets, 'newest' | 'previous'>;

/** The same headers, or a copy in which every cookie has the signature of the newest secret that had that of a previous one. */
export function signedAnew(headers: Headers, secrets: Signing): Headers {
  const cookies = headers.get('cookie');
  if (cookies === null || secrets.previous.length === 0) return headers;
  const anew = new Headers(headers);
  anew.set(
    'cookie',
    cookies
      .split(/; */)
      .map((cookie) => cookieAnew(cookie, secrets))
      .join('; '),
  );
  return anew;
}

function cookieAnew(cookie: string, { newest, previous }: Signing): string {
  const [, name, value = ''] = /^([^=]+)=(.*)$/.exec(cookie) ?? [];
  const [, said, signature] = /^(.+)\.([A-Za-z0-9+/]{43}=)$/.exec(plain(value)) ?? [];
  if (said === undefined || signature === undefined) return cookie;
  if (!previous.some((secret) => same(signature, signatureOf(said, secret)))) return cookie;
  return `${name}=${encodeURIComponent(`${said}.${signatureOf(said, newest)}`)}`;
}

/** What a stranger sends need not be decodable. */
function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const signatureOf = (said: string, secret: string) => createHmac('sha256', secret).update(said).digest('base64');
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));
