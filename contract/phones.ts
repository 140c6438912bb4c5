// Customers' numbers by role: who sees them masked, and one shown whole for a reason.

import { z } from 'zod';
import { Id } from './base.ts';
import { Role } from './service.ts';

export const PhoneMasking = z
  .object({ roles: z.array(Role).max(20).describe('Whose people and keys see customers’ numbers masked.') })
  .meta({ id: 'PhoneMasking' });

export const RevealReason = z
  .enum(['call_them', 'check_identity', 'other_channel', 'privacy_request', 'other'])
  .describe('What the number is needed for.');

export const RevealPhones = z
  .object({ reason: RevealReason.optional() })
  .meta({ id: 'RevealPhones', description: 'It stands in the audit log beside who asked.' });

export const RevealedPhones = z
  .object({
    contactId: Id,
    phones: z.array(
      z.object({ value: z.string().describe('+E.164'), role: z.enum(['current', 'hidden', 'changed', 'released']) }),
    ),
  })
  .meta({
    id: 'RevealedPhones',
    description: 'Every number known of a person, in full. Asking for it is written down.',
  });

export type RevealReason = z.infer<typeof RevealReason>;
export type PhoneMasking = z.infer<typeof PhoneMasking>;
export type RevealedPhones = z.infer<typeof RevealedPhones>;
