// Webhook values, field by field, after Meta's table of what carries which identifier (Meta, "Business-scoped user IDs",
// read 2026-09). Whatever is not known to the business is left out, or written as "" where the knob asks for the old drafts.

import type { Knobs } from './knobs.ts';
import type { BusinessNumber, Outgoing, OutgoingStatus } from './state.ts';

export type Json = Record<string, unknown>;

/** One person as one business number may see them at one moment. */
export interface Face {
  name: string;
  username?: string;
  /** Always the true number; `phoneVisible` says whether the business gets it. */
  phone: string;
  phoneVisible: boolean;
  userId: string;
  parentId?: string;
}

type Wire = Pick<Knobs, 'hiddenPhone' | 'userIds'>;

/** The phone under `key`, where shown; the ids under their own keys. */
function idFields(
  face: Face,
  wire: Wire,
  keys: { phone: string; user: string; parent: string },
  shown?: boolean,
): Json {
  const fields: Json = {};
  if (shown ?? face.phoneVisible) fields[keys.phone] = face.phone;
  else if (wire.hiddenPhone === 'empty') fields[keys.phone] = '';
  if (wire.userIds) {
    fields[keys.user] = face.userId;
    if (face.parentId !== undefined) fields[keys.parent] = face.parentId;
  }
  return fields;
}

/** An element of `contacts[]`. */
function contactOf(face: Face, wire: Wire, parts: { name?: boolean; username?: boolean; phone?: boolean } = {}): Json {
  const profile: Json = {};
  if (parts.name ?? true) profile.name = face.name;
  if ((parts.username ?? true) && face.username !== undefined && wire.userIds) profile.username = face.username;
  return {
    profile,
    ...idFields(face, wire, { phone: 'wa_id', user: 'user_id', parent: 'parent_user_id' }, parts.phone),
  };
}

export function valueFor(number: BusinessNumber, content: Json): Json {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number.displayPhone, phone_number_id: number.phoneNumberId },
    ...content,
  };
}

/** Whole seconds as a string, the form of every timestamp but that of `user_preferences`. */
export const stamp = (atMs: number): string => String(Math.floor(atMs / 1000));

const FROM = { phone: 'from', user: 'from_user_id', parent: 'from_parent_user_id' };
const TO = { phone: 'to', user: 'to_user_id', parent: 'to_parent_user_id' };
const RECIPIENT = { phone: 'recipient_id', user: 'recipient_user_id', parent: 'recipient_parent_user_id' };

export function inboundValue(number: BusinessNumber, face: Face, wire: Wire, message: Json): Json {
  return valueFor(number, {
    contacts: [contactOf(face, wire)],
    messages: [{ ...idFields(face, wire, FROM), ...message }],
  });
}

/** A message the business sent from its WhatsApp Business app. */
export function echoValue(number: BusinessNumber, face: Face, wire: Wire, message: Json): Json {
  return valueFor(number, {
    contacts: [contactOf(face, wire, { name: false })],
    message_echoes: [{ from: number.displayPhone, ...idFields(face, wire, TO), ...message }],
  });
}

export function callValue(number: BusinessNumber, face: Face, wire: Wire, call: Json): Json {
  return valueFor(number, {
    calls: [{ ...idFields(face, wire, FROM), to: number.displayPhone, ...call }],
    contacts: [contactOf(face, wire)],
  });
}

/** A step of a call the business made. `toPhone`: it was dialled by phone number. */
export function businessCallValue(number: BusinessNumber, face: Face, wire: Wire, call: Json, toPhone: boolean): Json {
  const phone = toPhone || face.phoneVisible;
  // At the end of a call the contact shows the phone only where the phone was dialled.
  const contactPhone = call.event === 'terminate' ? toPhone : phone;
  return valueFor(number, {
    contacts: [contactOf(face, wire, { name: false, phone: contactPhone })],
    calls: [{ from: number.displayPhone, ...idFields(face, wire, TO, phone), ...call }],
  });
}

export function callStatusValue(number: BusinessNumber, face: Face, wire: Wire, status: Json, toPhone: boolean): Json {
  return valueFor(number, {
    statuses: [{ type: 'call', ...status, ...idFields(face, wire, RECIPIENT, toPhone || face.phoneVisible) }],
    contacts: [contactOf(face, wire, { name: false, phone: toPhone })],
  });
}

export function preferenceValue(
  number: BusinessNumber,
  face: Face,
  wire: Wire,
  value: 'stop' | 'resume',
  atMs: number,
): Json {
  const keys = { phone: 'wa_id', user: 'user_id', parent: 'parent_user_id' };
  return valueFor(number, {
    contacts: [contactOf(face, wire)],
    user_preferences: [
      {
        ...idFields(face, wire, keys),
        detail: `User requested to ${value} marketing messages`,
        category: 'marketing_messages',
        value,
        timestamp: Math.floor(atMs / 1000),
      },
    ],
  });
}

/** `sent`, `delivered` or `read` of a message to a person. A `sent` never shows the username. */
export function statusValue(
  number: BusinessNumber,
  face: Face,
  wire: Wire,
  sent: Outgoing,
  status: OutgoingStatus,
  atMs: number,
): Json {
  const phone = sent.addressedBy === 'phone' || face.phoneVisible;
  return valueFor(number, {
    contacts: [contactOf(face, wire, { username: status !== 'sent', phone })],
    statuses: [
      {
        id: sent.wamid,
        status,
        timestamp: stamp(atMs),
        ...idFields(face, wire, RECIPIENT, phone),
        ...pricingOf(sent, status),
        ...callbackOf(sent),
      },
    ],
  });
}

/** A failure carries no `contacts`, and no user id where the message went to a phone number. */
export function failedValue(
  number: BusinessNumber,
  face: Face | undefined,
  wire: Wire,
  sent: Outgoing,
  error: Json,
  atMs: number,
): Json {
  const ids: Json = {};
  if (sent.addressedBy === 'phone') ids.recipient_id = sent.waId;
  else if (face !== undefined) Object.assign(ids, idFields(face, wire, RECIPIENT));
  else ids.recipient_user_id = sent.input;
  return valueFor(number, {
    statuses: [
      { id: sent.wamid, status: 'failed', timestamp: stamp(atMs), ...ids, errors: [error], ...callbackOf(sent) },
    ],
  });
}

interface NumberChange {
  before: Face;
  after: Face;
}

/** The system message after a number change, in one of its three generations. `undefined` fields are dropped by JSON. */
export function systemMessage(change: NumberChange, generation: Knobs['systemGeneration']): Json {
  const { before, after } = change;
  const phonesBody = `User ${before.name} changed from ${before.phone} to ${after.phone}`;
  const idsBody = `User ${before.name} changed from ${before.userId} to ${after.userId}`;
  const shareable = after.phoneVisible;
  if (generation === 0 && shareable) {
    return {
      from: before.phone,
      type: 'system',
      system: { body: phonesBody, wa_id: after.phone, type: 'user_changed_number' },
    };
  }
  const from = shareable ? { from: before.phone } : {};
  const phone = shareable ? { wa_id: after.phone } : {};
  const ids = { user_id: after.userId, ...(after.parentId === undefined ? {} : { parent_user_id: after.parentId }) };
  if (generation < 2) {
    return { ...from, type: 'system', system: { body: idsBody, ...phone, ...ids, type: 'user_changed_user_id' } };
  }
  const previous = {
    previous_user_id: before.userId,
    ...(before.parentId === undefined ? {} : { previous_parent_user_id: before.parentId }),
  };
  const type = shareable ? 'user_changed_number' : 'user_changed_user_id';
  return {
    ...from,
    type: 'system',
    system: { body: shareable ? phonesBody : idsBody, ...phone, ...ids, ...previous, type },
  };
}

/** The field Meta documented from March 2026 and withdrew on 2026-08-11. */
export function userIdUpdate(change: NumberChange, atMs: number): Json {
  const { before, after } = change;
  const phone = after.phoneVisible ? { wa_id: after.phone } : {};
  const parent =
    before.parentId === undefined ? {} : { parent_user_id: { previous: before.parentId, current: after.parentId } };
  return {
    contacts: [{ profile: { name: after.name }, ...phone }],
    user_id_update: [
      {
        ...phone,
        detail: 'The user changed their phone number',
        user_id: { previous: before.userId, current: after.userId },
        ...parent,
        timestamp: stamp(atMs),
      },
    ],
  };
}

function pricingOf(sent: Outgoing, status: OutgoingStatus): Json {
  if (status === 'read' || sent.type === 'reaction') return {};
  const free = sent.category === 'service';
  return {
    pricing: {
      billable: !free,
      pricing_model: 'PMP',
      type: free ? 'free_customer_service' : 'regular',
      category: sent.category,
    },
  };
}

const callbackOf = (sent: Outgoing): Json =>
  sent.callbackData === undefined ? {} : { biz_opaque_callback_data: sent.callbackData };
