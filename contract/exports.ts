// Exports: data taken away as files, once or again and again.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';

export const ExportKind = z
  .enum(['contacts', 'conversations', 'messages', 'campaigns', 'coverage'])
  .describe(
    'contacts, conversations, messages: a row each. campaigns: a row for each line of each campaign. coverage: a row for each day and business number. People without a phone number are in all of them.',
  );
export const ExportFormat = z.enum(['csv', 'jsonl', 'parquet']);

export const ExportState = z
  .enum(['queued', 'running', 'ready', 'failed', 'cancelled', 'withdrawn', 'expired'])
  .describe(
    'withdrawn: destroyed, since somebody was erased who may have been in it. expired: its time for download is over.',
  );

export const ExportProblem = z
  .enum(['storage_full', 'storage_unreachable', 'broken_off', 'failed'])
  .describe('broken_off: the service ended several times while it was made.');

const number = z.string().max(40).nullable().describe('Only what belongs to this business number (its `id`).');
const tag = z.uuid().nullable().describe('Only who, or what, has this tag. Not for coverage.');
const accounts = z
  .boolean()
  .describe(
    'Whether WhatsApp’s own ids of accounts go along. Only whoever may read them can ask for it, or download it.',
  );

const asked = { kind: ExportKind, format: ExportFormat, number, tag, accounts };

export const CreateExport = z
  .object({
    kind: ExportKind,
    format: ExportFormat.default('csv'),
    from: at
      .nullable()
      .default(null)
      .describe('contacts, conversations: last active at or after it. Others: at or after it.'),
    until: at.nullable().default(null).describe('Before it.'),
    number: number.default(null),
    tag: tag.default(null),
    accounts: accounts.default(false),
    portfolio: z.string().max(64).optional().describe('May be left out where you see only one.'),
  })
  .meta({ id: 'CreateExport' });

export const Export = z
  .object({
    id: Id,
    portfolioId: z.string(),
    ...asked,
    from: at.nullable(),
    until: at.nullable(),
    numbersMasked: z.boolean().describe('Made for somebody who sees numbers masked; so they are in the file.'),
    state: ExportState,
    problem: ExportProblem.nullable(),
    scheduleId: Id.nullable(),
    createdAt: at,
    createdBy: z.string(),
    finishedAt: at.nullable(),
    expiresAt: at.nullable().describe('Until when it can be downloaded.'),
    rowsTotal: z.number().int(),
    rowsDone: z.number().int(),
    sizeBytes: z.number().int().nullable(),
    downloads: z.number().int(),
    fileName: z.string(),
    downloadable: z.boolean().describe('Whether there is a file that you may download.'),
  })
  .meta({ id: 'Export', description: 'A file of data, made or being made.' });

export const ListExports = z.object({ limit, cursor, schedule: z.uuid().optional() });

const rhythm = {
  lastDays: z
    .number()
    .int()
    .min(1)
    .max(366)
    .nullable()
    .describe('Of so many whole days before the day it is made, on the clocks of `zone`. null: of all time.'),
  every: z.enum(['day', 'week', 'month']),
  day: z
    .number()
    .int()
    .min(1)
    .max(31)
    .nullable()
    .describe(
      'Of the week, Monday being 1; or of the month, its last where it has fewer. null where it is made every day.',
    ),
  clock: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('HH:MM'),
  zone: z.string().max(60).describe('An IANA name, such as Europe/Lisbon.'),
  keep: z.number().int().min(1).max(30).describe('How many of its files are kept; the oldest go first.'),
};

export const CreateExportSchedule = z
  .object({
    name: z.string().trim().min(1).max(80),
    kind: ExportKind,
    format: ExportFormat.default('csv'),
    number: number.default(null),
    tag: tag.default(null),
    accounts: accounts.default(false),
    ...rhythm,
    lastDays: rhythm.lastDays.default(null),
    day: rhythm.day.default(null),
    keep: rhythm.keep.default(3),
    portfolio: z.string().max(64).optional().describe('May be left out where you see only one.'),
  })
  .meta({ id: 'CreateExportSchedule' });

export const ChangeExportSchedule = z.object({ paused: z.boolean() }).meta({ id: 'ChangeExportSchedule' });

export const ExportSchedule = z
  .object({
    id: Id,
    portfolioId: z.string(),
    name: z.string(),
    ...asked,
    ...rhythm,
    numbersMasked: z.boolean(),
    paused: z.boolean(),
    nextAt: at.nullable().describe('When the next file is made. null while it is paused.'),
    createdAt: at,
    createdBy: z.string(),
  })
  .meta({ id: 'ExportSchedule', description: 'A file that is made again and again.' });

export type ExportKind = z.infer<typeof ExportKind>;
export type ExportFormat = z.infer<typeof ExportFormat>;
export type ExportState = z.infer<typeof ExportState>;
export type ExportProblem = z.infer<typeof ExportProblem>;
export type Export = z.infer<typeof Export>;
export type CreateExport = z.infer<typeof CreateExport>;
export type ExportSchedule = z.infer<typeof ExportSchedule>;
export type CreateExportSchedule = z.infer<typeof CreateExportSchedule>;
