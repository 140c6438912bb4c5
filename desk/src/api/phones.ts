// Customers' numbers by role: who sees them masked, and one person's in full, which is written down.

import { queryOptions } from '@tanstack/react-query';
import type { PhoneMasking, RevealedPhones, RevealReason } from '@throughline/contract';
import { call } from './client.ts';

const masking = '/api/v1/phone-masking';

export const maskingQuery = queryOptions({
  queryKey: ['phone-masking'],
  queryFn: ({ signal }) => call<PhoneMasking>(masking, { signal }),
});

export function setMasking(roles: PhoneMasking['roles']): Promise<PhoneMasking> {
  return call(masking, { method: 'PUT', body: { roles } });
}

export function revealPhones(contactId: string, reason: RevealReason): Promise<RevealedPhones> {
  return call(`/api/v1/contacts/${contactId}/reveal`, { method: 'POST', body: { reason } });
}
