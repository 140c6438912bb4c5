// The HTTP server: Meta's paths, the control API, and the page.

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerControl, type ControlParts } from './control.ts';
import type { Fate } from './fates.ts';
import { answerDownload, answerGraph, type GraphParts } from './graph.ts';
import { bareType } from './media-rules.ts';
import type { Outgoing } from './state.ts';

const MAX_BODY_BYTES = 3 * 1024 * 1024;
/** Meta's largest file, in base64, and its form. */
const MAX_FILE_BODY_BYTES = 140 * 1024 * 1024;

const PAGES: Record<string, readonly [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/thread.js': ['thread.js', 'text/javascript; charset=utf-8'],
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
  if (url.pathname.startsWith('/_control/')) return sendControl(parts, request, response, url.pathname);
  if (request.method === 'GET' && url.pathname === '/whatsapp_business/attachments/') {
    return sendDownload(parts, request, response, url.searchParams);
  }
  const versioned = /^\/v\d+\.\d+(\/.*)$/.exec(url.pathname);
  if (versioned === null) return sendJson(response, 404, { error: 'not found' });
  return sendGraph(parts, request, response, { path: versioned[1] ?? '/', query: url.searchParams });
}

async function sendControl(
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  const path = pathname.slice('/_control'.length);
  const file = /^\/media\/(\d+)$/.exec(path);
  if (file !== null) {
    sendFile(parts, response, file[1] ?? '');
    return;
  }
  const body = await bodyOf(request, path.endsWith('/send-media') ? MAX_FILE_BODY_BYTES : MAX_BODY_BYTES);
  // Only JSON requests may act: a page of another site cannot send one without asking the browser first.
  const json = (request.headers['content-type'] ?? '').startsWith('application/json');
  if (request.method !== 'GET' && !json) return sendJson(response, 415, { error: 'send application/json' });
  const result = await answerControl(parts.simulator, request.method ?? 'GET', path, body.toString('utf8'));
  sendJson(response, result === undefined ? 404 : 200, result ?? { error: `no control ${path}` });
}

async function sendGraph(
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  target: { path: string; query: URLSearchParams },
): Promise<void> {
  const upload = request.method === 'POST' && target.path.endsWith('/media');
  const body = await bodyOf(request, upload ? MAX_FILE_BODY_BYTES : MAX_BODY_BYTES);
  const answered = answerGraph(parts.graph, {
    method: request.method ?? 'GET',
    ...target,
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'] ?? '',
    body,
  });
  const result = answered instanceof Promise ? await answered : answered;
  const { accepted } = result;
  // Statuses may start only when the answer is out: by themselves they would race it every time.
  if (accepted !== undefined) response.once('close', parts.accepted(accepted.sent, accepted.fate));
  if (result.delayMs !== undefined) await sleep(result.delayMs);
  if (result.cut === true) request.socket.destroy();
  else if (result.html !== undefined) sendHtml(response, result.http, result.html);
  else sendJson(response, result.http, result.json);
}

async function sendDownload(
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const result = answerDownload(parts.graph, { authorization: request.headers.authorization, query });
  if (result.delayMs > 0) await sleep(result.delayMs);
  if (result.html !== undefined) return sendHtml(response, result.http, result.html);
  if (result.bytes === undefined) {
    if (result.cut === true) request.socket.destroy();
    else response.writeHead(result.http).end();
    return;
  }
  response.writeHead(200, {
    'content-type': result.mimeType ?? 'application/octet-stream',
    'content-length': result.bytes.length,
  });
  if (result.cut !== true) return void response.end(result.bytes);
  // Cut in the middle: the length promised more.
  response.write(result.bytes.subarray(0, Math.floor(result.bytes.length / 2)), () => request.socket.destroy());
}

/** A file for the page: shown where a browser can do so harmlessly, else only to be saved. */
function sendFile(parts: DoorParts, response: ServerResponse, id: string): void {
  const { media } = parts.graph.world;
  const record = media.find(id);
  const bytes = media.bytesOf(id);
  if (record === undefined || bytes === undefined) {
    sendJson(response, 404, { error: 'no such file' });
    return;
  }
  const type = bareType(record.mimeType);
  const shown = /^(image\/(png|jpeg|webp)|audio\/|video\/)/.test(type);
  response.writeHead(200, {
    'content-type': shown ? type : 'application/octet-stream',
    'content-disposition': shown ? 'inline' : 'attachment',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
  });
  response.end(bytes);
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
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
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  response.end(readFileSync(new URL(`./page/${file}`, import.meta.url)));
}

async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new Error(`the body is over ${Math.floor(most / 1_048_576)} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
