// Who asks, and whether they may: for every door of the API.

import type { Problem } from '@throughline/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Access } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { may, type Scope } from '../access/permissions.ts';
import { toWebHeaders, toWebRequest } from '../access/requests.ts';
import { languageAsked } from '../words/languages.ts';
import { sentence } from '../words/sentence.ts';
import type { Reader } from '../words/viewer.ts';
import { ProblemError } from './problems.ts';
import { readerOf } from './readers.ts';
import { signInProblem } from './sign-in-problems.ts';

/** For doors whose answer differs by what somebody may see. */
export { may } from '../access/permissions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
  interface FastifyContextConfig {
    /** What the door asks for, so that all of them can be told over. */
    scope?: Scope;
  }
}

export type Guard = (scope?: Scope) => { onRequest: onRequestAsyncHookHandler; config: { scope?: Scope } };

/** A guard lets a request pass that may, and says to others what is missing, before anything else of it is looked at. */
export function guardWith(access: Access): Guard {
  return (scope) => ({
    config: scope === undefined ? {} : { scope },
    onRequest: async (request, reply) => {
      const answer = new Headers();
      const headers = toWebHeaders(request.headers);
      const actor = await access.actorOf(headers, answer);
      for (const cookie of answer.getSetCookie()) reply.header('set-cookie', cookie);
      if (!actor) throw new ProblemError(401, 'not_signed_in', sentence('problem.not_signed_in'));
      const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      if (writes && actor.kind === 'user' && !access.fromOwnPage(headers))
        throw new ProblemError(403, 'foreign_page', sentence('problem.foreign_page'));
      if (scope && actor.lacks === 'second_factor')
        throw new ProblemError(403, 'second_factor_needed', sentence('sign_in.second_factor_needed'));
      if (scope && !may(actor, scope))
        throw new ProblemError(403, 'not_allowed', sentence('problem.not_allowed', { role: actor.role, scope }));
      request.actor = { ...actor, address: request.ip };
      request.reader = { ...readerOf(request), phones: await access.phonesOf(actor.role) };
    },
  });
}

export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('A door without a guard asked who is there.');
  return request.actor;
}

/** For what a person does about themselves: an API key is nobody. */
export function personOf(request: FastifyRequest): Actor & { session: string } {
  const { session, ...actor } = actorOf(request);
  if (session === undefined) throw new ProblemError(403, 'people_only', sentence('problem.people_only'));
  return { ...actor, session };
}

const signInBytes = 16 * 1024;

/** Sign-in, sign-out and sessions. */
export async function authDoor(app: FastifyInstance, { access }: { access: Access }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: signInBytes }, (_request, body, done) =>
    done(null, body),
  );
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const { url, method, headers, body } = request;
      const answered = await access.handler(toWebRequest({ url, method, headers, body, peer: request.ip }));
      const problem = await refusalIn(request, answered);
      if (problem) reply.header('content-language', readerAt(request).language).header('vary', 'accept-language');
      await answer(reply, answered, problem);
    },
  });
}

/** As it is told to whoever asked, in the language they asked in. */
async function refusalIn(request: FastifyRequest, answered: Response): Promise<Problem | undefined> {
  if (answered.status < 400) return undefined;
  const { code } = (await answered.clone().json()) as { code: string };
  const retryAfter = answered.headers.get('retry-after');
  return signInProblem(
    readerAt(request),
    { status: answered.status, code },
    retryAfter === null ? undefined : Number(retryAfter),
  );
}

/** Who stands at the door: nobody yet, so that no number is shown. */
function readerAt({ headers }: FastifyRequest): Reader {
  return { ...languageAsked(headers['accept-language']), phones: 'masked' };
}

async function answer(reply: FastifyReply, response: Response, problem: Problem | undefined): Promise<void> {
  reply.code(response.status);
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value);
  });
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  await reply.send(problem ? Buffer.from(JSON.stringify(problem)) : Buffer.from(await response.arrayBuffer()));
}
