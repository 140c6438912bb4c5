import { type Fields, fieldsOf, wordsOf } from './fields.ts';
import type { Party, RotationItem, Wamid, WebhookItem } from './items.ts';
import { readParty } from './parties.ts';
import { originOf, other, type Spot } from './place.ts';

/**
 * A system message. A person's new identifiers have come in three wire generations (Meta, "System messages webhook" and
 * changelog of 2026-08-11, read 2026-09): old and new phone only; then the new BSUID beside them; then
 * `previous_user_id` and `previous_parent_user_id` too. The prose in `body` is for people and is never parsed.
 */
export function readSystemMessage(spot: Spot, element: Fields, head: { wamid: Wamid; at: number }): WebhookItem {
  const system = fieldsOf(element.system);
  const type = wordsOf(system.type);
  if (!isRotation(type, system)) return other(spot, element, `system.${type ?? 'unknown'}`, head.at, head.wamid);
  const current = readCurrent(system);
  const item: RotationItem = {
    kind: 'rotation',
    origin: originOf(spot, element, undefined),
    at: head.at,
    eventId: head.wamid,
    previous: readPrevious(element, system, current),
    current,
  };
  return item;
}

const rotationTypes = new Set(['user_changed_number', 'user_changed_user_id', 'customer_changed_number']);

function isRotation(type: string | undefined, system: Fields): boolean {
  if (type !== undefined) return rotationTypes.has(type);
  return system.previous_user_id !== undefined || system.new_wa_id !== undefined;
}

/** `new_wa_id` and `new_user_id` are spellings of the On-Premises API and of one provider's sandbox. */
function readCurrent(system: Fields): Party {
  return readParty(system.new_wa_id ?? system.wa_id, system.new_user_id ?? system.user_id, system.parent_user_id);
}

/**
 * `from` is the old phone where it may be shared. `from_user_id`, where a payload has it, has been seen with the old
 * and with the new id: it counts as the old one only if it is not the new one.
 */
function readPrevious(element: Fields, system: Fields, current: Party): Party {
  const stated = readParty(
    undefined,
    system.previous_user_id ?? (system.new_user_id === undefined ? undefined : system.user_id),
    system.previous_parent_user_id,
  );
  const from = readParty(element.from, element.from_user_id, element.from_parent_user_id);
  const customer = readParty(system.customer, undefined, undefined);
  const previous: Party = {};
  const phone = from.phone ?? customer.phone;
  const bsuid = stated.bsuid ?? unlessSame(from.bsuid ?? customer.bsuid, current.bsuid);
  const parent = stated.parent ?? unlessSame(from.parent ?? customer.parent, current.parent);
  if (phone) previous.phone = phone;
  if (bsuid) previous.bsuid = bsuid;
  if (parent) previous.parent = parent;
  return previous;
}

function unlessSame<Id>(candidate: Id | undefined, current: Id | undefined): Id | undefined {
  return candidate === current ? undefined : candidate;
}
