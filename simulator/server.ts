// The HTTP server: Meta's paths, the control API, and the page.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerControl, type ControlParts } from './control.ts';
import { answerGraph, type GraphParts } from './graph.ts';
import type { Fate } from './sending.ts';
import type { Outgoing } from './state.ts';

const MAX_BODY_BYTES = 3 * 1024 * 1024;

const PAGES: Record<string, readonly [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
};

interface DoorParts {
  simulator: ControlParts;
  graph: GraphParts;
  /** Called with each accepted message; what it answers is called once Meta's answer is out, or was cut off. */
  accepted: (sent: Outgoing, fate: Fate) => () => void;
}

export function createDoors(parts: DoorParts): Server {
  return createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  });
}

async function answer(parts: DoorParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const page = request.method === 'GET' ? PAGES[url.pathname] : undefined;
  if (page !== undefined) return sendPage(response, page[0], page[1]);
  const body = await bodyOf(request);
  if (url.pathname.startsWith('/_control/')) {
    // Only JSON requests may act: a page of another site cannot send one without asking the browser first.
    const json = (request.headers['content-type'] ?? '').startsWith('application/json');
    if (request.method !== 'GET' && !json) return sendJson(response, 415, { error: 'send application/json' });
    const path = url.pathname.slice('/_control'.length);
    const result = await answerControl(parts.simulator, request.method ?? 'GET', path, body);
    return sendJson(response, result === undefined ? 404 : 200, result ?? { error: `no control ${path}` });
  }
  const versioned = /^\/v\d+\.\d+(\/.*)$/.exec(url.pathname);
  if (versioned === null) return sendJson(response, 404, { error: 'not found' });
  sendGraph(parts, request, response, url, versioned[1] ?? '/', body);
}

function sendGraph(
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
  body: string,
): void {
  const result = answerGraph(parts.graph, {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    authorization: request.headers.authorization,
    body,
  });
  const { accepted } = result;
  // Statuses may start only when the answer is out: by themselves they would race it every time.
  if (accepted !== undefined) response.once('close', parts.accepted(accepted.sent, accepted.fate));
  if (result.cut === true) request.socket.destroy();
  else sendJson(response, result.http, result.json);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}

function sendPage(response: ServerResponse, file: string, type: string): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  response.end(readFileSync(new URL(`./page/${file}`, import.meta.url)));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MAX_BODY_BYTES) throw new Error('the body is over 3 MB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
