// The send endpoint: from a request body to an answer, a message on its way, and the statuses that follow.

import { type Address, addressOf } from './addressing.ts';
import { contentFault } from './content-rules.ts';
import { errorAnswer, faultOf, type MetaFault } from './errors.ts';
import type { Fate, Fates } from './fates.ts';
import type { Limits } from './limits.ts';
import { asObject, summaryOf } from './lines.ts';
import { carriedFault } from './media-door.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import { sentinelAt } from './sentinels.ts';
import type { BusinessNumber, Outgoing } from './state.ts';
import { textOf } from './template-filling.ts';
import { type Checked, checkTemplate, type Send } from './template-sends.ts';

export interface Answer {
  http: number;
  json: Json;
  /** Set when a message was accepted: what is to become of it. */
  accepted?: { sent: Outgoing; fate: Fate };
}

export interface SendDoor {
  world: Registry;
  limits: Limits;
  fates: Fates;
  trace: () => string;
  /** A failure a test asked for, for this message, if any. */
  planned: number | undefined;
}

export function answerSend(door: SendDoor, number: BusinessNumber, body: Json, marketingOnly = false): Answer {
  const { world } = door;
  const refuse = (fault: MetaFault): Answer => ({ http: fault.http, json: errorAnswer(fault, door.trace()) });
  if (body.messaging_product !== 'whatsapp')
    return refuse(faultOf(100, '(#100) The parameter messaging_product is required.'));
  if (body.status !== undefined) return answerRead(door, number, body);

  const address = addressOf(world, number, body);
  if (address.kind === 'refused') return refuse(address.fault);
  const sentinel = sentinelAt(address, world.knobs);
  if (sentinel?.way === 'answer') return refuse(faultOf(sentinel.code));
  const files = carriedFault(world, number, body);
  const send: Send = { number, address, body, marketingOnly };
  const template = checkTemplate(world, send);
  const fault =
    contentFault(body) ??
    (files?.when === 'answer' ? files.fault : undefined) ??
    template.fault ??
    door.limits.check(send);
  if (fault !== undefined) return refuse(fault);

  const closed = windowClosed(world, number, address, body);
  if (closed && sentinel === undefined && world.knobs.windowError === 'answer')
    return refuse(faultOf(131047, WINDOW_DETAILS));
  const sent = accept(world, send, template);
  const ahead = { planned: door.planned, sentinel, file: files?.fault, windowClosed: closed };
  const fate = door.fates.of(send, template, ahead);
  return { http: 200, json: acceptance(address, sent, marketingOnly), accepted: { sent, fate } };
}

const TYPING_MS = 25_000;

const WINDOW_DETAILS =
  'Message failed to send because more than 24 hours have passed since the customer last replied to this number.';

/** Mark as read, with or without the typing indicator. Names a message, never a person. */
function answerRead(door: SendDoor, number: BusinessNumber, body: Json): Answer {
  const line = typeof body.message_id === 'string' ? door.world.line(body.message_id) : undefined;
  const known = line?.direction === 'inbound' && line.phoneNumberId === number.phoneNumberId;
  if (body.status !== 'read' || !known) {
    const fault = faultOf(131009, 'The message_id does not name a message this number received');
    return { http: fault.http, json: errorAnswer(fault, door.trace()) };
  }
  if (body.typing_indicator !== undefined && asObject(body.typing_indicator).type !== 'text') {
    const fault = faultOf(100, '(#100) Param typing_indicator[type] must be one of {TEXT}');
    return { http: fault.http, json: errorAnswer(fault, door.trace()) };
  }
  line.readByBusiness = true;
  // It ends with the next message, or by itself (Meta, "Typing indicators", read 2026-09).
  if (body.typing_indicator !== undefined) line.typingUntil = door.world.now() + TYPING_MS;
  door.world.touched();
  return { http: 200, json: { success: true } };
}

/** Anyone unknown gets past the window: that they cannot be reached comes first. */
function windowClosed(world: Registry, number: BusinessNumber, address: Address, body: Json): boolean {
  if (body.type === 'template' || address.person === undefined) return false;
  return !world.windowOpen(address.person, number);
}

function accept(world: Registry, { number, address, body, marketingOnly }: Send, template: Checked): Outgoing {
  const type = typeof body.type === 'string' ? body.type : 'text';
  const { wamid, tail } = world.mintMessageId(address.waId ?? address.input, 'outbound');
  const person = address.person;
  const sent: Outgoing = {
    wamid,
    phoneNumberId: number.phoneNumberId,
    at: world.now(),
    addressedBy: address.by,
    input: address.input,
    ...(address.waId === undefined ? {} : { waId: address.waId }),
    ...(person === undefined ? {} : { personId: person.id }),
    type,
    body,
    category: marketingOnly ? 'marketing_lite' : type === 'template' ? (template.category ?? 'utility') : 'service',
    ...(typeof body.biz_opaque_callback_data === 'string' ? { callbackData: body.biz_opaque_callback_data } : {}),
    status: 'accepted',
  };
  world.addOutgoing(sent);
  if (person === undefined) return sent;
  // A message to a user id is not traffic with the phone number, so it shows nothing anew.
  if (address.by === 'phone') world.notePhoneTraffic(person, number);
  const line = { wamid, tail, phoneNumberId: number.phoneNumberId, personId: person.id, at: sent.at } as const;
  const quoted = asObject(body.context).message_id;
  world.addLine({
    ...line,
    direction: 'outbound',
    type,
    text: template.filled === undefined ? summaryOf({ ...body, type }) : textOf(template.filled),
    content: { [type]: body[type], ...(template.filled === undefined ? {} : { filled: template.filled }) },
    status: 'accepted',
    ...(typeof quoted === 'string' ? { replyTo: quoted } : {}),
  });
  return sent;
}

/** `wa_id` for a phone, `user_id` for an id: never both, whatever was sent. */
function acceptance(address: Address, sent: Outgoing, marketingOnly: boolean): Json {
  const ids =
    address.by === 'phone' ? { wa_id: address.waId } : address.by === 'group' ? {} : { user_id: address.input };
  const message = {
    id: sent.wamid,
    ...(address.by === 'group' ? { group_id: address.input } : {}),
    ...(marketingOnly ? { message_status: 'accepted' } : {}),
  };
  return { messaging_product: 'whatsapp', contacts: [{ input: address.input, ...ids }], messages: [message] };
}
