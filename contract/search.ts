// Looking for something: people, threads, and what was written.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';
import { ContactSummary } from './contacts.ts';
import { BusinessNumber, Conversation } from './conversations.ts';

export const SearchHit = z
  .object({
    id: Id.describe('Of the message, or of the note.'),
    conversationId: Id,
    contact: ContactSummary,
    businessNumber: BusinessNumber,
    direction: z.enum(['in', 'out', 'none']).describe('none: a note, which colleagues alone see.'),
    type: z.string().describe('As of a message; `note` for a note.'),
    at,
    author: z.string().optional(),
    text: z.string().describe('What is shown of it: the stretch around the first hit.'),
    hits: z
      .array(z.tuple([z.number().int(), z.number().int()]))
      .describe('What was found in `text`, as [start, end) in UTF-16 units.'),
    cutStart: z.boolean().describe('Something stands before.'),
    cutEnd: z.boolean(),
  })
  .meta({ id: 'SearchHit' });

export const SearchAnswer = z
  .object({
    contacts: z.array(ContactSummary.extend({ conversationId: Id.nullable().describe('The thread last written in.') })),
    conversations: z.array(Conversation),
    messages: z.array(SearchHit),
  })
  .meta({ id: 'SearchAnswer' });

const q = z.string().trim().min(1).max(200);

export const SearchAll = z.object({ q });

export const SearchMessages = z.object({
  q: q.describe('Words, each from its beginning, in any order and script.'),
  contact: z.uuid().optional().describe('Only what was written with this person.'),
  businessNumber: z.string().max(60).optional(),
  direction: z.enum(['in', 'out']).optional(),
  after: z.iso.datetime().optional().describe('Then or later.'),
  before: z.iso.datetime().optional(),
  hasFile: z.stringbool().optional(),
  notes: z.stringbool().default(true).describe('Notes too, where neither a direction nor a file is asked for.'),
  limit,
  cursor,
});

export const SearchThread = z.object({ q, limit, cursor });

export type SearchHit = z.infer<typeof SearchHit>;
export type SearchAnswer = z.infer<typeof SearchAnswer>;
export type SearchMessages = z.infer<typeof SearchMessages>;
