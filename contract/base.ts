// What every shape is made of.

import { z } from 'zod';

export const Id = z.uuid().describe('An id of ours. Permanent: after a join the retired id still answers.');
export const at = z.iso.datetime().describe('UTC, ISO 8601.');

export const page = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), next: z.string().nullable() });

export const limit = z.coerce.number().int().min(1).max(200).default(50).describe('How many at most, 1 to 200.');
export const cursor = z.string().max(400).optional().describe('`next` of the page before.');

export interface Page<T> {
  data: T[];
  next: string | null;
}
