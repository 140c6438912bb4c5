// The audit log as it is asked for and answered.

import { z } from 'zod';
import { type AuditAct as Act, auditActs, auditAreas } from './audit-acts.ts';
import { at, cursor, limit } from './base.ts';

const acts = Object.keys(auditActs) as [Act, ...Act[]];

export const AuditAct = z.enum(acts);
export type AuditAct = Act;

const plain = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const AuditEntry = z
  .object({
    number: z.number().int().describe('Counts up; gaps mean nothing.'),
    at,
    act: AuditAct,
    actor: z
      .object({
        kind: z
          .enum(['user', 'key', 'operator', 'visitor'])
          .describe('A person, an API key, somebody at the command line of the server, or nobody who had signed in.'),
        id: z.string().nullable(),
        name: z.string().nullable().describe('As it was then.'),
        role: z.string().nullable(),
      })
      .describe('Who did it.'),
    address: z.string().nullable().describe('The network address it came from.'),
    subject: z
      .object({ kind: z.string(), id: z.string(), name: z.string().nullable().describe('Null for customers.') })
      .nullable()
      .describe('Whom or what it was done to.'),
    portfolio: z.string().nullable(),
    detail: z.record(z.string(), plain),
  })
  .meta({ id: 'AuditEntry' });

const filters = {
  act: z
    .union([AuditAct, z.array(AuditAct)])
    .optional()
    .describe('Only these acts.'),
  area: z.enum(auditAreas).optional().describe('Only acts of this kind.'),
  actor: z.string().max(100).optional().describe('Only what this person or key did: the id.'),
  subject: z.string().max(100).optional().describe('Only what was done to this person, contact, key ...: the id.'),
  q: z.string().trim().max(100).optional().describe('A part of the name of who did it, or of what it was done to.'),
  from: z.iso.datetime({ offset: true }).optional().describe('At this moment or later.'),
  to: z.iso.datetime({ offset: true }).optional().describe('Before this moment.'),
};

export const ListAudit = z.object({ ...filters, limit, cursor });
export const ExportAudit = z.object(filters);

export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditFilters = z.infer<typeof ExportAudit>;
