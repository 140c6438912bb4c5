// What a person wants corrected, and what correcting it comes to.

import { z } from 'zod';
import { Id } from './base.ts';
import { ContactSummary } from './contacts.ts';

const value = z.union([z.string().max(2000), z.number(), z.boolean()]).nullable();

export const Correction = z
  .discriminatedUnion('what', [
    z.object({
      what: z.literal('name'),
      name: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .describe('What they are called. It stands before any name WhatsApp shows.'),
    }),
    z.object({
      what: z.literal('field'),
      fieldId: z.uuid(),
      value: value.describe('As the field takes it. null empties the field.'),
    }),
    z.object({
      what: z.literal('split'),
      account: z.uuid().describe('One of the contact’s accounts that is somebody else’s.'),
    }),
    z.object({
      what: z.literal('never_merge'),
      contact: z.uuid().describe('Somebody they are not, and are never to be taken for.'),
    }),
  ])
  .meta({ id: 'Correction', description: 'One thing to be corrected.' });

export const Corrections = z.array(Correction).max(20);

export const SetCorrections = z
  .object({ corrections: Corrections.describe('All of them: they take the place of what was named before.') })
  .meta({ id: 'SetCorrections' });

const refused = z
  .object({ code: z.string(), title: z.string() })
  .nullable()
  .describe('Why it cannot be carried out as it is named; null where it can.');

export const CorrectionEffect = z
  .discriminatedUnion('what', [
    z.object({ what: z.literal('name'), was: z.string(), becomes: z.string(), refused }),
    z.object({
      what: z.literal('field'),
      fieldId: Id,
      name: z.string().nullable().describe('What the field is called; null where there is no such field.'),
      was: value,
      becomes: value,
      refused,
    }),
    z.object({
      what: z.enum(['split', 'never_merge']),
      before: z.array(ContactSummary).describe('Whom it is about, as they are.'),
      after: z.array(ContactSummary).describe('The same, once it is carried out.'),
      moves: z.array(z.string()).describe('What happens, in sentences.'),
      refused,
    }),
  ])
  .meta({ id: 'CorrectionEffect', description: 'What one correction comes to, before and after.' });

export type Correction = z.infer<typeof Correction>;
export type CorrectionEffect = z.infer<typeof CorrectionEffect>;
