// Meta's sending half, as small as can be: a server on the loopback that answers what the test says.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Request {
  method: string;
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

export type Answer = (request: Request, response: ServerResponse) => void;

export interface Graph {
  url: string;
  requests: Request[];
  /** What comes next, one answer a request; `accepted` once there are none left. */
  next: Answer[];
  close(): Promise<void>;
}

let made = 0;

export const accepted: Answer = (_request, response) => {
  made += 1;
  json(response, 200, { messaging_product: 'whatsapp', messages: [{ id: `wamid.sent${made}` }] });
};

export const acceptedAs =
  (wamid: string): Answer =>
  (_request, response) =>
    json(response, 200, { messages: [{ id: wamid }] });

export const refused =
  (code: number, status = 400): Answer =>
  (_request, response) =>
    json(response, status, { error: { message: `(#${code}) no`, code, type: 'OAuthException' } });

export const cut: Answer = (_request, response) => void response.socket?.destroy();

export const unreadable: Answer = (_request, response) => void response.writeHead(200).end('<html>thank you</html>');

export const answering =
  (value: unknown, status = 200): Answer =>
  (_request, response) =>
    json(response, status, value);

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export async function openGraph(): Promise<Graph> {
  const graph: Pick<Graph, 'requests' | 'next'> = { requests: [], next: [] };
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming);
    graph.requests.push(request);
    (graph.next.shift() ?? accepted)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(graph, {
    url,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { authorization } = incoming.headers;
  const text = Buffer.concat(chunks).toString('utf8');
  const { method = '', url: path = '' } = incoming;
  return { method, path, authorization, body: text === '' ? {} : JSON.parse(text) };
}
