// Campaigns: one template to many people, by phone number.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';
import { TemplateText } from './templates.ts';

export const CampaignState = z
  .enum(['draft', 'checking', 'ready', 'scheduled', 'running', 'paused', 'done', 'cancelled'])
  .describe(
    'draft: being put together. checking: every row is looked at. ready: checked, may start. scheduled: starts by itself. done: every row has its end.',
  );

export const Reach = z
  .enum([
    'phone',
    'account',
    'not_a_number',
    'duplicate_row',
    'duplicate_person',
    'username_not_addressable',
    'bsuid_needs_relationship',
    'number_moved',
    'own_number',
    'opted_out',
    'do_not_contact',
    'blocked',
    'value_missing',
    'needs_phone',
  ])
  .describe(
    'phone: reachable by this number. account: reachable by WhatsApp account only, where the policy allows. All others: not sent to, and why.',
  );

export const RowState = z
  .enum(['waiting', 'skipped', 'queued', 'accepted', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled'])
  .describe('skipped: not sent to; `reach` says why. Every row is in exactly one of these.');

const count = z.number().int().min(0);

export const ColumnMapping = z
  .object({
    phone: z.number().int().min(0).describe('The column with the number.'),
    name: z.number().int().min(0).optional(),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .describe('ISO country for numbers written without a country code. Without it those are refused.'),
    values: z
      .record(
        z.string().max(100),
        z.union([z.object({ column: z.number().int().min(0) }), z.object({ text: z.string().max(2000) })]),
      )
      .default({})
      .describe('Template slot to a column, or to one text for all.'),
  })
  .meta({ id: 'ColumnMapping' });

export const CampaignFile = z
  .object({
    name: z.string(),
    sizeBytes: count,
    rows: count,
    delimiter: z.string(),
    encoding: z.string(),
    columns: z.array(
      z.object({
        index: z.number().int(),
        header: z.string(),
        samples: z.array(z.string()).describe('Of the first rows.'),
        guess: z.enum(['phone', 'name', 'username', 'other']),
      }),
    ),
    problems: z.array(z.object({ line: z.number().int(), problem: z.string() })).describe('The first 100.'),
    problemCount: count,
  })
  .meta({ id: 'CampaignFile' });

export const Audience = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('file') }),
    z.object({
      kind: z.literal('contacts'),
      filter: z.object({
        q: z.string().max(200).optional(),
        hidden: z.boolean().optional(),
        seenWithinDays: z.number().int().min(1).max(3650).optional(),
        notSeenForDays: z.number().int().min(1).max(3650).optional(),
      }),
    }),
  ])
  .meta({ id: 'Audience' });

export const Campaign = z
  .object({
    id: Id,
    name: z.string(),
    state: CampaignState,
    businessNumber: z.object({ id: z.string(), display: z.string(), name: z.string() }),
    template: z.object({ name: z.string(), language: z.string(), text: TemplateText.nullable() }).nullable(),
    audience: Audience.nullable(),
    file: CampaignFile.nullable(),
    mapping: ColumnMapping.nullable(),
    schedule: z
      .object({ at: z.string().describe('Local time there, YYYY-MM-DDTHH:MM.'), timeZone: z.string(), startsAt: at })
      .nullable(),
    pacePerMinute: z.number().int().nullable().describe('null: as fast as WhatsApp allows.'),
    rows: count,
    byReach: z.record(z.string(), count).describe('After the check: how many rows of each reach.'),
    byState: z.record(z.string(), count).describe('Adds up to `rows`.'),
    byReason: z
      .array(z.object({ code: z.string(), text: z.string(), rows: count }))
      .describe('Why rows were skipped or failed, in sentences, most first.'),
    replies: count.describe('People who wrote back after their row was sent.'),
    problems: z
      .array(z.object({ field: z.string(), problem: z.string() }))
      .describe('What stands in the way of starting.'),
    waiting: z
      .object({ reason: z.string(), text: z.string() })
      .nullable()
      .describe('While running: why it is not going faster now.'),
    createdBy: z.string(),
    createdAt: at,
    checkedAt: at.nullable(),
    startedAt: at.nullable(),
    finishedAt: at.nullable(),
  })
  .meta({ id: 'Campaign' });

export const CampaignRow = z
  .object({
    line: z.number().int().describe('Of the file, the heading being line 1; counted from 1 for contacts.'),
    phone: z.string().describe('As it was written.'),
    normalized: z.string().nullable(),
    name: z.string().nullable(),
    contactId: Id.nullable(),
    conversationId: Id.nullable(),
    messageId: Id.nullable(),
    reach: Reach.nullable().describe('null: not checked yet.'),
    state: RowState,
    reason: z.string().nullable().describe('In a sentence.'),
    duplicateOf: z.number().int().nullable().describe('The line that is sent to instead.'),
    at: at.nullable(),
  })
  .meta({ id: 'CampaignRow' });

export const CoursePoint = z.object({
  at: z.string().describe('When the stretch begins, on the clock of `timeZone`, as 2026-12-01T09:30.'),
  sent: count.describe('Left for WhatsApp, and did not fail later.'),
  delivered: count,
  read: count,
  failed: count,
  replied: count.describe('Conversations in which the person wrote for the first time after it was sent.'),
});

export const CampaignCourse = z
  .object({
    timeZone: z.string(),
    grain: z.enum(['minutes', 'hour', 'day']).describe('minutes: ten of them.'),
    points: z.array(CoursePoint),
  })
  .meta({
    id: 'CampaignCourse',
    description: 'What happened in each stretch of the first thirty days, not what had happened by then.',
  });

export const ListCampaigns = z.object({ state: CampaignState.optional(), limit, cursor });
export const ListCampaignRows = z.object({
  state: RowState.optional(),
  reach: Reach.optional(),
  q: z.string().max(60).optional().describe('In the number or the name.'),
  limit,
  cursor,
});

export const CreateCampaign = z
  .object({
    name: z.string().trim().min(1).max(120),
    from: z.string().min(1).describe('The phone_number_id of the business number to send from.'),
  })
  .meta({ id: 'CreateCampaign' });

export const ChangeCampaign = z
  .object({
    name: z.string().trim().min(1).max(120).optional(),
    from: z.string().min(1).optional(),
    template: z.object({ name: z.string(), language: z.object({ code: z.string() }) }).optional(),
    audience: Audience.optional(),
    mapping: ColumnMapping.optional(),
    schedule: z
      .object({
        at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must look like 2026-12-01T09:30'),
        timeZone: z.string().max(60).describe('IANA, as America/Bogota.'),
      })
      .nullable()
      .optional(),
    pacePerMinute: z.number().int().min(1).max(60_000).nullable().optional(),
  })
  .meta({ id: 'ChangeCampaign' });

/** What a portfolio chose about campaigns. */
export const CampaignSettings = z
  .object({
    accountOnly: z
      .enum(['refuse', 'send'])
      .describe(
        'People known by WhatsApp account only, their number hidden and unknown. refuse: campaigns leave them out. send: those with a conversation with the business number are written to by account.',
      ),
    endpoint: z
      .enum(['messages', 'marketing_messages'])
      .describe('By which endpoint marketing templates go. marketing_messages: the one Meta optimizes delivery for.'),
  })
  .meta({ id: 'CampaignSettings' });

export type CampaignCourse = z.infer<typeof CampaignCourse>;
export type CoursePoint = z.infer<typeof CoursePoint>;
export type CampaignSettings = z.infer<typeof CampaignSettings>;
export type Campaign = z.infer<typeof Campaign>;
export type CampaignFile = z.infer<typeof CampaignFile>;
export type CampaignRow = z.infer<typeof CampaignRow>;
export type CampaignState = z.infer<typeof CampaignState>;
export type ColumnMapping = z.infer<typeof ColumnMapping>;
export type Audience = z.infer<typeof Audience>;
export type Reach = z.infer<typeof Reach>;
export type RowState = z.infer<typeof RowState>;
/** As it is sent: only what changes. */
export type ChangeCampaign = z.input<typeof ChangeCampaign>;
