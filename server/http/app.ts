// Every door opened by a request, put together.

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { Policy, PortfolioId } from '@throughline/identity';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Access } from '../access/access.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { Database } from '../db/connect.ts';
import type { Figures } from '../figures.ts';
import type { Tools } from '../flows/tools.ts';
import type { GroupCommit } from '../inbox/group-commit.ts';
import { limits } from '../limits.ts';
import { linkTo } from '../media/links.ts';
import type { Network } from '../subscriptions/rules-networks.ts';
import { ledToErased } from '../views/erased.ts';
import { account } from './api/account.ts';
import { audit } from './api/audit.ts';
import { campaignFiles } from './api/campaign-files.ts';
import { campaigns } from './api/campaigns.ts';
import { canary } from './api/canary.ts';
import { cannedReplies } from './api/canned-replies.ts';
import { cards } from './api/cards.ts';
import { contactBooks } from './api/contact-book.ts';
import { contacts } from './api/contacts.ts';
import { conversations } from './api/conversations.ts';
import type { ApiDoor, Ask } from './api/door.ts';
import { drafts } from './api/drafts.ts';
import { events } from './api/events.ts';
import { explanations } from './api/explanations.ts';
import { exports_ } from './api/exports.ts';
import { identity } from './api/identity.ts';
import { imports } from './api/imports.ts';
import { keys } from './api/keys.ts';
import { labels } from './api/labels.ts';
import { me } from './api/me.ts';
import { media, mediaUploads } from './api/media.ts';
import { notes } from './api/notes.ts';
import { numberRequests } from './api/number-requests.ts';
import { operations } from './api/operations.ts';
import { phones } from './api/phones.ts';
import { policies } from './api/policy.ts';
import { privacy } from './api/privacy.ts';
import { privacyArchive } from './api/privacy-archive.ts';
import { privacySteps } from './api/privacy-steps.ts';
import { reach } from './api/reach.ts';
import { readiness } from './api/readiness.ts';
import { relay } from './api/relay.ts';
import { reports } from './api/reports.ts';
import { retentionDoor } from './api/retention.ts';
import { reviews } from './api/reviews.ts';
import { search } from './api/search.ts';
import { sending } from './api/sending.ts';
import { signInDoors } from './api/sign-in.ts';
import { subscriptions } from './api/subscriptions.ts';
import { teams } from './api/teams.ts';
import { templates } from './api/templates.ts';
import { users } from './api/users.ts';
import { work } from './api/work.ts';
import { authDoor, guardWith } from './auth.ts';
import { deskDoor } from './desk.ts';
import { eventStreams } from './event-streams.ts';
import { speakPlainly } from './field-words.ts';
import { healthDoor } from './health.ts';
import { liveDoor } from './live.ts';
import { maskPhones } from './masked.ts';
import { mediaDoor } from './media.ts';
import { metaWebhook } from './meta-webhook.ts';
import { presenceDoor } from './presence.ts';
import { answerProblems } from './problems.ts';
import { listenForLanguages } from './readers.ts';
import { relayDoor } from './relay.ts';

export interface AppParts {
  db: Database;
  access: Access;
  inbox: GroupCommit;
  policy: Policy;
  tools: Tools;
  log: Logger;
  appSecrets: readonly string[];
  verifyToken: string | undefined;
  wakeSender: () => void;
  wakeErrands: () => void;
  wakeInbox: () => void;
  wakeMedia: () => void;
  blobs: Blobs;
  /** Signs the links to files. */
  linkKey: Uint8Array;
  wakeTemplates: () => void;
  wakeCampaigns: () => void;
  wakePrivacy: () => void;
  wakeEvents: () => void;
  wakeExports: () => void;
  wakeImports: () => void;
  wakeCanary: () => void;
  ask: Ask;
  /** Where the service is found from outside. */
  publicUrl: string;
  /** Private networks events may be delivered into. */
  networks: readonly Network[];
  figures: Figures;
  /** Sees the app before its doors are opened. */
  watch?: (app: FastifyInstance) => unknown;
}

export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  // No request log: an address with a search in it names people. Failures are logged by route.
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.apiBodyBytes,
    trustProxy: 'loopback',
    // Links to files are longer than the 100 letters the router takes by itself.
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  try {
    await openDoors(app as unknown as FastifyInstance, parts);
    return app as unknown as FastifyInstance;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function openDoors(plain: FastifyInstance, parts: AppParts): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  parts.watch?.(plain);
  speakPlainly();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  listenForLanguages(plain);
  maskPhones(plain);
  answerProblems(plain, (portfolios, id) => ledToErased(parts.db, portfolios, id));
  await app.register(swagger, {
    openapi: description,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });

  const { db, access, policy, tools } = parts;
  const guard = guardWith(access);
  await app.register(metaWebhook, { inbox: parts.inbox, appSecrets: parts.appSecrets, verifyToken: parts.verifyToken });
  await app.register(authDoor, { access });
  await app.register(relayDoor, {
    ...{ db, tools, policy, blobs: parts.blobs, wakeSender: parts.wakeSender, wakeErrands: parts.wakeErrands },
    publicUrl: parts.publicUrl,
    mediaUrl: (portfolioId: PortfolioId, mediaId: string) =>
      linkTo(parts.linkKey, { portfolioId, mediaId }, tools.clock()),
  });
  const door: ApiDoor & { prefix: string } = {
    db,
    access,
    tools,
    policy,
    guard,
    wakeSender: parts.wakeSender,
    wakeErrands: parts.wakeErrands,
    wakeInbox: parts.wakeInbox,
    wakeMedia: parts.wakeMedia,
    blobs: parts.blobs,
    mediaUrl: (portfolioId: PortfolioId, mediaId: string) =>
      linkTo(parts.linkKey, { portfolioId, mediaId }, tools.clock()),
    log: parts.log,
    wakeTemplates: parts.wakeTemplates,
    wakeCampaigns: parts.wakeCampaigns,
    wakePrivacy: parts.wakePrivacy,
    wakeEvents: parts.wakeEvents,
    wakeExports: parts.wakeExports,
    wakeImports: parts.wakeImports,
    wakeCanary: parts.wakeCanary,
    ask: parts.ask,
    networks: parts.networks,
    prefix: '/api/v1',
  };
  await app.register(conversations, door);
  await app.register(work, door);
  await app.register(teams, door);
  await app.register(contacts, door);
  await app.register(search, door);
  await app.register(labels, door);
  await app.register(contactBooks, door);
  await app.register(phones, door);
  await app.register(cards, door);
  await app.register(explanations, door);
  await app.register(identity, door);
  await app.register(reach, door);
  await app.register(reports, door);
  await app.register(reviews, door);
  await app.register(policies, door);
  await app.register(retentionDoor, door);
  await app.register(templates, door);
  await app.register(numberRequests, door);
  await app.register(campaigns, door);
  await app.register(campaignFiles, door);
  await app.register(notes, door);
  await app.register(drafts, door);
  await app.register(cannedReplies, door);
  await app.register(me, door);
  await app.register(operations, door);
  await app.register(sending, door);
  await app.register(privacy, door);
  await app.register(privacySteps, door);
  await app.register(privacyArchive, door);
  const streams = await eventStreams(db, (error) =>
    plain.log.warn({ event: 'event_stream_failed', error: error instanceof Error ? error.name : 'unknown' }),
  );
  await app.register(events, { ...door, streams });
  await app.register(subscriptions, door);
  await app.register(readiness, door);
  await app.register(canary, door);
  await app.register(exports_, door);
  await app.register(imports, door);
  await app.register(relay, door);
  await app.register(audit, door);
  await app.register(users, door);
  await app.register(keys, door);
  await app.register(account, door);
  await app.register(signInDoors, door);
  await app.register(media, door);
  await app.register(mediaUploads, door);
  const { blobs, linkKey } = parts;
  await app.register(mediaDoor, { db, blobs, linkKey, clock: tools.clock });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => withoutUnused(app.swagger()));
  const live = await liveDoor(plain, { db, guard });
  const closePresence = await presenceDoor(plain, { db, guard, live });
  app.addHook('preClose', async () => {
    await closePresence();
    await live.close();
    await streams.close();
  });
  await app.register(healthDoor, {
    db,
    listeners: live.listeners,
    figures: parts.figures,
    mediaQuotaBytes: blobs.quotaBytes,
  });
  await deskDoor(plain, {});
}

/** The generator names every schema twice, as taken and as given; what nothing refers to is left out. */
function withoutUnused(document: ReturnType<FastifyInstance['swagger']>): object {
  const { components, ...rest } = document as { components?: { schemas?: Record<string, unknown> } };
  const schemas = new Map(Object.entries(components?.schemas ?? {}));
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas.get(name) ?? {});
    }
  };
  follow(rest);
  return {
    ...rest,
    components: { ...components, schemas: Object.fromEntries([...schemas].filter(([name]) => used.has(name))) },
  };
}

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Throughline API',
    version: '1',
    description:
      'One customer, one conversation. Contacts and threads by phone or username; a backend id of WhatsApp is in no answer but `identity`. Lists page by cursor: `{data, next}`. Errors are RFC 9457 problems with a stable `code`.',
  },
  components: {
    securitySchemes: {
      key: { type: 'http' as const, scheme: 'bearer', description: 'An API key: `throughline key create`.' },
    },
  },
  security: [{ key: [] }],
};
