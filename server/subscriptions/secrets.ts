// Secrets that sign deliveries, as they stand in the database: the one place that turns one into the other.

import { randomBytes } from 'node:crypto';

const prefix = 'whsec_';
/** Standard Webhooks 1.0: 24 to 64 bytes. */
const secretBytes = 32;

export function newSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64');
}

export function keptSecret(secret: string): Buffer {
  return Buffer.from(secret, 'utf8');
}

export function openSecret(kept: Uint8Array): string {
  return Buffer.from(kept).toString('utf8');
}
