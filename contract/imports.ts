// Imports: people from lists of other systems.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';

export const ImportTarget = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('phone') }),
    z.object({ kind: z.literal('name') }),
    z.object({ kind: z.literal('username') }),
    z.object({ kind: z.literal('tags') }),
    z.object({ kind: z.literal('opt_in') }).describe('yes: marketing is welcome; no: it is not.'),
    z.object({ kind: z.literal('opt_out') }).describe('yes: marketing is not welcome.'),
    z.object({ kind: z.literal('field'), field: Id }),
    z
      .object({ kind: z.literal('external_id'), field: Id })
      .describe('What the other system calls the person, kept in this field of text: people are found by it.'),
  ])
  .describe('What a column holds.');

export const ImportMapping = z.object({
  columns: z.array(ImportTarget.nullable()).max(200).describe('For each column in order; null: it is left out.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null)
    .describe('Of numbers written without a country code, ISO 3166. null: those are refused.'),
  byUsername: z
    .boolean()
    .default(false)
    .describe(
      'Whether a row without a number, or with one nobody here has, is taken to be about whoever has its username now. Usernames change hands, so this is off unless asked for.',
    ),
  createTags: z.boolean().default(false).describe('Whether tags that are not there yet are made.'),
});

export const ImportState = z.enum(['reading', 'mapping', 'checking', 'checked', 'running', 'done', 'cancelled']);
export const ImportOutcome = z
  .enum(['created', 'updated', 'unchanged', 'skipped'])
  .describe('Before the import is run: what would be.');
export const ImportReason = z
  .enum([
    'no_identifier',
    'invalid_phone',
    'double',
    'own_number',
    'erased',
    'number_changed_hands',
    'in_question',
    'conflict',
    'several',
    'username_only',
    'not_found',
    'invalid_value',
    'unknown_tag',
  ])
  .describe(
    'number_changed_hands: it went from one person to another, and nobody knows whom the list means. in_question: who the person is, is an open question. conflict: number and external id are different people’s. several: more than one has it. not_found: nobody has this external id, and there is no number to begin with.',
  );

const count = z.number().int();

export const Import = z
  .object({
    id: Id,
    portfolioId: z.string(),
    name: z.string(),
    state: ImportState,
    rows: count,
    done: count.describe('Rows looked at while it is checked, or carried out while it runs.'),
    columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
    mapping: ImportMapping,
    counts: z.object({ created: count, updated: count, unchanged: count, skipped: count }),
    reasons: z.array(z.object({ reason: ImportReason, rows: count })).describe('Why rows are skipped.'),
    createdAt: at,
    createdBy: z.string(),
    endedAt: at.nullable(),
  })
  .meta({ id: 'Import', description: 'A list of people, looked at or taken in.' });

export const ImportRow = z
  .object({
    line: count,
    cells: z.array(z.string()),
    outcome: ImportOutcome.nullable(),
    reason: ImportReason.nullable(),
    ofLine: count.nullable().describe('Of a double: the line that counts.'),
    contactId: Id.nullable(),
  })
  .meta({ id: 'ImportRow' });

const text = z.string().trim().max(2_000);

export const CreateImport = z
  .object({
    name: z.string().trim().min(1).max(200).default('API'),
    rows: z
      .array(
        z.object({
          phone: text.optional(),
          name: text.optional(),
          username: text.optional(),
          externalId: text.optional(),
          tags: z.array(text).max(50).optional(),
          marketing: z.boolean().optional().describe('false: it is not welcome.'),
          fields: z.record(z.uuid(), text).optional().describe('By the id of the field, as text.'),
        }),
      )
      .min(1)
      .max(10_000),
    externalIdField: z.uuid().optional().describe('The field that keeps `externalId`.'),
    country: ImportMapping.shape.country,
    byUsername: ImportMapping.shape.byUsername,
    createTags: ImportMapping.shape.createTags,
    dryRun: z.boolean().default(false).describe('Only say what would be; run it later by POST /imports/{id}/run.'),
    portfolio: z.string().max(64).optional(),
  })
  .meta({ id: 'CreateImport' });

export const ChangeImport = z.object({ mapping: ImportMapping }).meta({ id: 'ChangeImport' });
export const ListImports = z.object({ limit, cursor });
export const ListImportRows = z.object({
  limit,
  cursor,
  outcome: ImportOutcome.optional(),
  reason: ImportReason.optional(),
});

export type Import = z.infer<typeof Import>;
export type ImportRow = z.infer<typeof ImportRow>;
export type ImportTarget = z.infer<typeof ImportTarget>;
export type ImportMapping = z.infer<typeof ImportMapping>;
export type ImportState = z.infer<typeof ImportState>;
export type ImportOutcome = z.infer<typeof ImportOutcome>;
export type ImportReason = z.infer<typeof ImportReason>;
export type CreateImport = z.infer<typeof CreateImport>;
