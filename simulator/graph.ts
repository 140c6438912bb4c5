// The Graph API as far as it concerns messages: routes, the access token, and what each call answers.

import { addressOf } from './addressing.ts';
import { callPerson } from './business.ts';
import { errorAnswer, faultOf, type MetaFault } from './errors.ts';
import type { FaultPlan } from './faults.ts';
import type { Limits } from './limits.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import { digitsOf } from './phones.ts';
import type { Registry } from './registry.ts';
import { type Answer, answerSend, type SendDoor } from './sending.ts';
import type { BusinessNumber, PersonRecord } from './state.ts';

interface GraphRequest {
  method: string;
  /** Without the version: `/200000000000002/messages`. */
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: string;
}

/** `cut`: close the connection without a word, `before` or after what was asked has been done. */
type GraphAnswer = Answer & { cut?: boolean };

export interface GraphParts {
  world: Registry;
  limits: Limits;
  faults: FaultPlan;
  accessToken: string;
}

export function answerGraph(parts: GraphParts, request: GraphRequest): GraphAnswer {
  const { world } = parts;
  if (request.authorization !== `Bearer ${parts.accessToken}`) {
    return refuse(world, faultOf(190, 'Invalid OAuth access token - Cannot parse access token'));
  }
  const [, id = '', edge = ''] = request.path.split('/');
  const number = world.state.numbers[id];
  if (number === undefined) {
    const waba = world.numbers.some((one) => one.wabaId === id);
    if (waba && edge === 'subscribed_apps') return { http: 200, json: { success: true } };
    const details = `Unsupported ${request.method.toLowerCase()} request. Object with ID '${id}' does not exist`;
    return refuse(world, faultOf(100, details));
  }
  let body: Json = {};
  if (request.body.length > 0) {
    const parsed = parsedObject(request.body);
    if (parsed === undefined) return refuse(world, faultOf(100, '(#100) The request body is not a JSON object'));
    body = parsed;
  }
  return answerEdge(parts, number, `${request.method} ${edge}`, body, request.query);
}

function answerEdge(
  parts: GraphParts,
  number: BusinessNumber,
  call: string,
  body: Json,
  query: URLSearchParams,
): GraphAnswer {
  const { world } = parts;
  switch (call) {
    case 'POST messages':
      return sendThroughFaults(parts, number, body, false);
    case 'POST marketing_messages':
      return sendThroughFaults(parts, number, body, true);
    case 'POST calls':
      return answerCall(world, number, body);
    case 'DELETE contact_book':
      return deleteFromBook(world, number, query.get('bsuid') ?? '');
    case 'POST block_users':
    case 'DELETE block_users':
    case 'GET block_users':
      return answerBlocks(world, number, call.split(' ')[0] ?? '', body);
    case 'GET ':
      return {
        http: 200,
        json: { id: number.phoneNumberId, display_phone_number: number.displayPhone, verified_name: number.name },
      };
    default:
      return refuse(world, faultOf(100, `Unsupported request: ${call}`));
  }
}

function sendThroughFaults(parts: GraphParts, number: BusinessNumber, body: Json, marketingOnly: boolean): GraphAnswer {
  const { world, limits } = parts;
  const fault = body.status === undefined ? parts.faults.next() : undefined;
  if (fault?.how === 'lost-request') return { http: 0, json: {}, cut: true };
  if (fault?.how === 'answer') return refuse(world, faultOf(fault.code));
  const door: SendDoor = {
    world,
    limits,
    trace: () => traceOf(world),
    plannedFailure: () => (fault?.how === 'status' ? fault.code : undefined),
  };
  const answer = answerSend(door, number, body, marketingOnly);
  return fault?.how === 'lost-answer' ? { ...answer, cut: true } : answer;
}

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
  const portfolio = world.portfolio(number.portfolioId);
  const at = portfolio.book.indexOf(owner.person.id);
  if (at >= 0) portfolio.book.splice(at, 1);
  world.touched(true);
  return { http: 200, json: { messaging_product: 'whatsapp', success: true, deleted: at >= 0 } };
}

function answerBlocks(world: Registry, number: BusinessNumber, method: string, body: Json): GraphAnswer {
  if (method === 'GET') {
    const data = number.blocked.map((id) => {
      const face = world.faceOf(world.record(id), number);
      const phone = face.phoneVisible ? { wa_id: face.phone } : {};
      const parent = face.parentId === undefined ? {} : { parent_user_id: face.parentId };
      return { messaging_product: 'whatsapp', ...phone, user_id: face.userId, ...parent };
    });
    return { http: 200, json: { data } };
  }
  const items = Array.isArray(body.block_users) ? body.block_users.map(asObject) : [];
  const done: Json[] = [];
  const failed: Json[] = [];
  for (const item of items) {
    const { person, answer } = blockTarget(world, number, item);
    if (person === undefined) {
      failed.push({ ...answer, errors: [{ code: 139102, message: 'Not a WhatsApp user this business can block' }] });
      continue;
    }
    number.blocked = number.blocked.filter((id) => id !== person.id);
    if (method === 'POST') number.blocked.push(person.id);
    done.push(answer);
  }
  world.touched();
  const key = method === 'POST' ? 'added_users' : 'removed_users';
  const failures = failed.length === 0 ? {} : { failed_users: failed };
  return { http: 200, json: { messaging_product: 'whatsapp', block_users: { [key]: done, ...failures } } };
}

/** `user` is a phone and wins over `user_id`; a parent BSUID is not accepted here. */
function blockTarget(world: Registry, number: BusinessNumber, item: Json): { person?: PersonRecord; answer: Json } {
  if (typeof item.user === 'string') {
    const person = world.holderOf(digitsOf(item.user));
    return { ...(person === undefined ? {} : { person }), answer: { input: item.user, wa_id: digitsOf(item.user) } };
  }
  const id = String(item.user_id ?? '');
  const owner = world.ownerOf(id, number);
  return { ...(owner?.kind === 'bsuid' ? { person: owner.person } : {}), answer: { input: id, user_id: id } };
}

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
