// The certificate of an erasure, and the seal that shows it was made here and not changed since.

import type { PrivacyCertificate } from '@throughline/contract';
import type { Keyed } from './rules-chain.ts';

export function sealCertificate(certificate: Omit<PrivacyCertificate, 'seal'>, keyed: Keyed): PrivacyCertificate {
  return { ...certificate, seal: sealOf(certificate, keyed) };
}

export function isSealed({ seal, ...certificate }: PrivacyCertificate, keyed: Keyed): boolean {
  return sealOf(certificate, keyed) === seal;
}

function sealOf(certificate: Omit<PrivacyCertificate, 'seal'>, keyed: Keyed): string {
  return keyed(`privacy certificate ${JSON.stringify(sorted(certificate))}`);
}

/** In an order of its own: where it is kept, an object's names come back in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}
