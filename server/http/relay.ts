// The door for systems that speak Meta's own format: its send API under another address, with a token of ours. What they may do is what an
// integration may: write, mark as read, hand in files and fetch them, on the business numbers it is for.
//
// Meta, "Messages", "Media" and "Mark messages as read", read 2026-09. The version in the path is taken as it is: the format has not changed.

import { setTimeout as sleep } from 'node:timers/promises';
import multipart from '@fastify/multipart';
import type { Policy, PortfolioId } from '@throughline/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Blobs } from '../blobs/blobs.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { answerOnce } from '../flows/answer-once.ts';
import { relayRead } from '../flows/relay-read.ts';
import { type RelayOutcome, relaySend } from '../flows/relay-send.ts';
import type { Tools } from '../flows/tools.ts';
import { limits } from '../limits.ts';
import { relayIdOf } from '../relay/rules-ids.ts';
import { type AskedMessage, readSendRequest } from '../relay/rules-request.ts';
import { answerLate } from '../relay/sends.ts';
import type { Integration } from '../relay/shapes.ts';
import { noteCall } from '../relay/store.ts';
import { usableNumber } from '../views/business-numbers.ts';
import { integrationCalling } from '../views/relay.ts';
import { type Outcome, relayFile, sendOutcome } from '../views/relay-answers.ts';
import {
  asMetaShaped,
  badParameter,
  bodyOf,
  failedError,
  MetaShapedError,
  noObject,
  noToken,
  notRelayed,
  paused,
  refusedError,
} from './relay-errors.ts';
import { takeUpload } from './relay-media.ts';

export interface RelayDoor {
  db: Database;
  tools: Tools;
  policy: Policy;
  blobs: Blobs;
  wakeSender: () => void;
  wakeErrands: () => void;
  mediaUrl: (portfolioId: PortfolioId, mediaId: string) => string;
  publicUrl: string;
}

type OwnNumber = NonNullable<Awaited<ReturnType<typeof usableNumber>>>;

interface Caller {
  integration: Integration;
  name: string;
}

type Params = { version: string; id: string };

export async function relayDoor(app: FastifyInstance, door: RelayDoor): Promise<void> {
  const { db, tools } = door;
  await app.register(multipart, { limits: { files: 1, fields: 20, fileSize: Number.POSITIVE_INFINITY } });
  app.setErrorHandler(async (error, request, reply) => {
    const shaped = asMetaShaped(error);
    if (shaped.status >= 500 && !(error instanceof MetaShapedError))
      request.log.error({ event: 'relay_failed', error: error instanceof Error ? error.name : 'unknown' });
    return reply.code(shaped.status).send(bodyOf(shaped.body, traceOf(tools)));
  });

  const callerOf = async (request: FastifyRequest): Promise<Caller> => {
    const calling = await integrationCalling(db, tokenIn(request));
    if (!calling) throw noToken();
    const { integration, subscription } = calling;
    if (subscription.state === 'paused') throw paused();
    await inTransaction(db, (tx) => noteCall(tx, integration));
    return { integration, name: subscription.name };
  };
  const numberFor = async ({ integration }: Caller, id: string): Promise<OwnNumber | undefined> => {
    const number = await usableNumber(db, [integration.portfolioId], id);
    return integration.numbers === null || integration.numbers.includes(id) ? number : undefined;
  };
  const numberNamed = async (caller: Caller, id: string): Promise<OwnNumber> => {
    const number = await numberFor(caller, id);
    if (!number) throw noObject(id);
    return number;
  };

  app.post<{ Params: Params }>('/relay/:version/:id/messages', { schema: { hide: true } }, async (request, reply) => {
    const caller = await callerOf(request);
    const number = await numberNamed(caller, request.params.id);
    const asked = readSendRequest(request.body, limits.relayCallbackLetters);
    if (asked.kind === 'bad') throw badParameter(asked.field, asked.problem);
    if (asked.kind === 'message') return await send(door, { request, reply, caller, number, message: asked.message });
    const outcome = await inTransaction(db, (tx) => relayRead(tx, number, asked, tools));
    if (outcome === 'message_unknown')
      throw badParameter('message_id', 'is no message a customer wrote to this number');
    door.wakeErrands();
    return reply.send({ success: true });
  });

  app.post<{ Params: Params }>('/relay/:version/:id/media', { schema: { hide: true } }, async (request, reply) => {
    const caller = await callerOf(request);
    const { portfolioId } = await numberNamed(caller, request.params.id);
    return reply.send({ id: await takeUpload(request, { db, blobs: door.blobs, tools, portfolioId }) });
  });

  app.get<{ Params: Params }>('/relay/:version/:id', { schema: { hide: true } }, async (request, reply) => {
    const caller = await callerOf(request);
    const { id } = request.params;
    const number = await numberFor(caller, id);
    if (number) return reply.send({ id, display_phone_number: number.displayPhone, verified_name: number.name });
    return reply.send(await fileAnswer(door, caller, request));
  });

  // What else Meta's Graph API has, for whoever is let in here: told apart from an id that is not there.
  app.all<{ Params: { '*': string } }>('/relay/*', { schema: { hide: true } }, async (request) => {
    await callerOf(request);
    throw notRelayed(`${request.method} ${request.params['*'].split('/').slice(2).join('/') || 'of this id'}`);
  });
}

function tokenIn({ headers, query }: FastifyRequest): string {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const { access_token: inQuery } = (query ?? {}) as { access_token?: unknown };
  return bearer ?? (typeof inQuery === 'string' ? inQuery : '');
}

function traceOf({ newId }: Tools): string {
  return `A${Buffer.from(newId().replaceAll('-', ''), 'hex').toString('base64url')}`;
}

interface Sending {
  request: FastifyRequest;
  reply: FastifyReply;
  caller: Caller;
  number: OwnNumber;
  message: AskedMessage;
}

async function send(
  { db, tools, policy, wakeSender }: RelayDoor,
  { request, reply, caller, number, message }: Sending,
): Promise<FastifyReply> {
  const { integration, name } = caller;
  const header = request.headers['idempotency-key'];
  const call = {
    actor: `relay ${integration.id}`,
    key: typeof header === 'string' && header.length <= 200 ? header : undefined,
    request: { do: 'relay', number: number.phoneNumberId, body: request.body },
  };
  const once = await inTransaction(db, (tx) =>
    answerOnce(tx, call, async () => {
      const outcome = await relaySend(tx, { integration, author: name, number, message }, { policy, tools });
      if (outcome.kind !== 'queued' && outcome.kind !== 'ended_here') throw refusedError(outcome);
      return outcome;
    }),
  );
  if (once.kind === 'other_request') throw badParameter('Idempotency-Key', 'was used for another message');
  const { kind, messageId } = once.answer as Extract<RelayOutcome, { messageId: string }>;
  if (kind === 'queued') {
    wakeSender();
    const outcome = await settled(db, integration.portfolioId, messageId);
    if (outcome?.status === 'failed') throw failedError(outcome.failure ?? { code: null, title: 'Message failed' });
  }
  return reply.send({
    messaging_product: 'whatsapp',
    contacts: [contactIn(message)],
    messages: [{ id: relayIdOf(messageId) }],
  });
}

/** In the terms it was asked in. */
function contactIn({
  to,
  recipient,
}: AskedMessage): { input: string; wa_id: string } | { input: string; user_id: string } {
  if (to === undefined) return { input: recipient ?? '', user_id: recipient ?? '' };
  return { input: to, wa_id: to.replace(/\D/g, '') };
}

/**
 * Waits a while for what Meta says, so that a refusal is answered as one. Undefined: nobody knows yet; should it be refused later, the integration is
 * told by a webhook.
 */
async function settled(db: Database, portfolioId: PortfolioId, messageId: string): Promise<Outcome | undefined> {
  const until = performance.now() + limits.relayAnswerMs;
  const look = () => sendOutcome(db, portfolioId, messageId);
  while (performance.now() < until) {
    const outcome = await look();
    if (outcome && outcome.status !== 'queued') return outcome;
    await sleep(limits.relayLookMs);
  }
  await inTransaction(db, (tx) => answerLate(tx, portfolioId, messageId));
  const outcome = await look();
  return outcome?.status === 'failed' ? outcome : undefined;
}

/** A file of a customer's by Meta's id, or one that was handed in here by ours; waited for where it is still being fetched. */
async function fileAnswer({ db, mediaUrl, publicUrl }: RelayDoor, { integration }: Caller, request: FastifyRequest) {
  const { id } = request.params as Params;
  const { portfolioId } = integration;
  const until = performance.now() + limits.relayAnswerMs;
  for (;;) {
    const file = await relayFile(db, portfolioId, id);
    if (!file) throw noObject(id);
    if (file.state === 'ready')
      return {
        messaging_product: 'whatsapp',
        url: `${originOf(request, publicUrl)}${mediaUrl(portfolioId, file.id)}`,
        mime_type: file.mimeType,
        sha256: file.hash.toString('hex'),
        file_size: file.size,
        id,
      };
    if (file.state !== 'waiting' || performance.now() > until)
      throw new MetaShapedError(400, {
        code: 131052,
        message: 'Media download error',
        details: `The file is ${file.state}.`,
      });
    await sleep(limits.relayLookMs);
  }
}

/** The one the caller knows: some libraries follow a link to a file to no other. Behind a proxy only the public address tells of its TLS. */
function originOf({ protocol, host }: FastifyRequest, publicUrl: string): string {
  const outside = new URL(publicUrl);
  return outside.host === host ? outside.origin : `${protocol}://${host}`;
}
