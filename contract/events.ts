// What happened, told to other systems: one envelope (CloudEvents 1.0, JSON), and a schema of what each kind of event says. A schema never
// changes under its version: what is added is optional, and anything else is a new version beside the old one.

import { z } from 'zod';
import { at, Id } from './base.ts';

const phone = z.string().describe('E.164. Left out where none is known, which is the case for whoever hides it.');

export const EventContact = z
  .object({
    id: Id,
    displayName: z.string(),
    identifier: z.object({
      kind: z.enum(['phone', 'username', 'name', 'none']),
      value: z.string().nullable(),
    }),
    phone: phone.optional(),
    username: z.string().optional().describe('Without the @.'),
    accounts: z
      .array(z.string())
      .optional()
      .describe('Business-scoped user ids. Only for subscriptions and keys that may read backend ids.'),
  })
  .meta({ id: 'EventContact', description: 'The person, as they were shown when it happened.' });

const contact = EventContact.optional().describe('Left out where they are not here any more.');
const conversation = z.object({
  id: Id,
  businessNumber: z.object({ id: z.string().describe('The phone_number_id.') }),
  state: z.enum(['open', 'snoozed', 'resolved']),
});
const doer = z.object({ id: Id.nullable(), name: z.string() }).nullable();
const named = z.object({ id: Id, name: z.string() }).nullable();
const message = z.object({
  id: Id,
  direction: z.enum(['in', 'out']),
  type: z.string().describe('text, image, template and so on, as in the API.'),
  status: z.string(),
  at: at.describe('When it was written.'),
  author: z.string().nullable().optional().describe('Who wrote it here; null where nobody did.'),
});
const said = message.extend({ text: z.string().nullable().describe('Of a text, what it says.') });

/** What `data` holds, by type and version. */
export const eventData = {
  'contact.created': z.object({
    contact,
    splitFrom: Id.optional().describe('The contact they were a part of until now.'),
  }),
  'contact.changed': z.object({
    contact,
    changed: z.array(z.enum(['displayName', 'identifier', 'phone', 'username', 'hidden'])),
  }),
  'contact.joined': z.object({
    contact,
    joined: z.array(Id).describe('Contacts that are part of this one from now on.'),
  }),
  'contact.split': z.object({
    contact,
    into: z.array(Id).describe('Contacts that parts of this one are from now on.'),
  }),
  'contact.erased': z.object({
    erased: Id.describe('Forget whatever you hold under this id. It is also the subject.'),
    erasureId: Id.describe('Of the privacy request, or of the retention that ended.'),
  }),
  'identifier.gained': z.object({
    contact,
    identifier: z.object({
      kind: z.enum(['phone', 'username', 'account']),
      value: z.string().optional().describe('Of an account only where backend ids may be read.'),
    }),
  }),
  'identifier.lost': z.object({
    contact,
    identifier: z.object({ kind: z.enum(['phone', 'username', 'account']), value: z.string().optional() }),
  }),
  'conversation.created': z.object({ contact, conversation }),
  'conversation.joined': z.object({
    contact,
    conversation,
    joined: z.array(Id).describe('Conversations that are part of this one from now on.'),
  }),
  'conversation.assigned': z.object({
    contact,
    conversation,
    assignee: named.optional().describe('null: nobody. Left out where only the team changed.'),
    team: named.optional(),
    by: doer.describe('null: routing did.'),
  }),
  'conversation.resolved': z.object({ contact, conversation, by: doer }),
  'conversation.reopened': z.object({ contact, conversation, by: doer.describe('null: the customer wrote.') }),
  'message.received': z.object({ contact, conversation, message: said }),
  'message.sent': z.object({ contact, conversation, message: said }),
  'message.status': z.object({
    contact,
    conversation,
    message: message.extend({
      failure: z.object({ code: z.number().int().nullable(), title: z.string() }).nullable().optional(),
    }),
    statusAt: at,
  }),
  'call.updated': z.object({
    contact,
    conversation,
    call: z.object({ id: Id, direction: z.enum(['in', 'out']), at, durationS: z.number().int().nullable() }),
    event: z.enum(['ringing', 'accepted', 'connected', 'rejected', 'ended']),
  }),
  'campaign.changed': z.object({
    campaign: z.object({ id: Id, name: z.string(), state: z.string(), before: z.string() }),
  }),
  'privacy.changed': z.object({
    request: z.object({ id: Id, kind: z.string(), state: z.string() }),
    act: z.string(),
  }),
  'subscription.tested': z.object({ note: z.string(), subscriptionId: Id.optional() }),
} as const;

export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as EventType[];
export const EventTypeName = z.enum(eventTypes as [EventType, ...EventType[]]);
/** Of every type today. */
export const eventVersion = 1;

export const CloudEvent = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string().describe('The same however often it is delivered. Keep those of some days, and pass over repeats.'),
    source: z.string().describe('The portfolio it is of.'),
    type: EventTypeName,
    subject: Id.optional().describe('The contact it is about, where it is about one.'),
    time: at,
    datacontenttype: z.literal('application/json'),
    dataschema: z.string().describe('Which schema `data` has, with its version.'),
    sequence: z.string().describe('Its place in the log of the portfolio: later is greater, as text too.'),
    synthetic: z
      .literal(true)
      .optional()
      .describe('Nobody real: the made-up customer of the canary. Left out of everything that is about real ones.'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CloudEvent', description: 'Something that happened: CloudEvents 1.0.' });

export const EventFeed = z
  .object({
    data: z.array(CloudEvent),
    next: z.string().describe('Ask with it as `after` to go on, now or whenever there is more.'),
    more: z.boolean().describe('Whether there is more already.'),
  })
  .meta({ id: 'EventFeed' });

const after = z
  .string()
  .regex(/^(\d{1,20}|latest)$/, 'must be `next` of the page before, the sequence of an event, or latest')
  .optional()
  .describe('Only what came after it. Left out: from the oldest kept. latest: only what is to come.');
const portfolio = z.string().max(64).optional().describe('May be left out where you see only one.');

export const ListEvents = z.object({
  after,
  limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('How many at most, 1 to 1,000.'),
  type: z
    .union([EventTypeName, z.array(EventTypeName).max(50)])
    .transform((given) => (Array.isArray(given) ? given : [given]))
    .optional()
    .describe('Only these; several times: any of them.'),
  portfolio,
});
export const StreamEvents = z.object({ after, portfolio });

export const AcknowledgedErasure = z
  .object({ event: z.string(), acknowledged: z.boolean(), at })
  .meta({ id: 'AcknowledgedErasure', description: 'That you have forgotten whom a contact.erased tells of.' });

export type CloudEvent = z.infer<typeof CloudEvent>;
export type EventFeed = z.infer<typeof EventFeed>;
