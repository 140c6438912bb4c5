// Threads and what stands in them. No id of Meta's is in any of them.

import { z } from 'zod';
import { at, Id, page } from './base.ts';
import { ContactSummary, Identifier } from './contacts.ts';
import { FieldValue, Tag } from './labels.ts';
import { MessageParts } from './messages.ts';
import { NumberAsking } from './people.ts';
import { NoteItem } from './together.ts';
import { ConversationWork, WorkItem } from './work.ts';

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

export type BusinessNumber = z.infer<typeof BusinessNumber>;
export type MessageItem = z.infer<typeof MessageItem>;
export type NoticeItem = z.infer<typeof NoticeItem>;
export type CallItem = z.infer<typeof CallItem>;
export type TimelineItem = z.infer<typeof TimelineItem>;
export type TimelinePage = z.infer<typeof TimelinePage>;
export type ReplyRoute = z.infer<typeof ReplyRoute>;
export type Conversation = z.infer<typeof Conversation>;
export type ConversationDetail = z.infer<typeof ConversationDetail>;
