// A request goes on, a step a call: confirmed, verified, run, approved, refused, held, extended, cancelled.

import {
  HoldPrivacy,
  PrivacyRequestDetail,
  Problem,
  ProvePrivacy,
  RefusePrivacy,
  RunPrivacy,
  SetCorrections,
  TryPrivacyCode,
} from '@throughline/contract';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inTransaction } from '../../db/connect.ts';
import { type Asked, CorrectionRefused, takePrivacyStep } from '../../flows/privacy-steps.ts';
import { sendPrivacyCode } from '../../flows/send-privacy-code.ts';
import { privacyRequest } from '../../views/privacy-requests.ts';
import { say } from '../../words/say.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { codeProblem, obstacleProblem, wrongCodeProblem } from './privacy-problems.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Privacy'];

export const privacySteps: FastifyPluginAsyncZod<ApiDoor> = async (
  app,
  { db, tools, policy, guard, wakeSender, wakePrivacy },
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

  app.put(
    '/privacy/requests/:id/corrections',
    {
      ...manage,
      schema: {
        tags,
        summary: 'Name what is to be corrected',
        description: 'The dry run shows each before and after. Where it waited for approval, it must be run again.',
        body: SetCorrections,
        ...answers,
      },
    },
    async (request) => await step(request, request.params.id, { do: 'correct', corrections: request.body.corrections }),
  );

  app.post(
    '/privacy/requests/:id/run',
    {
      ...manage,
      schema: {
        tags,
        summary: 'Carry it out, or ask for approval where a second pair of eyes is needed',
        description:
          'access: the archive may be downloaded from now on. rectify: every correction is carried out, or none where one is refused. erase: everything of the person is deleted, for good. Others: done.',
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
      takePrivacyStep(tx, { portfolios: actor.portfolios, id, actor, asked }, { policy, tools }),
    ).catch((error: unknown) => {
      if (!(error instanceof CorrectionRefused)) throw error;
      throw new ProblemError(409, 'privacy_correction_refused', sentence('problem.privacy_correction_refused'));
    });
    switch (outcome.kind) {
      case 'no_request':
        throw notFound('request');
      case 'obstacle':
        throw obstacleProblem(outcome.obstacle);
      case 'wrong_code':
        throw wrongCodeProblem(outcome.triesLeft);
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
