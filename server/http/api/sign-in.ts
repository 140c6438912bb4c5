// What signing in offers and asks for, the table of roles, and one-time links.

import { LinkRead, Problem, ReadLink, Role, RoleTable, SignInPolicy, SignInWays, UseLink } from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findLink } from '../../access/links.ts';
import { rolesHaving, scopes } from '../../access/permissions.ts';
import { requiredRoles, setRequiredRoles } from '../../access/policy.ts';
import { nobodyYet } from '../../access/users.ts';
import { inTransaction } from '../../db/connect.ts';
import { noteAct } from '../../flows/note-act.ts';
import { type LinkOutcome, useLink } from '../../flows/use-link.ts';
import { type Sentence, sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { ProblemError } from '../problems.ts';
import type { ApiDoor } from './door.ts';

const tags = ['Sign-in'];

export const signInDoors: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, guard, access, tools }) => {
  const now = () => new Date(tools.clock());
  const counted = (address: string) => {
    const { allowed, retryAfter } = access.tryLink(address);
    if (!allowed)
      throw new ProblemError(
        429,
        'too_many_attempts',
        sentence('problem.too_many_attempts', { seconds: retryAfter ?? 60 }),
      );
  };

  app.get(
    '/sign-in',
    {
      schema: {
        tags,
        security: [],
        summary: 'The ways in, for the sign-in page; open to everybody',
        response: { 200: SignInWays },
      },
    },
    async () => ({ passkeys: true, singleSignOn: access.singleSignOn, firstRun: await nobodyYet(db) }),
  );

  app.post(
    '/links/read',
    {
      schema: {
        tags,
        security: [],
        summary: 'What a one-time link is for; open to whoever has it',
        body: ReadLink,
        response: { 200: LinkRead, '4xx': Problem },
      },
    },
    async (request) => {
      counted(request.ip);
      const found = await inTransaction(db, (tx) => findLink(tx, request.body.token, now()));
      if (found.kind !== 'found') throw linkProblem(found.kind);
      return { purpose: found.purpose, name: found.name, email: found.email };
    },
  );

  app.post(
    '/links/use',
    {
      schema: {
        tags,
        security: [],
        summary: 'Use a one-time link, once: be the first administrator, join, or set another password',
        body: UseLink,
        response: { 200: z.object({ email: z.string() }).meta({ id: 'LinkUsed' }), '4xx': Problem },
      },
    },
    async (request) => {
      counted(request.ip);
      const visitor = { kind: 'visitor' as const, address: request.ip };
      const outcome = await inTransaction(db, (tx) => useLink(tx, request.body, { visitor, now: now() }));
      if (outcome.kind === 'refused')
        throw new ProblemError(422, 'invalid_request', allOf(outcome.errors), { errors: outcome.errors });
      if (outcome.kind !== 'done') throw linkProblem(outcome.kind);
      return { email: outcome.email };
    },
  );

  app.get(
    '/sign-in/policy',
    {
      ...guard('sign-in:read'),
      schema: { tags, summary: 'Who must have a second factor', response: { 200: SignInPolicy, '4xx': Problem } },
    },
    async () => ({ secondFactorRoles: await requiredRoles(db) }),
  );

  app.put(
    '/sign-in/policy',
    {
      ...guard('sign-in:manage'),
      schema: {
        tags,
        summary: 'Choose who must have a second factor; it holds within seconds, for sessions that are open too',
        body: SignInPolicy,
        response: { 200: SignInPolicy, '4xx': Problem },
      },
    },
    async (request) => {
      const roles = Role.options.filter((role) => request.body.secondFactorRoles.includes(role));
      await inTransaction(db, async (tx) => {
        const before = await setRequiredRoles(tx, roles);
        if (before.join() === roles.join()) return;
        await noteAct(tx, actorOf(request), { act: 'sign_in_policy_changed', detail: { roles, before } });
      });
      return { secondFactorRoles: roles };
    },
  );

  app.get(
    '/roles',
    {
      ...guard('docs:read'),
      schema: { tags, summary: 'Which role may do what', response: { 200: RoleTable, '4xx': Problem } },
    },
    async () => ({
      roles: [...Role.options],
      scopes: scopes.map((scope) => ({ scope, roles: rolesHaving(scope) })),
    }),
  );
};

function allOf(errors: readonly { problem: Sentence }[]): Sentence {
  return sentence('field.all', { problems: { joined: errors.map(({ problem }) => problem), by: ' ' } });
}

function linkProblem(kind: Exclude<LinkOutcome['kind'], 'done' | 'refused'>): ProblemError {
  switch (kind) {
    case 'unknown':
      return new ProblemError(404, 'link_unknown', sentence('problem.link_unknown'));
    case 'used':
      return new ProblemError(410, 'link_used', sentence('problem.link_used'));
    case 'expired':
      return new ProblemError(410, 'link_expired', sentence('problem.link_too_old'));
    case 'not_first':
      return new ProblemError(410, 'link_used', sentence('problem.link_has_admin'));
  }
}
