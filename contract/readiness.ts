// Readiness: what audits found in other systems that still assumes a phone number.

import { z } from 'zod';
import { at, Id } from './base.ts';

export const ReadinessOutcome = z
  .enum([
    'held',
    'refused',
    'no_answer',
    'slow',
    'answered_otherwise',
    'lost',
    'split',
    'mixed',
    'wrote_undefined',
    'cut_id',
    'not_judged',
  ])
  .describe('How a webhook without a number was taken, beside the same one with a number.');

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const integration = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .describe('What the system is called. Audits of one name are of one system.');

const figures = z.object({
  statuses: z.array(z.number().int().min(0).max(999).nullable()).max(10),
  slowestMs: z.number().int().min(0),
});

const shape = z.object({ shape: slug, outcome: ReadinessOutcome, control: figures, tried: figures });

const place = z.object({
  rule: slug,
  file: z.string().min(1).max(500),
  line: z.number().int().min(1),
});

const handedIn = {
  integration,
  at: at.describe('When it was run.'),
  portfolio: z.string().max(64).optional().describe('May be left out where you see only one.'),
};

export const KeepReadinessRun = z
  .discriminatedUnion('kind', [
    z.object({
      ...handedIn,
      kind: z.literal('code'),
      files: z.number().int().min(0).describe('How many were read.'),
      places: z.array(place).max(1_000).describe('What was found; of more than a thousand, the first.'),
      total: z.number().int().min(0).describe('How many places there are in all.'),
    }),
    z.object({
      ...handedIn,
      kind: z.literal('endpoint'),
      readBack: z.boolean(),
      shapes: z.array(shape).min(1).max(200),
    }),
  ])
  .meta({ id: 'KeepReadinessRun', description: 'What `throughline audit` hands in with `--report`.' });

const summary = {
  id: Id,
  portfolioId: z.string(),
  integration: z.string(),
  kind: z.enum(['code', 'endpoint']),
  at,
  score: z.number().int().nullable().describe('Of an endpoint: how much of what could be judged holds, 0 to 100.'),
  failing: z.number().int().describe('Places in files, or shapes of webhooks.'),
  lookedAt: z.number().int().describe('Files read, or shapes that could be judged.'),
};

export const ReadinessRun = z.object(summary).meta({ id: 'ReadinessRun' });

export const ReadinessIntegration = z
  .object({
    portfolioId: z.string(),
    name: z.string(),
    code: ReadinessRun.nullable().describe('The latest audit of its files.'),
    endpoint: ReadinessRun.nullable().describe('The latest audit of what it does.'),
    before: z
      .object({ code: z.number().int().nullable(), endpoint: z.number().int().nullable() })
      .describe('How much failed the time before.'),
  })
  .meta({ id: 'ReadinessIntegration', description: 'A system that was audited.' });

export const ReadinessDetail = z
  .object({
    ...summary,
    readBack: z
      .boolean()
      .nullable()
      .describe('Of an endpoint: whether it could be looked what it made of the webhooks.'),
    shapes: z.array(shape),
    rules: z.array(
      z.object({
        rule: z.string(),
        family: z.enum(['reading', 'keys', 'sending', 'stores', 'files']).nullable(),
        title: z
          .string()
          .nullable()
          .describe('As the audit words it, in English; null for a kind this version does not know.'),
        why: z.string().nullable(),
        fix: z.string().nullable(),
        places: z.array(z.object({ file: z.string(), line: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'ReadinessDetail', description: 'An audit with what it found.' });

export type ReadinessOutcome = z.infer<typeof ReadinessOutcome>;
export type KeepReadinessRun = z.infer<typeof KeepReadinessRun>;
export type ReadinessRun = z.infer<typeof ReadinessRun>;
export type ReadinessIntegration = z.infer<typeof ReadinessIntegration>;
export type ReadinessDetail = z.infer<typeof ReadinessDetail>;

const told = z.object({
  taken: z.number().int(),
  troubled: z.number().int().describe('Not taken, at the first try or at all.'),
});

export const ReadinessReader = z
  .object({
    id: Id,
    portfolioId: z.string(),
    name: z.string(),
    accounts: z.boolean().describe('Whether it gets WhatsApp’s own ids of accounts.'),
    mode: z
      .enum(['as-is', 'fill-phone', 'stable-alias'])
      .nullable()
      .describe('Of a system behind the relay, what it is given in the place of numbers; null for a webhook.'),
    withNumber: told,
    without: told,
    verdict: z
      .enum(['breaks', 'takes_both', 'needs_number', 'not_known'])
      .describe(
        'breaks: much more trouble with people who have no number. needs_number: it is given numbers by the relay because it cannot live without. not_known: it was told of too few people without a number.',
      ),
  })
  .meta({
    id: 'ReadinessReader',
    description: 'A webhook or a system behind the relay, by what became of what it was told.',
  });

export type ReadinessReader = z.infer<typeof ReadinessReader>;
