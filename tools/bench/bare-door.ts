// The bare limit of the door: node:http, the signature over the raw bytes, and the same grouped insert, with nothing around it.
// It reads no JSON, knows no route and keeps no bound; what the service's door costs beyond this is the price of the rest.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '../../server/db/connect.ts';
import { limits } from '../../server/limits.ts';
import { appSecret, ours } from './webhooks.ts';

const db = connect(process.env.DATABASE_URL ?? '', { connections: 12, name: 'bare-door' });
await db.sql`create table if not exists bare_inbox (like inbox including all)`;

let pending: { body: Buffer; response: ServerResponse }[] = [];
let busy = false;

async function commitGroups(): Promise<void> {
  busy = true;
  while (pending.length > 0) {
    const group = pending.slice(0, limits.groupCommitRequests);
    pending = pending.slice(group.length);
    await db.sql`
      insert into bare_inbox (portfolio_id, waba_id, body)
      select ${ours.portfolioId}, ${ours.wabaId}, decode(body, 'base64')
      from unnest(${group.map(({ body }) => body.toString('base64'))}::text[]) as a (body)`;
    for (const { response } of group) response.end();
  }
  busy = false;
}

function receive(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice(7), 'hex');
    const right = createHmac('sha256', appSecret).update(body).digest();
    if (given.length !== right.length || !timingSafeEqual(given, right)) {
      response.statusCode = 401;
      response.end();
      return;
    }
    pending.push({ body, response });
    if (!busy) void commitGroups();
  });
}

const server = createServer(receive);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: `http://127.0.0.1:${port}` });
});
process.on('disconnect', () => process.exit(0));
