// What a person does about themselves: sessions, passkeys. Passwords and codes are better-auth's, under /api/auth.

import { OwnAccount, Problem, page, Session } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { passkeysOf, removePasskey, renamePasskey } from '../../access/passkey-rows.ts';
import { endSession, endSessionsBut, sessionsOf } from '../../access/sessions.ts';
import { backupCodesLeft, userById } from '../../access/users.ts';
import { inTransaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { sentence } from '../../words/sentence.ts';
import { personOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Account'];

export const account: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, access, tools }) => {
  const now = () => new Date(tools.clock());

  app.get(
    '/account',
    {
      ...guard(),
      schema: { tags, summary: 'How you sign in', response: { 200: OwnAccount, '4xx': Problem } },
    },
    async (request) => {
      const { id, lacks } = personOf(request);
      const user = await userById(db, id, now());
      if (!user) throw notFound('user');
      const { name, email, role, signIn } = user;
      const passkeys = await passkeysOf(db, id);
      return {
        name,
        email,
        role,
        password: signIn.password,
        secondFactor: signIn.secondFactor,
        backupCodes: signIn.secondFactor ? await backupCodesLeft(db, id, access.readSecret) : null,
        passkeys: passkeys.map(({ id, name, createdAt, synced }) => ({
          id,
          name,
          createdAt: createdAt.toISOString(),
          synced,
        })),
        singleSignOn: signIn.singleSignOn,
        secondFactorNeeded: lacks === 'second_factor',
      };
    },
  );

  app.get(
    '/account/sessions',
    {
      ...guard(),
      schema: { tags, summary: 'Where you are signed in', response: { 200: page(Session), '4xx': Problem } },
    },
    async (request) => {
      const { id, session } = personOf(request);
      return { data: await sessionsOf(db, { userId: id, current: session, now: now() }), next: null };
    },
  );

  app.delete(
    '/account/sessions/:id',
    {
      ...guard(),
      schema: { tags, summary: 'End one of your sessions', params, response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const person = personOf(request);
      await inTransaction(db, async (tx) => {
        const sessions = await endSession(tx, { userId: person.id, id: request.params.id });
        if (sessions === 0) throw notFound('session');
        await noteAct(tx, person, { act: 'session_revoked', subject: self(person), detail: { sessions } });
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/account/sessions/end-others',
    {
      ...guard(),
      schema: { tags, summary: 'Sign out everywhere else', response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const person = personOf(request);
      await inTransaction(db, async (tx) => {
        const sessions = await endSessionsBut(tx, { userId: person.id, kept: person.session });
        if (sessions > 0)
          await noteAct(tx, person, { act: 'session_revoked', subject: self(person), detail: { sessions } });
      });
      return reply.code(204).send(null);
    },
  );

  app.patch(
    '/account/passkeys/:id',
    {
      ...guard(),
      schema: {
        tags,
        summary: 'Name a passkey',
        params,
        body: z.object({ name: z.string().trim().min(1).max(60) }).meta({ id: 'NamePasskey' }),
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { id: userId } = personOf(request);
      const named = { id: request.params.id, userId, name: request.body.name };
      if (!(await inTransaction(db, (tx) => renamePasskey(tx, named)))) throw notFound('passkey');
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/account/passkeys/:id',
    {
      ...guard(),
      schema: { tags, summary: 'Remove a passkey', params, response: { 204: z.null(), '4xx': Problem } },
    },
    async (request, reply) => {
      const person = personOf(request);
      await inTransaction(db, async (tx) => {
        const removed = await removePasskey(tx, { id: request.params.id, userId: person.id });
        if (!removed) throw notFound('passkey');
        const user = await userById(tx, person.id, now());
        if (user?.state === 'invited') throw new ProblemError(409, 'only_way_in', sentence('problem.only_way_in'));
        await noteAct(tx, person, { act: 'passkey_removed', subject: self(person), detail: { passkey: removed.name } });
      });
      return reply.code(204).send(null);
    },
  );
};

const self = ({ id, name }: { id: string; name: string }) => ({ kind: 'user' as const, id, name });
