// Links to files: signed, short-lived, and saying nothing to whoever reads them but what they open. No session goes with them, so
// that a browser's own elements can follow them.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { type PortfolioId, parsePortfolioId } from '@throughline/identity';
import { limits } from '../limits.ts';

export interface Linked {
  portfolioId: PortfolioId;
  mediaId: string;
}

/** A key for links alone, out of the service's secret: nothing else that is signed with the secret can pass for one. */
export function linkKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('throughline media links').digest();
}

/** Relative. Lives 10 to 15 minutes; the same for everybody who asks within the same five, so that browsers need not fetch again. */
export function linkTo(key: Uint8Array, { portfolioId, mediaId }: Linked, now: number): string {
  const expiresAt = Math.ceil((now + limits.mediaLinkMs) / limits.mediaLinkStepMs) * limits.mediaLinkStepMs;
  const said = `${portfolioId}.${mediaId}.${(expiresAt / 1000).toString(36)}`;
  return `/media/${said}.${signatureOf(key, said)}`;
}

export type LinkRead = { kind: 'good'; link: Linked; expiresAt: number } | { kind: 'expired' } | { kind: 'bad' };

export function readLink(key: Uint8Array, token: string, now: number): LinkRead {
  const [, said, signature] =
    /^([A-Za-z0-9_-]{1,64}\.[0-9a-f-]{36}\.[0-9a-z]{1,10})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (!said || !signature || !same(signature, signatureOf(key, said))) return { kind: 'bad' };
  const [portfolio = '', mediaId = '', expiry = ''] = said.split('.');
  const portfolioId = parsePortfolioId(portfolio);
  const expiresAt = Number.parseInt(expiry, 36) * 1000;
  if (!portfolioId) return { kind: 'bad' };
  return now < expiresAt ? { kind: 'good', link: { portfolioId, mediaId }, expiresAt } : { kind: 'expired' };
}

function signatureOf(key: Uint8Array, said: string): string {
  return createHmac('sha256', key).update(said).digest('base64url');
}

function same(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
