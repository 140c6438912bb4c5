// What supervisors look at: how the work stands now, how long it took, and whom one still knows by number.

import { z } from 'zod';
import { at, Id } from './base.ts';

const count = z.number().int();
const day = z.iso.date();
const seconds = z.number().describe('In seconds, counted in the `hours` asked for.');

const standing = {
  open: count.describe('Open conversations with work to do. Not snoozed ones.'),
  waiting: count.describe('Of these, how many customers wait for a reply now.'),
  waitingSince: at.nullable().describe('Since when the one who waits longest has waited.'),
  atRisk: count.describe('Promised a reply or an end within the next 30 minutes.'),
  breached: count.describe('Promised, and late.'),
};

export const BoardTeam = z.object({
  id: Id.nullable().describe('null: no team.'),
  name: z.string().nullable(),
  unassigned: count,
  ...standing,
});

export const BoardAgent = z.object({
  id: Id,
  name: z.string(),
  available: z.boolean(),
  ...standing,
  resolvedToday: count,
  repliesToday: count,
});

export const Board = z
  .object({
    at,
    timeZone: z.string(),
    total: z.object({ unassigned: count, snoozed: count, ...standing }),
    teams: z.array(BoardTeam),
    agents: z.array(BoardAgent),
    parked: count.describe('Webhook items set aside.'),
    reviews: count.describe('Open questions about who is who.'),
    campaigns: count.describe('Campaigns that are being sent.'),
  })
  .meta({ id: 'Board', description: 'How the work stands at this moment.' });

const range = { from: day.optional(), to: day.optional() };

export const ReportCoverage = z.object({
  ...range,
  grain: z.enum(['day', 'week']).default('day'),
  number: z.string().max(40).optional().describe('Only those who wrote to this business number (its `id`).'),
});

export const CoveragePoint = z.object({
  startsOn: day.describe('The day, or the Monday of the week.'),
  people: count.describe('Who wrote in it, each once.'),
  visible: count.describe('Their number came with what they wrote.'),
  hidden: count.describe('It did not, but their number was known from before.'),
  unknown: count.describe('Their number has never been known.'),
  usernames: count.describe('Of all of them, who had a username by then.'),
});

export const Coverage = z
  .object({ timeZone: z.string(), from: day, to: day, points: z.array(CoveragePoint) })
  .meta({ id: 'Coverage', description: 'Whom one still knows by number. Days without messages are points of zero.' });

export const ReportResponses = z.object({
  ...range,
  by: z.enum(['day', 'week', 'number', 'team', 'agent']).default('day'),
  number: z.string().max(40).optional(),
  team: z.uuid().optional(),
  agent: z.uuid().optional(),
  hours: z
    .enum(['all', 'business'])
    .default('all')
    .describe('Around the clock, or only while the hours of business of the number had it open.'),
});

const spread = z
  .object({ median: seconds, p90: seconds, counted: count })
  .nullable()
  .describe('null: there was nothing to count.');

export const ResponseRow = z.object({
  key: z.string().nullable().describe('A day, a Monday, or the id of a number, a team or a person. null: none.'),
  name: z.string().nullable(),
  began: count.describe('Episodes of work that began.'),
  firstReply: spread.describe('From when a customer began to wait to the first reply.'),
  reply: spread.describe("From a customer's message to the reply that ended the wait: the mean of each episode."),
  resolution: spread.describe('From the beginning to when it was resolved.'),
  promised: count.describe('Episodes with a first reply promised.'),
  late: count.describe('Of these, those whose first reply came late or has not come and is late.'),
});

export const Responses = z
  .object({ timeZone: z.string(), from: day, to: day, rows: z.array(ResponseRow) })
  .meta({ id: 'Responses', description: 'How long customers waited, by when the work began.' });

export type Board = z.infer<typeof Board>;
export type BoardTeam = z.infer<typeof BoardTeam>;
export type BoardAgent = z.infer<typeof BoardAgent>;
export type Coverage = z.infer<typeof Coverage>;
export type CoveragePoint = z.infer<typeof CoveragePoint>;
export type Responses = z.infer<typeof Responses>;
export type ResponseRow = z.infer<typeof ResponseRow>;
export type ReportCoverage = z.infer<typeof ReportCoverage>;
export type ReportResponses = z.infer<typeof ReportResponses>;
