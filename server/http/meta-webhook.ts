// Meta's door. A 200 is a promise that the webhook is on disk: Meta does not send it again for anything else.
//
// Meta, "Create a webhook endpoint", read 2026-09: verification by GET, signature over the raw bytes, payloads up to 3 MB.

import { timingSafeEqual } from 'node:crypto';
import { readEnvelope, verifySignature } from '@throughline/whatsapp';
import type { FastifyInstance } from 'fastify';
import type { GroupCommit } from '../inbox/group-commit.ts';
import type { Arrival } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { sentence } from '../words/sentence.ts';
import { ProblemError } from './problems.ts';

export interface MetaDoor {
  inbox: GroupCommit;
  appSecrets: readonly string[];
  verifyToken: string | undefined;
}

const path = '/webhooks/whatsapp';

/** An encapsulated plugin: the raw body parser is this door's own. */
export async function metaWebhook(app: FastifyInstance, { inbox, appSecrets, verifyToken }: MetaDoor): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limits.webhookBytes }, (_request, body, done) =>
    done(null, body),
  );

  app.get<{ Querystring: Record<string, string | undefined> }>(
    path,
    { schema: { hide: true } },
    async ({ query }, reply) => {
      const right =
        verifyToken !== undefined &&
        query['hub.mode'] === 'subscribe' &&
        same(query['hub.verify_token'] ?? '', verifyToken);
      if (!right) throw new ProblemError(403, 'wrong_verify_token', sentence('problem.wrong_verify_token'));
      return reply.type('text/plain').send(query['hub.challenge'] ?? '');
    },
  );

  app.post(path, { bodyLimit: limits.webhookBytes, schema: { hide: true } }, async (request, reply) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const header = request.headers['x-hub-signature-256'];
    if (!verifySignature(raw, typeof header === 'string' ? header : undefined, appSecrets))
      throw new ProblemError(401, 'bad_signature', sentence('problem.bad_signature'));
    try {
      await inbox.keep(arrivalsOf(raw));
    } catch (error) {
      request.log.error({ event: 'webhook_not_kept', error: error instanceof Error ? error.name : 'unknown' });
      throw new ProblemError(503, 'not_kept', sentence('problem.not_kept'));
    }
    return reply.code(200).send();
  });
}

/** One arrival a WhatsApp Business account; the raw bytes themselves where there is only one. What is not JSON is kept too. */
function arrivalsOf(raw: Buffer): Arrival[] {
  const parts = readEnvelope(parse(raw));
  const [first] = parts;
  if (parts.length === 1 && first) return [{ wabaId: first.wabaId, body: raw }];
  try {
    return parts.map(({ wabaId, envelope }) => ({ wabaId, body: Buffer.from(JSON.stringify(envelope)) }));
  } catch {
    // Nested too deep to be written again (RangeError): kept whole, as it came, for nobody in particular.
    return [{ wabaId: null, body: raw }];
  }
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
