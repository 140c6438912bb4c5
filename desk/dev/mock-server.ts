// A stand-in for the server, for work on the desk only: the same paths and shapes over a town in memory. Never built
// into the desk. What it answers is checked against the contract, so that it cannot drift from the real one.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Change, ConversationDetail, Orphan, Parked, TimelineItem } from '@throughline/contract';
import { type Answer, type Body, type Call, problem } from './answers.ts';
import { campaignsAnswer } from './campaign-routes.ts';
import { mediaNow, serve } from './files.ts';
import { mediaAnswer, messagesAnswer } from './message-routes.ts';
import { askNumber, bookAnswer, readCards, sendingAnswer } from './people-routes.ts';
import { templatesAnswer } from './template-routes.ts';
import { createTown, say, textItem } from './town.ts';
import type { Town } from './town-state.ts';
import { contactsAnswer, policyAnswer, reviewsAnswer } from './who-routes.ts';

export const account = { email: 'maya@lagosbikes.example', password: 'open sesame' };

export function mockServer(): Server {
  const streams = new Set<ServerResponse>();
  let cursor = 0;
  const town = createTown((change: Change) => {
    cursor += 1;
    for (const stream of streams) stream.write(`event: change\nid: ${cursor}\ndata: ${JSON.stringify(change)}\n\n`);
  });
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://desk.invalid');
    const signedIn = request.headers.cookie?.includes('town=in') ?? false;
    if (url.pathname === '/api/v1/live' && signedIn) return stream(response, streams);
    const { bytes, body } = await readBody(request);
    const call: Call = {
      method: request.method ?? 'GET',
      path: url.pathname.split('/').slice(2),
      query: url.searchParams,
      body,
      bytes,
      type: request.headers['content-type'] ?? '',
      range: request.headers.range,
      filename: decodeURIComponent(request.headers['x-filename']?.toString() ?? '') || null,
      key: request.headers['idempotency-key']?.toString(),
    };
    const free = signedIn || call.path[0] !== 'v1';
    const token = url.pathname.match(/^\/media\/(.+)$/)?.[1];
    const answer = token !== undefined ? serve(token, call.range) : free ? attempt(town, call) : signedOut;
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...answer.headers,
      ...(answer.cookie === undefined ? {} : { 'set-cookie': `town=${answer.cookie}; Path=/; HttpOnly` }),
    });
    response.end(answer.raw ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body)));
  });
}

const signedOut = problem(401, 'signed_out', 'Sign in first.');

/** A body the contract does not know is a problem, as it is with the real server. */
function attempt(town: Town, call: Call): Answer {
  try {
    return route(town, call);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return problem(422, 'not_valid', error.message);
  }
}

const scopes = [
  'identity:explain',
  'identity:merge',
  'reviews:read',
  'reviews:settle',
  'policy:read',
  'policy:write',
  'contacts:read',
  'contacts:manage',
  'conversations:read',
  'conversations:reply',
  'conversations:manage',
  'messages:start',
  'contact-book:read',
  'contact-book:write',
  'contact-book:delete',
  'sending:read',
  'templates:read',
  'templates:manage',
  'campaigns:read',
  'campaigns:manage',
];

function route(town: Town, call: Call): Answer {
  const [area, what, id = '', action] = call.path;
  if (area === 'auth') return auth(what === 'sign-out' ? 'out' : 'in', call.body);
  if (area === 'dev') return comesIn(town, what ?? '', call.body);
  if (what === 'me')
    return { status: 200, body: { name: 'Maya Kamau', email: account.email, role: 'supervisor', scopes } };
  if (what === 'business-numbers') return { status: 200, body: { data: town.numbers, next: null } };
  if (what === 'parked') return parkedAnswer(town, call, id);
  if (what === 'orphans')
    return { status: 200, body: { data: town.orphans.map((one) => Orphan.parse(one)), next: null } };
  if (what === 'contacts') return contactsAnswer(town, call);
  if (what === 'reviews') return reviewsAnswer(town, call);
  if (what === 'policy') return policyAnswer(town, call);
  if (what === 'media') return mediaAnswer(town, call);
  if (what === 'cards') return readCards(call);
  if (what === 'contact-book') return bookAnswer(town, call);
  if (what === 'campaigns') return campaignsAnswer(town, call);
  if (what === 'templates') return templatesAnswer(town, call);
  if (what === 'sending') return sendingAnswer(town);
  if (what !== 'conversations') return problem(404, 'not_found', 'There is nothing here.');
  if (id === '') return list(town, call.query);
  const conversation = town.conversations.get(id);
  if (!conversation) return problem(404, 'not_found', 'This conversation does not exist, or is not yours to see.');
  if (call.method === 'PATCH') return replace(town, { ...conversation, state: call.body.state ?? 'open' });
  if (action === 'read') {
    replace(town, { ...conversation, unread: 0 });
    return { status: 204 };
  }
  if (action === 'typing') return { status: 204 };
  if (action === 'number-requests') return askNumber(town, conversation, call);
  if (action !== 'messages') return found(ConversationDetail, conversation);
  if (call.method === 'GET' && call.path.length === 4) return items(town, id, call.query);
  return messagesAnswer(town, conversation, call);
}

function auth(way: 'in' | 'out', body: Body): Answer {
  if (way === 'out') return { status: 200, body: { success: true }, cookie: 'out' };
  if (body.email === account.email && body.password === account.password)
    return { status: 200, body: {}, cookie: 'in' };
  return { status: 401, body: { message: 'Invalid email or password', code: 'INVALID_EMAIL_OR_PASSWORD' } };
}

/** `POST /api/dev/CONVERSATION {text}`: the customer writes. For trying the live stream by hand. */
function comesIn(town: Town, id: string, body: Body): Answer {
  if (!town.conversations.has(id)) return problem(404, 'not_found', 'This conversation does not exist.');
  say(town, id, textItem(id, 'in', wordsOf(body)));
  return { status: 204 };
}

function wordsOf({ text }: Body): string {
  return typeof text === 'object' ? text.body : (text ?? '');
}

function list(town: Town, query: URLSearchParams): Answer {
  const q = (query.get('q') ?? '').toLowerCase().replace(/^@/, '');
  const digits = q.replace(/\D/g, '');
  const all = [...town.conversations.values()]
    .filter(({ state }) => !query.has('state') || state === query.get('state'))
    .filter(({ contact }) => query.get('hidden') !== 'true' || contact.numberHidden)
    .filter(({ contactId }) => !query.has('contact') || contactId === query.get('contact'))
    .filter(({ contact: { displayName, identifier } }) => {
      const value = identifier.value.toLowerCase();
      return (
        displayName.toLowerCase().includes(q) || value.includes(q) || (digits.length > 3 && value.includes(digits))
      );
    })
    .sort((a, b) => b.lastItemAt.localeCompare(a.lastItemAt));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Math.min(Number(query.get('limit') ?? 50), 20);
  const data = all.slice(from, to).map(({ reply, ...conversation }) => conversation);
  return { status: 200, body: { data, next: to < all.length ? String(to) : null } };
}

function items(town: Town, id: string, query: URLSearchParams): Answer {
  const all = town.items.get(id) ?? [];
  const to = Number(query.get('cursor') ?? all.length);
  const from = Math.max(0, to - Number(query.get('limit') ?? 50));
  return {
    status: 200,
    body: {
      data: all.slice(from, to).map((item) => TimelineItem.parse(withLink(item))),
      next: from > 0 ? String(from) : null,
    },
  };
}

function replace(town: Town, conversation: ConversationDetail): Answer {
  town.conversations.set(conversation.id, conversation);
  town.changed({ kind: 'conversation', id: conversation.id });
  return { status: 200, body: conversation };
}

function parkedAnswer(town: Town, call: Call, id: string): Answer {
  const item = town.parked.find((other) => other.id === id);
  if (call.method === 'GET')
    return { status: 200, body: { data: town.parked.map((one) => Parked.parse(one)), next: null } };
  if (!item) return problem(404, 'not_found', 'This item is no longer here.');
  if (item.reason === 'number_unknown')
    return problem(409, 'still_parked', 'The business number is still not connected.');
  town.parked = town.parked.filter((other) => other.id !== id);
  town.changed({ kind: 'parked', id });
  return { status: 200, body: { ...item, state: 'replayed' } };
}

function found(schema: { parse(value: unknown): unknown }, value: unknown): Answer {
  return value === undefined
    ? problem(404, 'not_found', 'This is no longer here.')
    : { status: 200, body: schema.parse(value) };
}

function stream(response: ServerResponse, streams: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': here\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

async function readBody(request: IncomingMessage): Promise<{ bytes: Buffer; body: Body }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const isJson = request.headers['content-type']?.includes('json') ?? false;
  return { bytes, body: isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : {} };
}

/** Links to files are made when they are asked for. */
function withLink(item: TimelineItem): TimelineItem {
  return item.kind === 'message' && item.media ? { ...item, media: mediaNow(item.media) } : item;
}
