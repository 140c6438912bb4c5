// How long things are kept.

import { z } from 'zod';

const days = (least: number, what: string) => z.number().int().min(least).max(3650).nullable().describe(what);

const clocks = {
  rawDays: z.number().int().min(8).max(365).describe('Webhooks as they came. Meta sends again for 7 days. Default 14.'),
  parkedDays: days(
    8,
    'Parts of webhooks that could not be applied and wait for somebody. null: until somebody decides.',
  ),
  conversationsDays: days(30, 'Messages, calls, notes and files in them. null: until somebody asks for their erasure.'),
  filesDays: days(1, 'Files that came with messages; the messages stay. null: as long as the messages.'),
  campaignsDays: days(30, 'Rows of campaigns that have ended; the counts stay. null: for good.'),
  eventsDays: z
    .number()
    .int()
    .min(7)
    .max(366)
    .describe(
      'The log of events, and what was given up of its deliveries. What a webhook that is on still owes stays up to 14 days longer. Default 30.',
    ),
  deliveriesDays: z
    .number()
    .int()
    .min(1)
    .max(90)
    .describe('That a delivery was taken. Never longer than the log. Default 7.'),
  inactiveDays: days(
    30,
    'People who were not heard from, and not written to, for so long are erased, unless they wait for an answer. null, the default: never. 60 is usual.',
  ),
};

export const Retention = z.object(clocks).meta({ id: 'Retention', description: 'How long things are kept, in days.' });
export const SetRetention = z
  .object(clocks)
  .partial()
  .meta({ id: 'SetRetention', description: 'What changes; the rest stays as it is.' });

export const RetentionPreview = z
  .object({
    retention: Retention.describe('As it would be.'),
    counts: z
      .object({
        ...{ rawDays: z.number().int(), parkedDays: z.number().int(), conversationsDays: z.number().int() },
        ...{ filesDays: z.number().int(), campaignsDays: z.number().int() },
        ...{ eventsDays: z.number().int(), deliveriesDays: z.number().int() },
        inactiveDays: z.number().int().describe('People, and no more than 100,000 are counted.'),
      })
      .describe('What each clock would delete now: rows, files, events or people.'),
  })
  .meta({ id: 'RetentionPreview', description: 'What would be deleted. Nothing is.' });

export type RetentionPreview = z.infer<typeof RetentionPreview>;
export type Retention = z.infer<typeof Retention>;
