// The Graph API as far as it concerns messages: routes, the access token, and what each call answers.

import { addressOf } from './addressing.ts';
import { changeBlocks, listBlocks } from './blocks.ts';
import { callPerson } from './business.ts';
import { page } from './cursors.ts';
import { errorAnswer, faultOf, type MetaFault, objectMissing } from './errors.ts';
import type { Fates } from './fates.ts';
import type { FaultPlace, FaultPlan } from './faults.ts';
import type { Limits } from './limits.ts';
import { answerMedia, takeUpload } from './media-door.ts';
import { numberFacts, upgradeFault } from './number-facts.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import { type Answer, answerSend, type SendDoor } from './sending.ts';
import type { BusinessNumber } from './state.ts';
import { answerTemplate, answerTemplates } from './template-door.ts';

export interface GraphRequest {
  method: string;
  /** Without the version: `/200000000000002/messages`. */
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  contentType: string;
  body: Buffer;
}

export type GraphAnswer = Answer & {
  /** Close the connection without a word. */
  cut?: boolean;
  /** A page instead of the JSON, as from a proxy. */
  html?: string;
  /** Real milliseconds to wait before answering. */
  delayMs?: number;
};

export interface GraphParts {
  world: Registry;
  limits: Limits;
  fates: Fates;
  faults: FaultPlan;
  accessToken: string;
}

/** One call, split: the object and the edge of it. */
interface Call {
  method: string;
  id: string;
  edge: string;
  query: URLSearchParams;
  body: Json;
}

export function answerGraph(parts: GraphParts, request: GraphRequest): GraphAnswer | Promise<GraphAnswer> {
  const { world } = parts;
  const { method, query } = request;
  if (!knows(parts, request.authorization)) return refuse(world, wrongToken());
  const [, id = '', edge = ''] = request.path.split('/').map(decodeURIComponent);
  const number = world.state.numbers[id];
  const busy = number === undefined ? undefined : upgradeFault(world, number);
  if (busy !== undefined) return refuse(world, busy);
  if (number !== undefined && edge === 'media' && method === 'POST') {
    return troubled(parts, 'upload', number.phoneNumberId, async () => {
      const answer = await takeUpload(parts.world.media, number, request);
      return answer.kind === 'refused' ? refuse(world, answer.fault) : { http: 200, json: answer.json };
    });
  }
  let body: Json = {};
  if (request.body.length > 0) {
    const parsed = parsedObject(request.body.toString('utf8'));
    if (parsed === undefined) return refuse(world, faultOf(100, '(#100) The request body is not a JSON object'));
    body = parsed;
  }
  const call: Call = { method, id, edge, query, body };
  return number === undefined ? answerObject(parts, call) : answerNumber(parts, number, call);
}

/** The bytes behind an address of a file. `undefined`: Meta's bare 404. */
export function answerDownload(
  parts: GraphParts,
  request: Pick<GraphRequest, 'authorization' | 'query'>,
): { cut?: boolean; html?: string; http: number; mimeType?: string; bytes?: Buffer; delayMs: number } {
  const { trouble, delayMs } = parts.faults.next('download');
  if (trouble?.how === 'lost-request') return { cut: true, http: 0, delayMs };
  if (trouble?.how === 'html') return { html: proxyPage, http: trouble.http ?? 502, delayMs };
  if (trouble?.how === 'answer' || trouble?.how === 'status') return { http: faultOf(trouble.code).http, delayMs };
  if (!knows(parts, request.authorization)) return { http: 401, delayMs };
  const opened = parts.world.media.opened(request.query);
  if (opened === undefined) return { http: 404, delayMs };
  const cut = trouble?.how === 'lost-answer' ? { cut: true } : {};
  return { ...cut, http: 200, mimeType: opened.record.mimeType, bytes: opened.bytes, delayMs };
}

/** Objects that are not business numbers: WhatsApp Business accounts and files. */
function answerObject(parts: GraphParts, call: Call): GraphAnswer | Promise<GraphAnswer> {
  const { world } = parts;
  const { media } = world;
  const { method, id, edge, query } = call;
  const account = world.numbers.some((one) => one.wabaId === id);
  const template = edge === '' ? world.catalog.byId(id) : undefined;
  if (account && edge === 'subscribed_apps') return { http: 200, json: { success: true } };
  if (template !== undefined || (account && edge === 'message_templates')) {
    return troubled(parts, 'templates', undefined, () => {
      const asked = { ...call, url: `${media.base}/v26.0/${id}/message_templates` };
      const answer =
        template === undefined ? answerTemplates(world, id, asked) : answerTemplate(world, template, asked);
      return answer.kind === 'refused' ? refuse(world, answer.fault) : { http: 200, json: answer.json };
    });
  }
  if (account && edge === 'phone_numbers' && method === 'GET') {
    const numbers = world.numbers.filter((one) => one.wabaId === id);
    const request = {
      query,
      url: `${media.base}/v26.0/${id}/phone_numbers`,
      keyOf: (one: BusinessNumber) => one.phoneNumberId,
    };
    return { http: 200, json: { ...page(numbers, request, (one) => numberFacts(world, one, query.get('fields'))) } };
  }
  const record = edge === '' ? media.find(id) : undefined;
  if (record === undefined || (method !== 'GET' && method !== 'DELETE'))
    return refuse(world, objectMissing(method, id));
  return troubled(parts, 'media', record.phoneNumberId, () => {
    const answer = answerMedia(media, { method, record, query });
    return answer.kind === 'refused' ? refuse(world, answer.fault) : { http: 200, json: answer.json };
  });
}

function answerNumber(parts: GraphParts, number: BusinessNumber, call: Call): GraphAnswer | Promise<GraphAnswer> {
  const { world } = parts;
  const { method, edge, query, body } = call;
  switch (`${method} ${edge}`) {
    case 'POST messages':
      return send(parts, number, body, false);
    case 'POST marketing_messages':
      return send(parts, number, body, true);
    case 'POST calls':
      return answerCall(world, number, body);
    case 'DELETE contact_book':
      return deleteFromBook(world, number, query.get('bsuid') ?? '');
    case 'POST block_users':
    case 'DELETE block_users':
      return changeBlocks(world, number, { method, body, trace: traceOf(world) });
    case 'GET block_users': {
      const url = `${parts.world.media.base}/v26.0/${number.phoneNumberId}/block_users`;
      return { http: 200, json: { ...listBlocks(world, number, query, url) } };
    }
    case 'GET ':
      return { http: 200, json: numberFacts(world, number, query.get('fields')) };
    default:
      return refuse(world, faultOf(100, `Unsupported request: ${method} ${edge}`));
  }
}

function send(
  parts: GraphParts,
  number: BusinessNumber,
  body: Json,
  marketingOnly: boolean,
): GraphAnswer | Promise<GraphAnswer> {
  const { world, limits, fates } = parts;
  const door = (planned?: number): SendDoor => ({ world, limits, fates, trace: () => traceOf(world), planned });
  // Read marks are no sends: trouble planned for sends passes them by.
  if (body.status !== undefined) return answerSend(door(), number, body, marketingOnly);
  return troubled(parts, 'send', number.phoneNumberId, (planned) =>
    answerSend(door(planned), number, body, marketingOnly),
  );
}

/** Does what was asked, unless the fault plan is in the way; `act` is told of a failure that is to come later. */
function troubled(
  parts: GraphParts,
  place: Exclude<FaultPlace, 'any'>,
  number: string | undefined,
  act: (planned?: number) => GraphAnswer | Promise<GraphAnswer>,
): GraphAnswer | Promise<GraphAnswer> {
  const { trouble, delayMs } = parts.faults.next(place, number);
  const late = delayMs > 0 ? { delayMs } : {};
  const proxied = (http: number | undefined) => ({ http: http ?? 502, html: proxyPage, ...late });
  if (trouble?.how === 'lost-request') return { http: 0, json: {}, cut: true, ...late };
  if (trouble?.how === 'answer') return { ...refuse(parts.world, faultOf(trouble.code)), ...late };
  if (trouble?.how === 'html' && trouble.done !== true) return { json: {}, ...proxied(trouble.http) };
  const finish = (answer: GraphAnswer): GraphAnswer => {
    if (trouble?.how === 'lost-answer') return { ...answer, ...late, cut: true };
    if (trouble?.how === 'html') return { ...answer, ...proxied(trouble.http) };
    return delayMs > 0 ? { ...answer, ...late } : answer;
  };
  const done = act(trouble?.how === 'status' ? trouble.code : undefined);
  return done instanceof Promise ? done.then(finish) : finish(done);
}

const proxyPage =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>Sorry, something went wrong.</body></html>';

function answerCall(world: Registry, number: BusinessNumber, body: Json): GraphAnswer {
  if (body.action !== 'connect') return { http: 200, json: { messaging_product: 'whatsapp', success: true } };
  const address = addressOf(world, number, body);
  if (address.kind === 'refused') return refuse(world, address.fault);
  if (address.person === undefined || address.person.phone === null) return refuse(world, faultOf(131026));
  const data = body.biz_opaque_callback_data;
  const call = {
    phoneNumberId: number.phoneNumberId,
    person: address.person,
    toPhone: address.by === 'phone',
    ...(typeof data === 'string' ? { callbackData: data } : {}),
  };
  const id = callPerson(world, call, world.random.chance(0.7) ? world.random.int(15, 240) : null);
  return { http: 200, json: { messaging_product: 'whatsapp', calls: [{ id }] } };
}

/** Removes one entry; what the 30-day rule shows stays shown. */
function deleteFromBook(world: Registry, number: BusinessNumber, bsuid: string): GraphAnswer {
  const owner = world.ownerOf(bsuid, number);
  if (owner?.kind !== 'bsuid')
    return refuse(world, faultOf(131009, 'Parameter bsuid is not a user id of this portfolio'));
  const deleted = world.removeFromBook(owner.person, number);
  return { http: 200, json: { messaging_product: 'whatsapp', success: true, deleted } };
}

const knows = (parts: GraphParts, authorization: string | undefined): boolean =>
  authorization === `Bearer ${parts.accessToken}`;

const wrongToken = (): MetaFault => faultOf(190, 'Invalid OAuth access token - Cannot parse access token');

function refuse(world: Registry, fault: MetaFault): GraphAnswer {
  return { http: fault.http, json: errorAnswer(fault, traceOf(world)) };
}

const traceOf = (world: Registry): string =>
  `A${world.random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 22)}`;

function parsedObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
