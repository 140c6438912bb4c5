// What the API takes: query, parameters and bodies.

import { z } from 'zod';
import { cursor, limit } from './base.ts';
import { ConversationState } from './conversations.ts';
import { ReviewAction } from './identity.ts';
import { MessageContent } from './messages.ts';
import { Priority } from './work.ts';

const several = z
  .union([z.string().max(600), z.array(z.string().max(600)).max(20)])
  .transform((given) => (Array.isArray(given) ? given : [given]));
const tag = several.pipe(z.array(z.uuid())).optional().describe('The id of a tag; several times: all of them.');
const field = several
  .pipe(
    z.array(z.string().regex(/^[0-9a-f-]{36}:/, 'must be the id of a field, a colon and what to look for, as ID:gold')),
  )
  .optional()
  .describe(
    'ID:VALUE. Of a text what it contains; of a choice its id; of yes_no true or false; of a number or date a value, or FROM..TO where either may be left out.',
  );
const moment = (what: string) => z.iso.datetime().optional().describe(what);

/** Which people: the same for the list and for the file. */
export const ContactFilter = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .describe(
      'A phone in any spelling, a username with or without @, a name, an e-mail address of a card kept, or what is noted in a field.',
    ),
  hidden: z.stringbool().optional().describe('true: only people who have hidden their number.'),
  hasPhone: z.stringbool().optional().describe('Whether a number in use is known.'),
  hasUsername: z.stringbool().optional(),
  marketing: z.enum(['stopped', 'not_stopped']).optional(),
  tag,
  field,
  seenAfter: moment('Last seen then or later.'),
  seenBefore: moment('Last seen before.'),
  firstSeenAfter: moment('First seen then or later.'),
  firstSeenBefore: moment('First seen before.'),
  sort: z
    .enum(['last_seen', 'first_seen', 'name'])
    .default('last_seen')
    .describe('Newest first; by name from A. With q and last_seen, who is exactly what was looked for stands first.'),
});

export const ListContacts = ContactFilter.extend({ limit, cursor });

export const ListConversations = z.object({
  contact: z.uuid().optional().describe("Only this contact's."),
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/i, 'up to 100 ids, with commas between')
    .optional()
    .describe('Only these: up to 100 ids, with commas between.'),
  state: ConversationState.optional(),
  hidden: z.stringbool().optional().describe('true: only people who have hidden their number.'),
  unread: z.stringbool().optional().describe('true: only threads with messages nobody has read.'),
  mentions: z.stringbool().optional().describe('true: only threads in which a note calls you that you have not seen.'),
  work: z
    .stringbool()
    .optional()
    .describe(
      'true: only where there is something to do or was; what we sent to many and what is history is left out.',
    ),
  assignee: z
    .union([z.enum(['me', 'none']), z.uuid()])
    .optional()
    .describe('me, none, or the id of a person.'),
  team: z.uuid().optional(),
  priority: Priority.optional(),
  waiting: z.stringbool().optional().describe('true: only where the customer waits for an answer.'),
  sort: z
    .enum(['newest', 'waiting', 'priority', 'due'])
    .default('newest')
    .describe('newest: last word first. waiting: who waits longest first. due: what is promised soonest first.'),
  q: z.string().max(200).optional().describe('As for contacts.'),
  tag: tag.describe('The id of a tag on the thread or on its person; several times: all of them.'),
  field: field.describe('Of the thread, or of its person; as for contacts.'),
  limit,
  cursor,
});

export const ListItems = z.object({
  limit,
  cursor,
  order: z
    .enum(['newest', 'oldest'])
    .default('newest')
    .describe('newest: the page nearest now first; each page is in timeline order (oldest on top) either way.'),
  around: z.uuid().optional().describe('The page around this item, for jumping to it. Without a cursor.'),
  at: z.iso.datetime().optional().describe('The page around this moment. Without a cursor.'),
});

export const ListParked = z.object({ state: z.enum(['parked', 'replayed']).default('parked'), limit, cursor });

export const ListOrphans = z.object({ limit, cursor });

export const StartConversation = z
  .object({
    from: z.string().min(1).describe('The phone_number_id of the business number to send from.'),
    to: z.object({ kind: z.enum(['phone', 'contact', 'username', 'bsuid']), value: z.string().min(1).max(200) }),
  })
  .and(MessageContent)
  .meta({ id: 'StartConversation' });

const reason = z.string().trim().min(3).max(500).describe('Why, in a few words. Colleagues read it in the timeline.');
const dryRun = z.boolean().default(false).describe('true: only tell what would happen.');

export const MergeContacts = z
  .object({ with: z.uuid().describe('The other contact.'), reason, dryRun })
  .meta({ id: 'MergeContacts' });

export const SplitContact = z
  .object({
    account: z.uuid().optional().describe('The account to take out of the contact.'),
    step: z.string().max(100).optional().describe('Or a step of the explanation in which a machine joined two.'),
    reason,
    dryRun,
  })
  .refine((body) => (body.account === undefined) !== (body.step === undefined), {
    message: 'name either the account or the step, not both',
    path: ['account'],
  })
  .meta({ id: 'SplitContact' });

export const NeverMerge = z
  .object({ with: z.uuid().describe('The contact that is never the same person.'), reason, dryRun })
  .meta({ id: 'NeverMerge' });

export const TakeBack = z
  .object({ word: z.uuid().describe('What was said, as the explanation lists it.'), reason, dryRun })
  .meta({ id: 'TakeBack' });

export const Explain = z.object({
  asOf: z.iso.datetime().optional().describe('As it was known at this moment.'),
  with: z.uuid().optional().describe('Why this contact and that one are one person, or why not.'),
});

export const ClaimNumber = z
  .object({ phone: z.string().min(5).max(40).describe('A number they told, in any spelling with the country code.') })
  .meta({ id: 'ClaimNumber' });

export const GiveUpNumber = z
  .object({ phone: z.string().min(5).max(40).describe('A number of theirs that is no longer theirs.'), reason })
  .meta({ id: 'GiveUpNumber' });

export const ListReviews = z.object({ state: z.enum(['open', 'settled']).default('open'), limit, cursor });

export const SettleReview = z.object({ action: ReviewAction, reason }).meta({ id: 'SettleReview' });

export const SetPolicy = z
  .object({
    adoptionLimitDays: z.number().int().min(1).max(3650).optional(),
    strict: z.boolean().optional(),
    joinOnSharedNumber: z.boolean().optional(),
    acrossPortfolios: z.enum(['apart', 'related']).optional(),
    readReceipts: z.boolean().optional(),
  })
  .meta({ id: 'SetPolicy' });

export type ContactFilter = z.output<typeof ContactFilter>;
export type ListOrphans = z.infer<typeof ListOrphans>;
export type StartConversation = z.infer<typeof StartConversation>;
