// A request goes on, a step a call: confirmed, verified, run, approved, refused, held, extended, cancelled.

import {
  HoldPrivacy,
  PrivacyRequestDetail,
  Problem,
  ProvePrivacy,
  RefusePrivacy,
  RunPrivacy,
  TryPrivacyCode,
} from '@throughline/contract';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { type Asked, takePrivacyStep } from '../../flows/privacy-steps.ts';
import { sendPrivacyCode } from '../../flows/send-privacy-code.ts';
import { privacyRequest } from '../../views/privacy-requests.ts';
import { say } from '../../words/say.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { codeProblem, obstacleProblem } from './privacy-problems.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Privacy'];

export const privacySteps: FastifyPluginAsyncZod<ApiDoor> = async (
  app,
  { db, tools, guard, wakeSender, wakePrivacy },
) => {
  const answers = { params, response: { 200: PrivacyRequestDetail, '4xx': Problem } };
  const manage = guard('privacy:manage');

  app.post(
    '/privacy/requests/:id/verify/code',
    {
      ...manage,
      schema: {
        tags,
        summary: 'Send a one-time code to the identity itself',
        description:
          'In the person’s own thread, where WhatsApp takes a message now. It proves who reads that thread today: of a number, its present holder alone.',
        ...answers,
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      const outcome = await inTransaction(db, (tx) =>
        sendPrivacyCode(
          tx,
          {
            portfolios: viewer.portfolios,
            id,
            actor: actorOf(request),
            textOf: (code) => say(viewer, 'privacy.code', { code }),
          },
          tools,
        ),
      );
      if (outcome.kind === 'no_request') throw notFound('request');
      if (outcome.kind !== 'sent') throw codeProblem(outcome);
      wakeSender();
      return await shown(request, id);
    },
  );

  app.post(
    '/privacy/requests/:id/verify',
    {
      ...manage,
      schema: { tags, summary: 'Try the code the person read out', body: TryPrivacyCode, ...answers },
    },
    async (request) => await step(request, request.params.id, { do: 'try_code', code: request.body.code }),
  );

  app.post(
    '/privacy/requests/:id/prove',
    {
      ...manage,
      schema: { tags, summary: 'Record another proof, and what was seen', body: ProvePrivacy, ...answers },
    },
    async (request) => await step(request, request.params.id, { do: 'prove', ...request.body }),
  );

  app.post(
    '/privacy/requests/:id/run',
    {
      ...manage,
      schema: {
        tags,
        summary: 'Carry it out, or ask for approval where a second pair of eyes is needed',
        description:
          'access: the archive may be downloaded from now on. erase: everything of the person is deleted, for good. Others: done.',
        body: RunPrivacy,
        ...answers,
      },
    },
    async (request) => await step(request, request.params.id, { do: 'run' }),
  );

  app.post(
    '/privacy/requests/:id/approve',
    {
      ...manage,
      schema: { tags, summary: 'Approve it: by somebody else than who ran it', body: RunPrivacy, ...answers },
    },
    async (request) => await step(request, request.params.id, { do: 'approve' }),
  );

  app.post(
    '/privacy/requests/:id/refuse',
    { ...manage, schema: { tags, summary: 'Refuse it, and say why', body: RefusePrivacy, ...answers } },
    async (request) => {
      const { reason, note } = request.body;
      return await step(request, request.params.id, { do: 'refuse', reason, note });
    },
  );

  app.post(
    '/privacy/requests/:id/hold',
    { ...manage, schema: { tags, summary: 'Put under legal hold, or release', body: HoldPrivacy, ...answers } },
    async (request) => {
      const { held, note } = request.body;
      return await step(request, request.params.id, { do: 'hold', held, note });
    },
  );

  for (const [path, asked, summary] of [
    ['extend', { do: 'extend' }, 'Take the longer time the law allows, having told the person'],
    ['confirm', { do: 'confirm' }, 'Note that its receipt was confirmed to the person'],
    ['cancel', { do: 'cancel' }, 'End it: the person took it back'],
  ] as const)
    app.post(
      `/privacy/requests/:id/${path}`,
      { ...manage, schema: { tags, summary, ...answers } },
      async (request) => await step(request, request.params.id, asked),
    );

  async function step(request: FastifyRequest, id: string, asked: Asked) {
    const actor = actorOf(request);
    const outcome = await inTransaction(db, (tx) =>
      takePrivacyStep(tx, { portfolios: actor.portfolios, id, actor, asked }, tools),
    );
    switch (outcome.kind) {
      case 'no_request':
        throw notFound('request');
      case 'obstacle':
        throw obstacleProblem(outcome.obstacle);
      case 'wrong_code':
        throw new ProblemError(
          422,
          outcome.triesLeft > 0 ? 'privacy_code_wrong' : 'privacy_code_used_up',
          outcome.triesLeft > 0
            ? `That is not the code. It may be tried ${outcome.triesLeft} more times.`
            : 'This code does not count any more. Send another one.',
        );
      case 'taken':
        if (outcome.request.state === 'running') wakePrivacy();
        return await shown(request, id);
    }
  }

  async function shown(request: FastifyRequest, id: string) {
    const seeing = { viewer: viewerOf(request), actorId: actorOf(request).id, now: tools.clock() };
    const found = await privacyRequest(db, seeing, id);
    if (!found) throw notFound('request');
    return found;
  }
};
