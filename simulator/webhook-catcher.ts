// The business's side of a test: an HTTP server that takes webhooks down and answers as it is told.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator, SimulatorOptions } from './handle.ts';
import { startSimulator } from './simulator.ts';

interface Caught {
  body: string;
  signature: string;
  envelope: Envelope;
}

type Fields = Record<string, unknown>;
interface Envelope {
  object: string;
  entry: { id: string; changes: { field: string; value: Value }[] }[];
}
interface Value extends Fields {
  contacts?: Fields[];
  messages?: (Fields & { system?: Fields })[];
  statuses?: (Fields & { errors?: Fields[] })[];
  calls?: Fields[];
  message_echoes?: Fields[];
  user_preferences?: Fields[];
}

export interface Catcher {
  url: string;
  caught: Caught[];
  /** Every `value` so far, in the order of arrival. */
  values(field?: string): Value[];
  /** The HTTP status for the nth attempt, counted from 1. */
  answerWith(status: (attempt: number) => number): void;
  clear(): void;
  close(): Promise<void>;
}

export async function catchWebhooks(verifyToken = 'verify'): Promise<Catcher> {
  const caught: Caught[] = [];
  let statusOf: (attempt: number) => number = () => 200;
  let attempts = 0;
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const { searchParams } = new URL(request.url ?? '/', 'http://catcher');
      const known = searchParams.get('hub.verify_token') === verifyToken;
      response.writeHead(known ? 200 : 403).end(known ? searchParams.get('hub.challenge') : '');
      return;
    }
    const body = await textOf(request);
    const status = statusOf(++attempts);
    const signature = String(request.headers['x-hub-signature-256']);
    if (status === 200) caught.push({ body, signature, envelope: JSON.parse(body) as Envelope });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    caught,
    values: (field) =>
      caught
        .flatMap(({ envelope }) => envelope.entry.flatMap((entry) => entry.changes))
        .filter((change) => field === undefined || change.field === field)
        .map((change) => change.value),
    answerWith: (status) => {
      statusOf = status;
      attempts = 0;
    },
    clear: () => {
      caught.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const sales = '200000000000002';
export const service = '200000000000003';
export const portfolio = '900000000000001';

/** A simulator with one portfolio, two business numbers and a clock that stands until it is moved. */
export async function startTestWorld(
  catcher: Catcher,
  options: Partial<SimulatorOptions> & { book?: boolean; parent?: boolean } = {},
): Promise<Simulator> {
  const { book = false, parent = false, ...rest } = options;
  const meta = await startSimulator({
    appSecret: 'test_app_secret',
    verifyToken: 'verify',
    accessToken: 'token',
    webhookUrl: catcher.url,
    seed: 7,
    clock: () => 1_790_000_000_000,
    ...rest,
    knobs: { retryDelaysMs: [1], ...rest.knobs },
  });
  if (meta.resumed) return meta;
  meta.world.addPortfolio({ id: portfolio, contactBook: book, ...(parent ? { parentAccount: 'group' } : {}) });
  meta.world.addNumber({
    phoneNumberId: sales,
    displayPhone: '+1 555 000 1111',
    wabaId: '100',
    portfolioId: portfolio,
  });
  meta.world.addNumber({
    phoneNumberId: service,
    displayPhone: '+1 555 000 1112',
    wabaId: '100',
    portfolioId: portfolio,
  });
  return meta;
}

/** Calls the simulator's Graph API as a business would. */
export async function graph(
  meta: Simulator,
  path: string,
  body: Fields,
  token = 'token',
): Promise<{ status: number; json: Fields }> {
  const answer = await fetch(`${meta.url}/v26.0${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: (await answer.json()) as Fields };
}

export const text = (address: Fields, body = 'hello'): Fields => ({
  messaging_product: 'whatsapp',
  ...address,
  type: 'text',
  text: { body },
});

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
