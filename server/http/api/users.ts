// People: who has access, invited, changed, suspended, removed.

import { ChangeUser, InviteUser, OneTimeLink, Problem, page, Session, User, UserInvited } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { makeLink } from '../../access/links.ts';
import { endSession, endSessionsBut, sessionsOf } from '../../access/sessions.ts';
import { allUsers, changeUser, dropSecondFactor, inviteUser, removeUser, userById } from '../../access/users.ts';
import { inTransaction, type Reader, type Transaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { noteUserChange } from '../../flows/note-user-change.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Users'];

export const users: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, access, tools }) => {
  const now = () => new Date(tools.clock());
  const shown = async (reader: Reader, id: string) => {
    const user = await userById(reader, id, now());
    if (!user) throw notFound('user');
    return user;
  };
  const about = ({ id, name }: User) => ({ kind: 'user' as const, id, name });
  const linkFor = async (tx: Transaction, actor: Actor, user: User) => {
    const purpose = user.state === 'invited' ? 'join' : 'password';
    const { token, expiresAt } = await makeLink(tx, { purpose, userId: user.id, now: now() });
    await noteAct(tx, actor, { act: 'link_made', subject: about(user), detail: { purpose, role: user.role } });
    return { url: access.addressOf(token), expiresAt: expiresAt.toISOString() };
  };

  app.get(
    '/users',
    {
      ...guard('users:read'),
      schema: { tags, summary: 'Everybody who has access', response: { 200: page(User), '4xx': Problem } },
    },
    async () => ({ data: await allUsers(db, now()), next: null }),
  );

  app.post(
    '/users',
    {
      ...guard('users:manage'),
      schema: {
        tags,
        summary: 'Invite somebody; the answer has the link to pass on, once',
        description: 'No e-mail is sent from here. Calling again with the same Idempotency-Key answers the same link.',
        headers: idempotency,
        body: InviteUser,
        response: { 201: UserInvited, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, email, role } = request.body;
      const made = await once(db, { request, asks: { call: 'invite', ...request.body } }, async (tx) => {
        const id = await inviteUser(tx, { name, email, role });
        if (id === undefined)
          throw new ProblemError(409, 'email_taken', sentence('problem.email_taken'), {
            errors: [{ field: 'email', problem: sentence('problem.email_taken') }],
          });
        const user = await shown(tx, id);
        await noteAct(tx, actor, { act: 'user_created', subject: about(user), detail: { role, by: 'invitation' } });
        return { user, link: await linkFor(tx, actor, user) };
      });
      return reply.code(201).send(made);
    },
  );

  app.patch(
    '/users/:id',
    {
      ...guard('users:manage'),
      schema: {
        tags,
        summary: 'Another name or role, suspended or active again',
        params,
        body: ChangeUser,
        response: { 200: User, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      return await inTransaction(db, async (tx) => {
        const outcome = await changeUser(tx, id, request.body, now());
        if (outcome.kind === 'unknown') throw notFound('user');
        if (outcome.kind === 'last_admin') throw lastAdmin();
        const user = await shown(tx, id);
        await noteUserChange(tx, actor, { before: outcome.before, after: user });
        return user;
      });
    },
  );

  app.delete(
    '/users/:id',
    {
      ...guard('users:manage'),
      schema: { tags, summary: 'Remove somebody for good', params, response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      await inTransaction(db, async (tx) => {
        const outcome = await removeUser(tx, id);
        if (outcome.kind === 'unknown') throw notFound('user');
        if (outcome.kind === 'last_admin') throw lastAdmin();
        const { name, role } = outcome;
        await noteAct(tx, actor, { act: 'user_removed', subject: { kind: 'user', id, name }, detail: { role } });
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/users/:id/link',
    {
      ...guard('users:manage'),
      schema: {
        tags,
        summary: 'A new one-time link: to join, or to choose another password',
        params,
        response: { 201: OneTimeLink, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const link = await inTransaction(db, async (tx) => {
        const user = await shown(tx, request.params.id);
        if (user.state === 'suspended') throw new ProblemError(409, 'suspended', sentence('problem.person_suspended'));
        return await linkFor(tx, actor, user);
      });
      return reply.code(201).send(link);
    },
  );

  app.delete(
    '/users/:id/second-factor',
    {
      ...guard('users:manage'),
      schema: {
        tags,
        summary: 'Take the authenticator app away from somebody who has lost it',
        params,
        response: { 200: User, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      return await inTransaction(db, async (tx) => {
        const user = await shown(tx, request.params.id);
        if (await dropSecondFactor(tx, user.id))
          await noteAct(tx, actor, { act: 'second_factor_removed', subject: about(user) });
        return await shown(tx, user.id);
      });
    },
  );

  app.get(
    '/users/:id/sessions',
    {
      ...guard('users:read'),
      schema: {
        tags,
        summary: 'Where somebody is signed in',
        params,
        response: { 200: page(Session), '4xx': Problem },
      },
    },
    async (request) => {
      const { id } = await shown(db, request.params.id);
      const current = actorOf(request).session;
      return { data: await sessionsOf(db, { userId: id, current, now: now() }), next: null };
    },
  );

  app.delete(
    '/users/:id/sessions',
    {
      ...guard('users:manage'),
      schema: { tags, summary: 'Sign somebody out everywhere', params, response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await inTransaction(db, async (tx) => {
        const user = await shown(tx, request.params.id);
        const sessions = await endSessionsBut(tx, { userId: user.id, kept: undefined });
        if (sessions > 0)
          await noteAct(tx, actor, { act: 'session_revoked', subject: about(user), detail: { sessions } });
      });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/users/:id/sessions/:sessionId',
    {
      ...guard('users:manage'),
      schema: {
        tags,
        summary: 'End one session of somebody',
        params: params.extend({ sessionId: z.uuid() }),
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await inTransaction(db, async (tx) => {
        const user = await shown(tx, request.params.id);
        const ended = await endSession(tx, { userId: user.id, id: request.params.sessionId });
        if (ended === 0) throw notFound('session');
        await noteAct(tx, actor, { act: 'session_revoked', subject: about(user), detail: { sessions: ended } });
      });
      return reply.code(204).send(null);
    },
  );
};

function lastAdmin(): ProblemError {
  return new ProblemError(409, 'last_admin', sentence('problem.last_admin'));
}
