// What people note of a person or a thread beyond what WhatsApp says: tags, and fields of their own.

import { z } from 'zod';
import { Id } from './base.ts';

/** Colors tell tags apart and mean nothing. */
export const TagColor = z.enum(['slate', 'sky', 'teal', 'moss', 'sand', 'coral', 'rose', 'violet']);

export const Tag = z
  .object({
    id: Id,
    name: z.string(),
    color: TagColor,
    archived: z.boolean().describe('true: stays where it is, and is not offered any more.'),
  })
  .meta({ id: 'Tag' });

const tagName = z.string().trim().min(1).max(40);

export const CreateTag = z.object({ name: tagName, color: TagColor.default('slate') }).meta({ id: 'CreateTag' });

export const ChangeTag = z
  .object({ name: tagName.optional(), color: TagColor.optional(), archived: z.boolean().optional() })
  .meta({ id: 'ChangeTag' });

export const FieldSubject = z.enum(['contact', 'conversation']);
export const FieldKind = z.enum(['text', 'number', 'date', 'choice', 'yes_no']);

export const Choice = z.object({ id: Id, label: z.string(), archived: z.boolean() });

export const Field = z
  .object({
    id: Id,
    subject: FieldSubject.describe('What it is noted of.'),
    name: z.string(),
    kind: FieldKind,
    choices: z.array(Choice).describe('For choice: what may be chosen.'),
    required: z.boolean().describe('The desk asks for it; once filled in it cannot be emptied.'),
    place: z.number().int().describe('Its place among the others, from 0.'),
    archived: z.boolean(),
  })
  .meta({ id: 'Field' });

const fieldName = z.string().trim().min(1).max(60);
const label = z.string().trim().min(1).max(60);

export const CreateField = z
  .object({
    subject: FieldSubject,
    name: fieldName,
    kind: FieldKind,
    choices: z.array(z.object({ label })).max(100).default([]),
    required: z.boolean().default(false),
  })
  .refine(({ kind, choices }) => (kind === 'choice') === choices.length > 0, {
    message: 'is for a choice, which needs at least one',
    path: ['choices'],
  })
  .meta({ id: 'CreateField' });

export const ChangeField = z
  .object({
    name: fieldName.optional(),
    required: z.boolean().optional(),
    archived: z.boolean().optional(),
    place: z.number().int().min(0).max(200).optional(),
    choices: z
      .array(z.object({ id: Id.optional(), label }))
      .min(1)
      .max(100)
      .optional()
      .describe('All that are to be offered, in order; one left out is archived where it was chosen before.'),
  })
  .meta({ id: 'ChangeField' });

export const FieldValue = z
  .object({
    field: Id,
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .describe('text: a string. number: a number. date: YYYY-MM-DD. choice: the id of one. yes_no: true or false.'),
  })
  .meta({ id: 'FieldValue' });

export const SetFieldValue = z
  .object({ value: z.union([z.string().trim().max(500), z.number(), z.boolean()]).nullable() })
  .meta({ id: 'SetFieldValue' });

export type TagColor = z.infer<typeof TagColor>;
export type Tag = z.infer<typeof Tag>;
export type Field = z.infer<typeof Field>;
export type FieldKind = z.infer<typeof FieldKind>;
export type FieldSubject = z.infer<typeof FieldSubject>;
export type FieldValue = z.infer<typeof FieldValue>;
export type CreateField = z.infer<typeof CreateField>;
export type ChangeField = z.infer<typeof ChangeField>;
