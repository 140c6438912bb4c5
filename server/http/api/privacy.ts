// People's requests about their own data: finding whom one is about, recording it, and seeing what became of it.

import {
  ListPrivacyRequests,
  NewPrivacyRequest,
  PrivacyDueCounts,
  PrivacyPreview,
  PrivacyRequest,
  PrivacyRequestDetail,
  PrivacySettings,
  PrivacySubject,
  Problem,
  page,
  SearchSubjects,
  SetPrivacySettings,
} from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { may } from '../../access/permissions.ts';
import { inTransaction } from '../../db/connect.ts';
import { inRehearsal } from '../../db/rehearsal.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { notePrivacyAct } from '../../flows/note-privacy-act.ts';
import { previewPrivacy } from '../../flows/preview-privacy.ts';
import { previewRectification } from '../../flows/preview-rectification.ts';
import { recordPrivacyRequest } from '../../flows/record-privacy-request.ts';
import { setPrivacySettings } from '../../flows/set-privacy-settings.ts';
import { contactById } from '../../views/contacts.ts';
import { correctionEffects } from '../../views/corrections.ts';
import { whichPortfolio } from '../../views/policy.ts';
import {
  allPrivacySettings,
  listPrivacyRequests,
  privacyDue,
  privacyRequest,
  privacySettings,
} from '../../views/privacy-requests.ts';
import { oneSubject, privacySubjects } from '../../views/privacy-subjects.ts';
import { sentence } from '../../words/sentence.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';
import { obstacleProblem } from './privacy-problems.ts';

const params = z.object({ id: z.uuid() });
const tags = ['Privacy'];

export const privacy: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, policy, guard }) => {
  const seeing = (request: FastifyRequest) => ({
    viewer: viewerOf(request),
    actorId: actorOf(request).id,
    now: tools.clock(),
  });

  app.get(
    '/privacy/subjects',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'Whom a request may be about',
        description:
          'A username or a number that changed hands shows each holder with dates, never put together: a request is about the one whose identity is proven. That somebody looked is noted; what they looked for is not.',
        querystring: SearchSubjects,
        response: { 200: page(PrivacySubject), '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const looking = { q: request.query.q, backendIds: may(actor, 'identity:read') };
      const data = await privacySubjects(db, viewerOf(request), looking);
      await inTransaction(db, async (tx) => {
        for (const portfolioId of new Set(data.map((one) => one.portfolioId)))
          await notePrivacyAct(tx, { portfolioId, actor, act: 'searched', detail: { found: data.length } }, tools);
      });
      return { data, next: null };
    },
  );

  app.get(
    '/privacy/requests',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'Requests: open ones by when they are due, others the newest first',
        querystring: ListPrivacyRequests,
        response: { 200: page(PrivacyRequest), '4xx': Problem },
      },
    },
    async (request) => {
      const { state, kind, contact, limit, cursor } = request.query;
      return await listPrivacyRequests(db, seeing(request), { state, kind, contact, limit, cursor });
    },
  );

  app.get(
    '/privacy/due',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'How many requests are late, soon due, or wait for approval',
        response: { 200: PrivacyDueCounts, '4xx': Problem },
      },
    },
    async (request) => await privacyDue(db, seeing(request)),
  );

  app.post(
    '/privacy/requests',
    {
      ...guard('privacy:manage'),
      schema: {
        tags,
        summary: 'Record a request',
        description:
          'About `contactId`, or about whoever has the phone or username in `subject` today. A copy, an erasure or anything else is made only once it is verified who asks.',
        headers: idempotency,
        body: NewPrivacyRequest,
        response: { 201: PrivacyRequestDetail, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { portfolioId, contactId, accounts } = await meant(request, request.body);
      const { kind, law, note, receivedAt, corrections, language } = request.body;
      const asks = { call: 'privacy-request', ...request.body };
      const { id } = await once(db, { request, asks }, async (tx) => ({
        id: await recordPrivacyRequest(
          tx,
          {
            portfolioId,
            contactId,
            accountIds: accounts,
            kind,
            law,
            note,
            corrections,
            language,
            receivedAt: receivedAt === undefined ? undefined : Date.parse(receivedAt),
            actor,
          },
          tools,
        ),
      }));
      return reply.code(201).send(await shown(request, id));
    },
  );

  app.get(
    '/privacy/requests/:id',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'One request, with everything that was done about it',
        params,
        response: { 200: PrivacyRequestDetail, '4xx': Problem },
      },
    },
    async (request) => await shown(request, request.params.id),
  );

  app.get(
    '/privacy/requests/:id/dry-run',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'What it would find, counted; nothing is changed',
        params,
        response: { 200: PrivacyPreview, '4xx': Problem },
      },
    },
    async (request) => {
      const portfolios = actorOf(request).portfolios;
      const preview = await inSnapshot(db, (tx) => previewPrivacy(tx, portfolios, request.params.id));
      if (!preview) throw notFound('request');
      const { kind } = await shown(request, request.params.id);
      if (kind !== 'rectify') return preview;
      return { ...preview, ...(await rehearsed(request, request.params.id)) };
    },
  );

  app.get(
    '/privacy/settings',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'What each portfolio chose',
        response: { 200: page(PrivacySettings), '4xx': Problem },
      },
    },
    async (request) => ({ data: await allPrivacySettings(db, viewerOf(request)), next: null }),
  );

  app.get(
    '/privacy/settings/:portfolioId',
    {
      ...guard('privacy:read'),
      schema: {
        tags,
        summary: 'Which law, and whether a second pair of eyes is needed',
        params: z.object({ portfolioId: z.string().max(64) }),
        response: { 200: PrivacySettings, '4xx': Problem },
      },
    },
    async (request) => await privacySettings(db, await portfolioOf(request, request.params.portfolioId)),
  );

  app.put(
    '/privacy/settings/:portfolioId',
    {
      ...guard('privacy:manage'),
      schema: {
        tags,
        summary: 'Choose the law, and whether a second pair of eyes is needed',
        params: z.object({ portfolioId: z.string().max(64) }),
        body: SetPrivacySettings,
        response: { 200: PrivacySettings, '4xx': Problem },
      },
    },
    async (request) => {
      const portfolioId = await portfolioOf(request, request.params.portfolioId);
      const actor = actorOf(request);
      await inTransaction(db, (tx) => setPrivacySettings(tx, portfolioId, { ...request.body, actor }, tools));
      return await privacySettings(db, portfolioId);
    },
  );

  async function shown(request: FastifyRequest, id: string) {
    const found = await privacyRequest(db, seeing(request), id);
    if (!found) throw notFound('request');
    return found;
  }

  /** What each correction would come to: carried out, looked at, and undone. */
  async function rehearsed(request: FastifyRequest, id: string) {
    const actor = actorOf(request);
    const corrections = await inRehearsal(db, async (tx) => {
      const done = await previewRectification(tx, { portfolios: actor.portfolios, id, actor }, { policy, tools });
      return await correctionEffects(tx, viewerOf(request), done);
    });
    return { corrections, total: corrections.length };
  }

  async function portfolioOf(request: FastifyRequest, named: string | undefined) {
    const which = await whichPortfolio(db, actorOf(request).portfolios, named);
    if (which.kind !== 'found') throw notFound('portfolio');
    return which.portfolioId;
  }

  /** Whom a new request is about, and which of their accounts. */
  async function meant(request: FastifyRequest, body: z.infer<typeof NewPrivacyRequest>) {
    const found = await contactById(db, viewerOf(request), body.contactId ?? (await namedBy(request, body)));
    if (!found) throw notFound('contact');
    const own = found.contact.accounts.map(({ id }) => id);
    const wanted = body.accounts ?? own;
    if (!wanted.every((id) => own.includes(id)))
      throw new ProblemError(422, 'account_unknown', sentence('problem.privacy_account_unknown'));
    if (body.corrections && body.kind !== 'rectify') throw obstacleProblem('no_rectification');
    return {
      portfolioId: found.portfolioId,
      contactId: found.contact.id as ContactId,
      accounts: [...new Set(wanted)] as ContactId[],
    };
  }

  async function namedBy(request: FastifyRequest, { subject, portfolio }: z.infer<typeof NewPrivacyRequest>) {
    if (subject === undefined) throw new ProblemError(400, 'invalid_request', sentence('problem.privacy_whom'));
    const looking = { q: subject, backendIds: may(actorOf(request), 'identity:read'), portfolio };
    const found = await oneSubject(db, viewerOf(request), looking);
    if (found.kind === 'nobody') throw new ProblemError(404, 'subject_unknown', sentence('problem.subject_unknown'));
    if (found.kind === 'several')
      throw new ProblemError(409, 'subject_not_unique', sentence('problem.subject_not_unique'));
    return found.contactId;
  }
};
