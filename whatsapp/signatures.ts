import { createHmac, timingSafeEqual } from 'node:crypto';

const headerPattern = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether the `X-Hub-Signature-256` header was made over exactly these bytes with one of the app secrets: several while
 * a secret is being rotated. Take the bytes before any parsing, because Meta escapes non-ASCII text in its own way
 * (Meta, "Create a webhook endpoint", read 2026-09). Every secret is tried, in constant time.
 */
export function verifySignature(rawBody: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  const hex = headerPattern.exec(header ?? '')?.[1];
  if (!hex) return false;
  const given = Buffer.from(hex, 'hex');
  let valid = false;
  for (const secret of secrets) {
    // An empty secret is a configuration mistake, and anybody could sign with it.
    if (secret !== '' && timingSafeEqual(digest(rawBody, secret), given)) valid = true;
  }
  return valid;
}

/** The value of `X-Hub-Signature-256` for these bytes: `sha256=` and 64 hex digits. */
export function sign(rawBody: Buffer, secret: string): string {
  return `sha256=${digest(rawBody, secret).toString('hex')}`;
}

function digest(rawBody: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(rawBody).digest();
}
