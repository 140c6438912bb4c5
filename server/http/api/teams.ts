// Teams, who is here, hours of business, and routing by number.

import {
  Agent,
  MyAvailability,
  Problem,
  page,
  Routing,
  Schedule,
  SetRouting,
  SetSchedule,
  SetTeam,
  Team,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { type Arranged, arrangeRouting, arrangeSchedule, arrangeTeam } from '../../flows/arrange-teams.ts';
import { removeSchedule } from '../../teams/schedules.ts';
import { removeTeam, setAvailability } from '../../teams/store.ts';
import { usableNumber } from '../../views/business-numbers.ts';
import { listAgents, listRouting, listSchedules, listTeams } from '../../views/teams.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Teams'];
const none = { 204: z.null(), '4xx': Problem };

export const teams: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const teamById = async (id: string) => found('team', await listTeams(db), id);
  const scheduleById = async (id: string) => found('schedule', await listSchedules(db), id);

  app.get(
    '/agents',
    {
      ...guard('teams:read'),
      schema: { tags, summary: 'Whom conversations can be given to', response: { 200: page(Agent), '4xx': Problem } },
    },
    async () => ({ data: await listAgents(db), next: null }),
  );

  app.get(
    '/me/availability',
    {
      ...guard('conversations:reply'),
      schema: { tags, summary: 'Whether you are here', response: { 200: MyAvailability, '4xx': Problem } },
    },
    async (request) => {
      const id = personIn(actorOf(request))?.id;
      const own = (await listAgents(db)).find((agent) => agent.id === id);
      return { availability: own?.availability ?? ('away' as const) };
    },
  );

  app.put(
    '/me/availability',
    {
      ...guard('conversations:reply'),
      schema: {
        tags,
        summary: 'Say that you are here, or away',
        description: 'Routing gives nothing to whoever is away. What they have stays theirs.',
        body: MyAvailability,
        response: { 200: MyAvailability, '4xx': Problem },
      },
    },
    async (request) => {
      const person = personIn(actorOf(request));
      if (!person) throw new ProblemError(403, 'not_a_person', sentence('problem.not_a_person'));
      await say(person.id, request.body.availability);
      return request.body;
    },
  );

  app.put(
    '/agents/:id/availability',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Say for somebody that they are here, or away',
        params,
        body: MyAvailability,
        response: { 200: MyAvailability, '4xx': Problem },
      },
    },
    async (request) => {
      found('agent', await listAgents(db), request.params.id);
      await say(request.params.id, request.body.availability);
      return request.body;
    },
  );

  const say = (userId: string, state: 'available' | 'away') =>
    inTransaction(db, (tx) => setAvailability(tx, { userId, state, at: tools.clock() }));

  app.get(
    '/teams',
    { ...guard('teams:read'), schema: { tags, summary: 'Teams', response: { 200: page(Team), '4xx': Problem } } },
    async () => ({ data: await listTeams(db), next: null }),
  );

  app.post(
    '/teams',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Make a team',
        headers: idempotency,
        body: SetTeam,
        response: { 201: Team, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const made = await once(db, { request, asks: { call: 'team', body: request.body } }, async (tx) => {
        const id = tools.newId();
        check(await arrangeTeam(tx, { id, ...request.body, isNew: true }), 'team');
        return found('team', await listTeams(tx), id);
      });
      return reply.code(201).send(made);
    },
  );

  app.put(
    '/teams/:id',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: "Change a team's name and members",
        params,
        body: SetTeam,
        response: { 200: Team, '4xx': Problem },
      },
    },
    async (request) => {
      const { id } = request.params;
      check(await inTransaction(db, (tx) => arrangeTeam(tx, { id, ...request.body, isNew: false })), 'team');
      return await teamById(id);
    },
  );

  app.delete(
    '/teams/:id',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Dissolve a team',
        description: 'Its conversations stay whose they are, and are nobody else’s team’s.',
        params,
        response: none,
      },
    },
    async (request, reply) => {
      if (!(await inTransaction(db, (tx) => removeTeam(tx, request.params.id)))) throw notFound('team');
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/schedules',
    {
      ...guard('teams:read'),
      schema: { tags, summary: 'Hours of business', response: { 200: page(Schedule), '4xx': Problem } },
    },
    async () => ({ data: await listSchedules(db), next: null }),
  );

  app.post(
    '/schedules',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Add hours of business',
        headers: idempotency,
        body: SetSchedule,
        response: { 201: Schedule, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const made = await once(db, { request, asks: { call: 'schedule', body: request.body } }, async (tx) => {
        const id = tools.newId();
        check(await arrangeSchedule(tx, { id, ...request.body, isNew: true }), 'schedule');
        return found('schedule', await listSchedules(tx), id);
      });
      return reply.code(201).send(made);
    },
  );

  app.put(
    '/schedules/:id',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Change hours of business',
        description: 'What runs already keeps the time it was given.',
        params,
        body: SetSchedule,
        response: { 200: Schedule, '4xx': Problem },
      },
    },
    async (request) => {
      const { id } = request.params;
      check(await inTransaction(db, (tx) => arrangeSchedule(tx, { id, ...request.body, isNew: false })), 'schedule');
      return await scheduleById(id);
    },
  );

  app.delete(
    '/schedules/:id',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Remove hours of business',
        description: 'Numbers that went by them count around the clock from then on.',
        params,
        response: none,
      },
    },
    async (request, reply) => {
      if (!(await inTransaction(db, (tx) => removeSchedule(tx, request.params.id)))) throw notFound('schedule');
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/routing',
    {
      ...guard('teams:read'),
      schema: {
        tags,
        summary: 'How work is handed out, and what is promised, on each number',
        response: { 200: page(Routing), '4xx': Problem },
      },
    },
    async (request) => ({ data: await listRouting(db, actorOf(request).portfolios), next: null }),
  );

  app.put(
    '/routing/:number',
    {
      ...guard('teams:manage'),
      schema: {
        tags,
        summary: 'Choose it for a number',
        description: 'What is left out stays as it is. It holds for what comes from now on.',
        params: z.object({ number: z.string().min(1).max(64) }),
        body: SetRouting,
        response: { 200: Routing, '4xx': Problem },
      },
    },
    async (request) => {
      const { portfolios } = actorOf(request);
      const number = await usableNumber(db, portfolios, request.params.number);
      if (!number) throw notFound('business number');
      const { team, schedule, ...rest } = request.body;
      const renamed = { ...rest, teamId: team, scheduleId: schedule };
      const chosen = Object.fromEntries(Object.entries(renamed).filter(([, value]) => value !== undefined));
      check(await inTransaction(db, (tx) => arrangeRouting(tx, number, chosen)), 'routing');
      const [shown] = (await listRouting(db, [number.portfolioId])).filter(
        (one) => one.number.id === request.params.number,
      );
      if (!shown) throw notFound('business number');
      return shown;
    },
  );
};

function found<One extends { id: string }>(what: string, list: readonly One[], id: string): One {
  const one = list.find((each) => each.id === id);
  if (!one) throw notFound(what);
  return one;
}

function check(outcome: Arranged, what: string): void {
  switch (outcome) {
    case 'saved':
      return;
    case 'unknown':
      throw notFound(what);
    case 'name_taken':
      throw new ProblemError(409, outcome, sentence('problem.name_taken'));
    case 'no_such_member':
      throw new ProblemError(422, outcome, sentence('problem.no_such_member'));
    case 'no_such_zone':
      throw new ProblemError(422, outcome, sentence('problem.no_such_zone'));
    case 'no_such_team':
      throw new ProblemError(422, outcome, sentence('problem.no_such_team'));
    case 'no_such_schedule':
      throw new ProblemError(422, outcome, sentence('problem.no_such_schedule'));
    case 'too_many':
      throw new ProblemError(422, outcome, sentence('problem.too_many_of_these'));
  }
}
