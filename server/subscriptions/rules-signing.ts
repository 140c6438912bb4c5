// How a delivery is signed: Standard Webhooks 1.0 (https://www.standardwebhooks.com, read 2026-09). Pure.

import { createHmac } from 'node:crypto';

interface Signing {
  /** The event's: the same at every try. */
  id: string;
  at: Date;
  body: string;
  /** Those that count now, each as `whsec_` and base64. */
  secrets: readonly string[];
}

/** The three headers; with a signature for each secret, so that whoever has either can check. */
export function signatureHeaders({ id, at, body, secrets }: Signing): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secret.indexOf('_') + 1), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signed.join(' ') };
}
