// The block list of a business number (Meta, "Block users", read 2026-09; user ids from "Business-scoped user IDs").

import { type Cursored, page } from './cursors.ts';
import { errorAnswer, faultOf, type MetaFault, statusError } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import { digitsOf } from './phones.ts';
import type { Registry } from './registry.ts';
import type { BusinessNumber, PersonRecord } from './state.ts';

/** Meta names no bound for one request, only that there is one. */
const MOST_AT_ONCE = 1000;

type Target = { person: PersonRecord; answer: Json } | { fault: MetaFault; answer: Json };

/** Blocks or unblocks each of `block_users`; where any of them fails, the whole is HTTP 400 with code 139100. */
export function changeBlocks(
  world: Registry,
  number: BusinessNumber,
  call: { method: string; body: Json; trace: string },
): { http: number; json: Json } {
  const { method, body, trace } = call;
  const refuse = (fault: MetaFault) => ({ http: fault.http, json: errorAnswer(fault, trace) });
  if (body.messaging_product !== 'whatsapp')
    return refuse(faultOf(100, '(#100) The parameter messaging_product is required.'));
  const items = Array.isArray(body.block_users) ? body.block_users.map(asObject) : [];
  if (items.length === 0) return refuse(faultOf(100, '(#100) The parameter block_users is required.'));
  if (items.length > MOST_AT_ONCE) return refuse(faultOf(130429, 'Too many users in one request'));
  const blocked = new Set(number.blocked);
  const done: Json[] = [];
  const failed: Json[] = [];
  for (const item of items) {
    const target = targetOf(world, number, item);
    const fault = 'fault' in target ? target.fault : faultFor(world, number, target.person, { method, blocked });
    if (fault !== undefined || 'fault' in target) {
      failed.push({ ...target.answer, errors: fault === undefined ? [] : [statusError(fault)] });
      continue;
    }
    if (method === 'POST') blocked.add(target.person.id);
    else blocked.delete(target.person.id);
    done.push(target.answer);
  }
  number.blocked = [...blocked];
  world.touched();
  const key = method === 'POST' ? 'added_users' : 'removed_users';
  const lists = { block_users: { [key]: done, ...(failed.length === 0 ? {} : { failed_users: failed }) } };
  if (failed.length === 0) return { http: 200, json: { messaging_product: 'whatsapp', ...lists } };
  const some = faultOf(139100, 'Failed to block some users, see the block_users response list for details');
  return { http: some.http, json: { messaging_product: 'whatsapp', ...lists, ...errorAnswer(some, trace) } };
}

export function listBlocks(world: Registry, number: BusinessNumber, query: URLSearchParams, url: string): Cursored {
  return page(number.blocked, { query, url, keyOf: (id) => id }, (id) => {
    const face = world.faceOf(world.record(id), number);
    const phone = face.phoneVisible ? { wa_id: face.phone } : {};
    const parent = face.parentId === undefined ? {} : { parent_user_id: face.parentId };
    return { messaging_product: 'whatsapp', ...phone, user_id: face.userId, ...parent };
  });
}

/** `user` is a phone number and wins over `user_id`; a parent BSUID is not accepted here. */
function targetOf(world: Registry, number: BusinessNumber, item: Json): Target {
  if (typeof item.user === 'string' && item.user.length > 0) {
    const digits = digitsOf(item.user);
    const person = world.holderOf(digits);
    const answer = { input: item.user, wa_id: digits };
    if (digits === number.displayPhone) return { fault: faultOf(131021, 'Cannot block own number'), answer };
    return person === undefined ? { fault: faultOf(131047, NOT_HEARD), answer } : { person, answer };
  }
  const id = String(item.user_id ?? '');
  const answer = { input: id, user_id: id };
  const owner = world.ownerOf(id, number);
  return owner?.kind === 'bsuid'
    ? { person: owner.person, answer }
    : {
        fault: faultOf(world.knobs.unknownRecipientCode, 'Parameter user_id is not a user id of this portfolio'),
        answer,
      };
}

function faultFor(
  world: Registry,
  number: BusinessNumber,
  person: PersonRecord,
  call: { method: string; blocked: ReadonlySet<string> },
): MetaFault | undefined {
  if (call.method !== 'POST' || call.blocked.has(person.id)) return undefined;
  // Only who has written within a day; the same code where there is nobody at all.
  if (!world.heardWithin(person, number, DAY_MS)) return faultOf(131047, NOT_HEARD);
  return call.blocked.size >= world.knobs.mostBlocked ? faultOf(139101, 'The block list is full') : undefined;
}

const DAY_MS = 86_400_000;
const NOT_HEARD = 'The business has not received a message from this user within the last 24 hours';
