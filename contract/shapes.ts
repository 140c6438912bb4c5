// The shapes the API answers with. Schemas, so that the same words validate, document and type.
// No backend id of Meta's is in any of them but `Identity`, which needs a scope of its own.

import { z } from 'zod';
import { at, Id, page } from './base.ts';
import { FieldValue, Tag } from './labels.ts';
import { MessageParts } from './messages.ts';
import { Block, NumberAsking, Preference } from './people.ts';
import { NoteItem } from './together.ts';
import { ConversationWork, WorkItem } from './work.ts';

const masked = z
  .literal(true)
  .optional()
  .describe('`value` is the number as people write it with its middle masked: the role of whoever asks sees no more.');

export const Identifier = z
  .object({
    kind: z.enum(['phone', 'username', 'name', 'none']),
    value: z.string().describe('A phone as +E.164, a username without @, a profile name, or "WhatsApp user 7f3a".'),
    masked,
  })
  .meta({
    id: 'Identifier',
    description:
      'What the person shares now: the phone where the latest message carried it, else the username, else the name.',
  });

export const ContactSummary = z
  .object({
    id: Id,
    displayName: z.string(),
    identifier: Identifier,
    numberHidden: z.boolean().describe('The person has hidden the number; messages reach them as always.'),
  })
  .meta({ id: 'ContactSummary' });

export const KeptPhone = z
  .object({
    value: z.string(),
    role: z
      .enum(['current', 'hidden', 'changed', 'released'])
      .describe(
        'current: visible now. hidden: kept from before the person hid it. changed: the person moved to another number. released: another account has it now.',
      ),
    from: at,
    until: at.nullable(),
    masked,
  })
  .meta({ id: 'KeptPhone' });

/** One of the accounts a contact is made of, or the history of a number whose account is not known. */
export const Account = z
  .object({
    id: Id,
    kind: z
      .enum(['account', 'number'])
      .describe('number: the history of a number whose WhatsApp account is not known.'),
    identifier: Identifier,
    displayName: z.string(),
    phones: z.array(KeptPhone),
    firstSeenAt: at,
    lastSeenAt: at,
    threads: z.number().int().describe('Conversations it has.'),
  })
  .meta({ id: 'Account' });

export const Contact = ContactSummary.extend({
  phone: z.string().optional().describe('The number in use, where known and not given up.'),
  username: z.string().optional(),
  profileName: z.string().optional(),
  numberHiddenSince: at.optional(),
  phones: z.array(KeptPhone).describe('Every number known, newest first, by role.'),
  mergedFrom: z.array(Id),
  firstSeenAt: at,
  lastSeenAt: at,
  marketing: z.enum(['stopped', 'resumed', 'unset']),
  preferences: z.array(Preference).describe('What stands of their word, and of what was noted for them.'),
  blocks: z.array(Block),
  accounts: z.array(Account).describe('What it is made of; more than one where people put them together.'),
  related: z
    .array(z.object({ contact: ContactSummary, portfolio: z.string() }))
    .describe('The same WhatsApp account in other portfolios of the group, where the policy shows them.'),
  questions: z.number().int().describe('Open questions about who this is.'),
  tags: z.array(Tag),
  values: z.array(FieldValue).describe('What is noted in fields of your own.'),
}).meta({ id: 'Contact' });

/** Somebody who may be shown as one of the people concerned: a contact and what it is made of. */
const Made = ContactSummary.extend({ accounts: z.array(Account) });

/** What a merge, a split or a mark does, before it is done or after. */
export const IdentityChange = z
  .object({
    applied: z.boolean().describe('false: a dry run, or refused.'),
    word: Id.nullable().describe('What was said, to take it back by. null where nothing was.'),
    refused: z
      .object({ code: z.string(), title: z.string() })
      .nullable()
      .describe('Why it would have no effect, in a sentence.'),
    warnings: z.array(z.object({ code: z.string(), title: z.string() })),
    moves: z.array(z.string()).describe('What changes, a sentence each. Messages never move.'),
    before: z.array(Made),
    after: z.array(Made),
  })
  .meta({ id: 'IdentityChange' });

export const ExplanationStep = z
  .object({
    id: z.string(),
    at,
    receivedAt: at.nullable().describe('When it became known, where it came from WhatsApp.'),
    rule: z.string().describe('The identity rule, as R10.'),
    type: z.string(),
    title: z.string(),
    detail: z.string(),
    accountId: Id.nullable(),
    tellApart: z
      .boolean()
      .describe('Two were joined here by a machine: `split` with this step tells them apart again.'),
  })
  .meta({ id: 'ExplanationStep' });

export const Said = z
  .object({
    id: Id,
    at,
    type: z.enum(['merge', 'split', 'never-merge', 'undo', 'settled', 'rename']),
    by: z.string(),
    reason: z.string(),
    title: z.string(),
    stands: z.boolean().describe('false: taken back, or itself a taking back.'),
  })
  .meta({ id: 'Said', description: 'What somebody here said about who is who.' });

export const Explanation = z
  .object({
    contactId: Id.describe('The contact today, or at the time asked for.'),
    asOf: at.nullable(),
    known: z.boolean().describe('false: at the time asked for nothing was known of this contact.'),
    displayName: z.string(),
    accounts: z.array(Account),
    steps: z.array(ExplanationStep).describe('How it came to this, in the order of events.'),
    stepsLeftOut: z
      .number()
      .int()
      .optional()
      .describe('Of more than 200 steps the first 50 and the last 150 are listed; so many between them are not.'),
    said: z.array(Said),
    comparison: z
      .object({ with: ContactSummary, same: z.boolean(), title: z.string(), because: z.array(ExplanationStep) })
      .nullable()
      .describe('Why these two are one person, or why not.'),
  })
  .meta({ id: 'Explanation', description: 'Why Throughline takes somebody for one person. Without backend ids.' });

export const ReviewAction = z.enum(['same', 'different', 'right']);

export const Review = z
  .object({
    id: Id,
    state: z.enum(['open', 'settled']),
    type: z.enum([
      'recycled_number',
      'unattested_number_change',
      'missing_rotation',
      'conflicting_parent',
      'conflicting_shared_number',
      'claimed_number',
      'too_many_parts',
    ]),
    at,
    rule: z.string(),
    title: z.string(),
    detail: z.string(),
    phone: z.string().nullable(),
    contact: ContactSummary,
    other: ContactSummary.nullable(),
    evidence: z.array(z.object({ at, title: z.string() })).describe('What led to the question, oldest first.'),
    actions: z.array(z.object({ action: ReviewAction, label: z.string(), explains: z.string() })),
  })
  .meta({ id: 'Review', description: 'Something a machine cannot know, for people to settle.' });

export const Policy = z
  .object({
    portfolioId: z.string(),
    adoptionLimitDays: z.number().int().min(1).max(3650),
    strict: z
      .boolean()
      .describe('45 days, after which WhatsApp itself takes a number for recycled. Overrides the limit.'),
    joinOnSharedNumber: z.boolean(),
    acrossPortfolios: z.enum(['apart', 'related']),
    readReceipts: z
      .boolean()
      .describe('Whether customers see that their message was read, and that somebody is writing.'),
    joinLimits: z.object({ parts: z.number().int(), phones: z.number().int() }),
    explained: z.array(z.object({ setting: z.string(), title: z.string(), explains: z.string(), value: z.string() })),
    deciding: z.number().int().describe('People still to be decided again after the last change.'),
  })
  .meta({ id: 'Policy', description: 'What a deployment chose: about who is who, and what customers see of us.' });

export const BusinessNumber = z
  .object({
    id: z.string().describe("Meta's phone_number_id of a number of ours."),
    display: z.string(),
    name: z.string(),
  })
  .meta({ id: 'BusinessNumber' });

export const DeliveryStatus = z
  .enum(['queued', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed', 'unknown', 'cancelled', 'received'])
  .describe(
    'Outgoing: queued, accepted (by Meta), sent, delivered, read, played, failed, unknown (the answer was lost; waiting for word), cancelled (by somebody here, before it was sent). Incoming: received.',
  );

export const Failure = z
  .object({
    code: z.number().int().nullable(),
    text: z.string().describe('What happened and what to do, for an agent.'),
  })
  .meta({ id: 'Failure' });

const itemBase = { id: Id, conversationId: Id, at };

export const MessageBody = z
  .object({
    type: z
      .string()
      .describe(
        'text, image, video, audio, document, sticker, location, contacts, reaction, button, interactive, order, edit, revoke, template, unsupported, unknown.',
      ),
    ...MessageParts.shape,
    summary: z
      .string()
      .describe('One readable line, whatever the type: "Photo: the receipt", "Shared a contact: Otra Persona".'),
    quotes: Id.nullable().optional().describe('The message this one answers; null where it is not to be found.'),
    target: Id.nullable()
      .optional()
      .describe('For reaction, edit, revoke: the message meant; null where it is not to be found.'),
    emoji: z.string().nullable().optional().describe('For reaction; null takes a reaction back.'),
  })
  .meta({ id: 'MessageBody' });

export const MessageItem = z
  .object({
    kind: z.literal('message'),
    ...itemBase,
    direction: z.enum(['in', 'out']),
    ...MessageBody.shape,
    status: DeliveryStatus,
    failure: Failure.optional(),
    author: z.string().optional().describe("Who wrote it on our side: a person's or a key's name."),
    waiting: z
      .object({ reason: z.string(), text: z.string(), until: at.nullable() })
      .optional()
      .describe('While queued: why it has not gone yet.'),
    mayResend: z.boolean().optional().describe('A person may decide to send it again: POST .../resend.'),
    resentAs: Id.optional(),
    resendOf: Id.optional(),
    campaign: z.object({ id: Id, name: z.string() }).optional().describe('The campaign that sent it.'),
  })
  .meta({ id: 'Message' });

export const NoticeItem = z
  .object({
    kind: z.literal('notice'),
    ...itemBase,
    direction: z.literal('none'),
    type: z.enum([
      'username_adopted',
      'username_changed',
      'username_dropped',
      'number_hidden',
      'number_shown',
      'number_changed',
      'number_released',
      'number_in_new_hands',
      'second_number',
      'conversations_joined',
      'number_shared',
      'number_given_up',
      'security_code_changed',
      'contacts_merged',
      'contacts_split',
      'kept_apart',
      'taken_back',
    ]),
    title: z.string().describe('A full sentence: "Ana now writes as @ana.prueba."'),
    detail: z.string().describe('Why, and what it means for the agent.'),
    rule: z.string().describe('The identity rule behind it, as R10.'),
  })
  .meta({ id: 'Notice' });

export const CallItem = z
  .object({
    kind: z.literal('call'),
    ...itemBase,
    direction: z.enum(['in', 'out']),
    status: z.enum(['ringing', 'in_progress', 'ended', 'missed', 'rejected', 'failed']),
    durationS: z.number().int().nullable(),
    summary: z.string(),
  })
  .meta({ id: 'Call' });

export const TimelineItem = z
  .discriminatedUnion('kind', [MessageItem, NoticeItem, CallItem, NoteItem, WorkItem])
  .meta({ id: 'TimelineItem' });

export const TimelinePage = page(TimelineItem).extend({
  newer: z
    .string()
    .nullable()
    .optional()
    .describe('With around or at: leads to what is newer, with order=oldest; null where nothing is.'),
});

export const ReplyRoute = z
  .object({
    open: z.boolean(),
    to: Identifier.nullable().describe('Whom a reply reaches, as the agent should read it.'),
    reason: z
      .enum(['phone', 'hidden', 'number_moved'])
      .nullable()
      .describe(
        'phone: to the number. hidden: to the WhatsApp account, number hidden. number_moved: to the account, because its old number is no longer theirs, or reached somebody else.',
      ),
    held: z.enum(['window_closed', 'address_lost']).nullable().describe('Why nothing may be sent now.'),
  })
  .meta({ id: 'ReplyRoute' });

export const ConversationState = z.enum(['open', 'snoozed', 'resolved']);

export const Conversation = z
  .object({
    id: Id,
    contactId: Id,
    contact: ContactSummary,
    businessNumber: BusinessNumber,
    state: ConversationState,
    windowClosesAt: at
      .nullable()
      .describe('Until when a free reply may be sent: 24 hours after the last message or call from the customer.'),
    lastItemAt: at,
    lastItem: z
      .object({
        kind: z.enum(['message', 'call']),
        direction: z.enum(['in', 'out']),
        summary: z.string(),
        status: z.string(),
      })
      .nullable(),
    waitingSince: at.nullable().describe('The first customer message not yet answered.'),
    unread: z.number().int().min(0),
    mergedFrom: z.array(Id),
    ...ConversationWork.shape,
    tags: z.array(Tag),
  })
  .meta({ id: 'Conversation' });

export const ConversationDetail = Conversation.extend({
  reply: ReplyRoute,
  number: NumberAsking.describe('Whether the number may be asked for here.'),
  values: z.array(FieldValue).describe('What is noted in fields of your own.'),
}).meta({ id: 'ConversationDetail' });

export const Identity = z
  .object({
    contactId: Id,
    portfolioId: z.string(),
    holders: z.array(
      z.object({
        kind: z.enum(['account', 'era']).describe('account: known by a BSUID. era: phone-only history of a number.'),
        names: z.array(
          z.object({ kind: z.enum(['bsuid', 'parent']), value: z.string(), since: at, until: at.nullable() }),
        ),
        leases: z.array(z.object({ phone: z.string(), from: at, until: at.nullable(), ended: z.string().nullable() })),
        evidence: z.array(
          z.object({
            at,
            rule: z.string().nullable(),
            ignored: z.string().nullable(),
            said: z.record(z.string(), z.unknown()),
          }),
        ),
        evidenceCount: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Identity', description: 'The whole identity, backend ids included. Needs the scope identity:read.' });

export const Role = z.enum(['admin', 'supervisor', 'agent', 'privacy_officer', 'developer', 'auditor']);

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    role: Role,
    scopes: z.array(z.string()),
    lacks: z.enum(['second_factor']).optional().describe('Nothing is open before this is set up.'),
    liveFrom: z
      .string()
      .optional()
      .describe('Where the live stream stands: what is asked for after this and kept up from here misses nothing.'),
  })
  .meta({ id: 'Me' });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('Stable: branch on this.'),
    detail: z.string(),
    errors: z
      .array(z.object({ field: z.string(), problem: z.string() }))
      .optional()
      .describe('Each field at fault and what would be right.'),
    allowed: z.array(z.string()).optional().describe('What may be done instead.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });

/** One line of the live stream: something the desk should look at again. */
export const Change = z
  .object({
    kind: z.enum([
      'conversation',
      'contact',
      'parked',
      'review',
      'campaign',
      'template',
      'privacy',
      'mention',
      'canned_reply',
      'labels',
    ]),
    id: Id,
    contactId: Id.optional(),
  })
  .meta({ id: 'Change' });

export type Identifier = z.infer<typeof Identifier>;
export type Account = z.infer<typeof Account>;
export type IdentityChange = z.infer<typeof IdentityChange>;
export type ExplanationStep = z.infer<typeof ExplanationStep>;
export type Said = z.infer<typeof Said>;
export type Explanation = z.infer<typeof Explanation>;
export type ReviewAction = z.infer<typeof ReviewAction>;
export type Review = z.infer<typeof Review>;
export type Policy = z.infer<typeof Policy>;
export type ContactSummary = z.infer<typeof ContactSummary>;
export type Contact = z.infer<typeof Contact>;
export type BusinessNumber = z.infer<typeof BusinessNumber>;
export type MessageItem = z.infer<typeof MessageItem>;
export type NoticeItem = z.infer<typeof NoticeItem>;
export type CallItem = z.infer<typeof CallItem>;
export type TimelinePage = z.infer<typeof TimelinePage>;
export type TimelineItem = z.infer<typeof TimelineItem>;
export type ReplyRoute = z.infer<typeof ReplyRoute>;
export type Conversation = z.infer<typeof Conversation>;
export type ConversationDetail = z.infer<typeof ConversationDetail>;
export type Role = z.infer<typeof Role>;
export type Me = z.infer<typeof Me>;
export type Problem = z.infer<typeof Problem>;
export type Change = z.infer<typeof Change>;
