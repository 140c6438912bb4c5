// What colleagues do together beside a thread: notes, mentions, ready answers, taking a reply back, and who is looking.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';
import { draftLongest, noteLongest } from './bounds.ts';
import { SendReply } from './messages.ts';

export const Mention = z
  .object({
    kind: z.enum(['person', 'team']),
    id: Id,
    name: z.string().describe('As it was when the note was written; the text has it after an @.'),
  })
  .meta({ id: 'Mention' });

export const NoteItem = z
  .object({
    kind: z.literal('note'),
    id: Id,
    conversationId: Id,
    at,
    direction: z.literal('none'),
    text: z.object({ body: z.string() }).describe('Empty where the note was deleted.'),
    mentions: z.array(Mention),
    author: z.object({ id: Id, name: z.string() }),
    editedAt: at.nullable(),
    deletedAt: at.nullable(),
  })
  .meta({ id: 'Note', description: 'What colleagues say to one another. It is never sent to the customer.' });

const noteText = z.string().trim().min(1).max(noteLongest);
const mentions = z
  .array(z.object({ kind: z.enum(['person', 'team']), id: z.uuid() }))
  .max(20)
  .default([])
  .describe('Whom it calls: GET /api/v1/colleagues. Write their name into the text too, after an @.');

export const WriteNote = z.object({ text: noteText, mentions }).meta({ id: 'WriteNote' });

export const NoteVersion = z
  .object({
    text: z.string(),
    endedBy: z.enum(['edit', 'delete']).describe('What was done to the note when it said this.'),
    endedAt: at,
  })
  .meta({ id: 'NoteVersion' });

export const Colleague = z
  .object({ kind: z.enum(['person', 'team']), id: Id, name: z.string() })
  .meta({ id: 'Colleague', description: 'Whom a note can call: people who may read it, and their teams.' });

export const MentionItem = z
  .object({
    noteId: Id,
    conversationId: Id,
    contactName: z.string().describe('Whose thread it is.'),
    text: z.string().describe('What the note says.'),
    author: z.string(),
    at,
    read: z.boolean(),
  })
  .meta({ id: 'MentionItem' });

export const ListMentions = z.object({
  unread: z.stringbool().optional().describe('true: only those you have not seen.'),
  limit,
  cursor,
});

export const MentionCount = z.object({ unread: z.number().int() }).meta({ id: 'MentionCount' });

const draft = z.object({ body: z.string(), savedAt: at }).nullable().describe('null: nothing.');
export const Drafts = z
  .object({ reply: draft, note: draft })
  .meta({ id: 'Drafts', description: 'What you have typed in a conversation and not sent. Nobody else sees it.' });
export const SaveDraft = z
  .object({ kind: z.enum(['reply', 'note']), body: z.string().max(draftLongest).describe('Empty: none any more.') })
  .meta({ id: 'SaveDraft' });

export const CannedScope = z.enum(['everyone', 'team', 'me']);

const shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{M}\p{N}_-]{1,40}$/u, 'letters, digits, - and _, up to 40 of them')
  .describe('What is typed after the /.');

export const CannedReply = z
  .object({
    id: Id,
    scope: CannedScope,
    team: z.object({ id: Id, name: z.string() }).nullable(),
    shortcut: z.string(),
    title: z.string(),
    body: z.string().describe('With placeholders such as {{contact.name}}, filled where it is used.'),
    uses: z.number().int(),
    changedBy: z.string(),
    changedAt: at,
    mayChange: z.boolean(),
  })
  .meta({ id: 'CannedReply' });

export const SaveCannedReply = z
  .object({
    scope: CannedScope,
    teamId: z.uuid().nullable().default(null).describe('Where the scope is team.'),
    shortcut,
    title: z.string().trim().min(1).max(100),
    body: z.string().trim().min(1).max(4_096),
  })
  .refine((one) => (one.scope === 'team') === (one.teamId !== null), {
    message: 'name a team exactly where the scope is team',
    path: ['teamId'],
  })
  .meta({ id: 'SaveCannedReply' });

export const ListCannedReplies = z.object({
  q: z.string().max(100).optional().describe('In the shortcut, the title or the text.'),
  limit,
});

/** A reply as a call asks for it. */
export const PostReply = SendReply.and(
  z.object({
    delayMs: z
      .number()
      .int()
      .min(0)
      .max(60_000)
      .optional()
      .describe(
        'How long to hold it, so that it can be taken back without a trace: DELETE it meanwhile. It goes by itself afterwards, whoever closed what. Left out: at once.',
      ),
  }),
).meta({ id: 'PostReply' });

export const PresenceState = z.enum(['here', 'typing']);

export const SayPresence = z
  .object({
    tab: z.uuid().describe('One window of the desk: several windows of a person are one presence.'),
    state: z.enum(['here', 'typing', 'gone']),
  })
  .meta({ id: 'SayPresence' });

export const Presence = z
  .object({
    conversationId: Id,
    people: z.array(z.object({ id: Id, name: z.string(), state: PresenceState })).describe('Others than you.'),
  })
  .meta({ id: 'Presence', description: 'Who has a thread open now. Said again every few seconds, or forgotten.' });

export type Mention = z.infer<typeof Mention>;
export type NoteItem = z.infer<typeof NoteItem>;
export type WriteNote = z.infer<typeof WriteNote>;
export type NoteVersion = z.infer<typeof NoteVersion>;
export type Colleague = z.infer<typeof Colleague>;
export type MentionItem = z.infer<typeof MentionItem>;
export type MentionCount = z.infer<typeof MentionCount>;
export type CannedScope = z.infer<typeof CannedScope>;
export type Drafts = z.infer<typeof Drafts>;
export type SaveDraft = z.infer<typeof SaveDraft>;
export type CannedReply = z.infer<typeof CannedReply>;
export type SaveCannedReply = z.infer<typeof SaveCannedReply>;
export type SayPresence = z.infer<typeof SayPresence>;
export type Presence = z.infer<typeof Presence>;
