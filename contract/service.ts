// Who is asking, what went wrong, and what changed.

import { z } from 'zod';
import { Id } from './base.ts';

export const Role = z.enum(['admin', 'supervisor', 'agent', 'privacy_officer', 'developer', 'auditor']);

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    role: Role,
    scopes: z.array(z.string()),
    lacks: z.enum(['second_factor']).optional().describe('Nothing is open before this is set up.'),
    liveFrom: z
      .string()
      .optional()
      .describe('Where the live stream stands: what is asked for after this and kept up from here misses nothing.'),
  })
  .meta({ id: 'Me' });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('Stable: branch on this.'),
    detail: z.string(),
    errors: z
      .array(z.object({ field: z.string(), problem: z.string() }))
      .optional()
      .describe('Each field at fault and what would be right.'),
    allowed: z.array(z.string()).optional().describe('What may be done instead.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });

/** One line of the live stream: something the desk should look at again. */
export const Change = z
  .object({
    kind: z.enum([
      'conversation',
      'contact',
      'parked',
      'review',
      'campaign',
      'template',
      'privacy',
      'mention',
      'canned_reply',
      'labels',
      'subscription',
      'canary',
    ]),
    id: Id,
    contactId: Id.optional(),
  })
  .meta({ id: 'Change' });

export type Role = z.infer<typeof Role>;
export type Me = z.infer<typeof Me>;
export type Problem = z.infer<typeof Problem>;
export type Change = z.infer<typeof Change>;
