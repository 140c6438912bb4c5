// Who works on what, until when: teams, hours, routing, and what was done with a conversation.

import { z } from 'zod';
import { at, Id } from './base.ts';

export const Named = z.object({ id: Id, name: z.string() }).meta({ id: 'Named' });
/** Somebody who did something: a person, or a program with a key. */
export const Doer = z.object({ id: Id.nullable(), name: z.string() }).meta({ id: 'Doer' });

export const Priority = z.enum(['urgent', 'high', 'normal', 'low']);
export const WorkTarget = z.enum(['first_reply', 'next_reply', 'resolution']);

export const Due = z
  .object({ target: WorkTarget, at, breached: z.boolean().describe('The time is over.') })
  .meta({ id: 'Due', description: 'The nearest of what is promised to the customer.' });

/** What was done, as facts: the desk says the sentence. */
export const WorkFact = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('begun') }).describe('A new stretch of work: the last one was resolved too long ago.'),
    z.object({
      type: z.literal('assigned'),
      to: Named.nullable().describe('null: to nobody.'),
      how: z.enum(['hand', 'reply', 'last_agent', 'round_robin', 'least_busy']),
      by: Doer.nullable().describe('null: routing did.'),
    }),
    z.object({ type: z.literal('team'), to: Named.nullable(), by: Doer.nullable() }),
    z.object({ type: z.literal('resolved'), by: Doer.nullable() }),
    z.object({ type: z.literal('reopened'), by: Doer.nullable().describe('null: the customer wrote.') }),
    z.object({ type: z.literal('snoozed'), until: at, by: Doer.nullable() }),
    z.object({ type: z.literal('woken'), how: z.enum(['time', 'customer', 'hand']), by: Doer.nullable() }),
    z.object({ type: z.literal('priority'), to: Priority, by: Doer.nullable() }),
    z.object({ type: z.literal('breached'), target: WorkTarget }),
  ])
  .meta({ id: 'WorkFact' });

export const WorkItem = z
  .object({ kind: z.literal('work'), id: Id, conversationId: Id, at, direction: z.literal('none'), fact: WorkFact })
  .meta({ id: 'WorkItem' });

export const ConversationWork = z.object({
  assignee: Named.nullable(),
  team: Named.nullable(),
  priority: Priority,
  snoozedUntil: at.nullable(),
  due: Due.nullable(),
  hasWork: z
    .boolean()
    .describe('Somebody asked for something here. false: only we wrote, or it is history; then it is in no queue.'),
});

/** What changes on a conversation; what is left out stays. */
const workChange = {
  state: z.enum(['open', 'snoozed', 'resolved']).optional(),
  snoozedUntil: z.iso.datetime().optional().describe('With state snoozed: until when. In the future, a year at most.'),
  assignee: z.uuid().nullable().optional().describe('A person; null: nobody.'),
  team: z.uuid().nullable().optional(),
  priority: Priority.optional(),
};
const snoozeHasItsTime = (change: { state?: string | undefined; snoozedUntil?: string | undefined }) =>
  (change.state === 'snoozed') === (change.snoozedUntil !== undefined);
const snoozeRule = { message: 'goes together with state snoozed', path: ['snoozedUntil'] };

export const ChangeWork = z.object(workChange).refine(snoozeHasItsTime, snoozeRule).meta({ id: 'ChangeWork' });
export const ChangeManyWork = z
  .object({ conversations: z.array(z.uuid()).min(1).max(200), ...workChange })
  .refine(snoozeHasItsTime, snoozeRule)
  .meta({ id: 'ChangeManyWork' });
export const ChangedWork = z
  .object({ changed: z.number().int().describe('How many conversations. Those that are not there are passed over.') })
  .meta({ id: 'ChangedWork' });

export const Availability = z.enum(['available', 'away']);

export const Agent = z
  .object({ id: Id, name: z.string(), availability: Availability, teams: z.array(Id), open: z.number().int() })
  .meta({ id: 'Agent', description: 'Somebody conversations can be given to, and how many they have open.' });

export const Team = z.object({ id: Id, name: z.string(), members: z.array(Named) }).meta({ id: 'Team' });
const name = z.string().trim().min(1).max(60);
export const SetTeam = z.object({ name, members: z.array(z.uuid()).max(500) }).meta({ id: 'SetTeam' });

const shift = z
  .tuple([z.number().int().min(0).max(1439), z.number().int().min(1).max(2880)])
  .refine(([from, until]) => until > from && until - from <= 1440, 'must end later than it begins, within 24 hours')
  .describe('From and until, in minutes after midnight. Past 1,440: into the next day.');
const hours = {
  timeZone: z.string().max(60).describe('A name such as Africa/Lagos.'),
  week: z.array(z.array(shift).max(6)).length(7).describe('Monday first; a day without shifts is closed.'),
  holidays: z.array(z.iso.date()).max(500).describe('Days closed all day.'),
};
export const Schedule = z.object({ id: Id, name: z.string(), ...hours }).meta({ id: 'Schedule' });
export const SetSchedule = z.object({ name, ...hours }).meta({ id: 'SetSchedule' });

const minutes = z.number().int().min(1).max(525_600).nullable();
const routing = {
  team: z.uuid().nullable().describe('Whose a conversation that begins here is.'),
  mode: z.enum(['manual', 'round_robin', 'least_busy']),
  cap: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .describe('How many open conversations routing gives an agent at most.'),
  lastAgentFirst: z
    .boolean()
    .describe('A returning customer comes to whoever had them last, where that person is available.'),
  threadingHours: z
    .number()
    .int()
    .min(0)
    .max(72)
    .describe(
      'How long after it was resolved a word of the customer takes the same work up again, with the same assignee.',
    ),
  schedule: z.uuid().nullable(),
  firstReplyMinutes: minutes,
  nextReplyMinutes: minutes,
  resolveMinutes: minutes,
  businessHours: z.boolean().describe('Targets are counted in the hours of the schedule, otherwise around the clock.'),
};
export const Routing = z
  .object({ number: z.object({ id: z.string(), display: z.string(), name: z.string() }), ...routing })
  .meta({ id: 'Routing' });
export const SetRouting = z.object(routing).partial().meta({ id: 'SetRouting' });

export const QueueCounts = z
  .object({
    mine: z.number().int(),
    unassigned: z.number().int(),
    everyone: z.number().int(),
    waiting: z.number().int(),
    snoozed: z.number().int(),
    mentions: z.number().int(),
    hidden: z.number().int(),
    reviews: z.number().int(),
    teams: z.array(z.object({ id: Id, name: z.string(), mine: z.boolean(), open: z.number().int() })),
    most: z.number().int().describe('No count goes beyond it.'),
  })
  .meta({ id: 'QueueCounts' });

export const MyAvailability = z.object({ availability: Availability }).meta({ id: 'MyAvailability' });

export type Named = z.infer<typeof Named>;
export type Doer = z.infer<typeof Doer>;
export type Priority = z.infer<typeof Priority>;
export type WorkTarget = z.infer<typeof WorkTarget>;
export type Due = z.infer<typeof Due>;
export type WorkFact = z.infer<typeof WorkFact>;
export type WorkItem = z.infer<typeof WorkItem>;
export type ConversationWork = z.infer<typeof ConversationWork>;
export type ChangeWork = z.infer<typeof ChangeWork>;
export type ChangeManyWork = z.infer<typeof ChangeManyWork>;
export type Agent = z.infer<typeof Agent>;
export type Team = z.infer<typeof Team>;
export type SetTeam = z.infer<typeof SetTeam>;
export type Schedule = z.infer<typeof Schedule>;
export type SetSchedule = z.infer<typeof SetSchedule>;
export type Routing = z.infer<typeof Routing>;
export type SetRouting = z.infer<typeof SetRouting>;
export type QueueCounts = z.infer<typeof QueueCounts>;
