// What a business does outside the send endpoint: answering from the WhatsApp Business app, and calling somebody.

import { mintCallId, mintTail } from './ids.ts';
import { summaryOf } from './lines.ts';
import { businessCallValue, callStatusValue, echoValue, stamp } from './payloads.ts';
import type { Content } from './person.ts';
import type { Registry } from './registry.ts';
import type { PersonRecord } from './state.ts';

/** Sends from the app on the shop's own phone: our side hears of it as an echo. Answers the message's id. */
export function appSends(world: Registry, phoneNumberId: string, personId: string, content: string | Content): string {
  const message = typeof content === 'string' ? { type: 'text', text: { body: content } } : content;
  const number = world.number(phoneNumberId);
  const person = world.record(personId);
  const face = world.faceOf(person, number);
  const { wamid, tail } = world.mintMessageId(face.phoneVisible ? face.phone : face.userId, 'outbound');
  const { type, ...rest } = message;
  const at = world.now();
  if (face.phoneVisible) world.notePhoneTraffic(person, number);
  const line = { phoneNumberId, personId, at, direction: 'outbound', status: 'read', type } as const;
  world.addLine({ ...line, wamid, tail, text: summaryOf(message) });
  const sent = { id: wamid, timestamp: stamp(at), type, ...rest };
  world.emit(number, 'smb_message_echoes', echoValue(number, face, world.knobs, sent));
  return wamid;
}

interface BusinessCall {
  phoneNumberId: string;
  person: PersonRecord;
  toPhone: boolean;
  callbackData?: string;
}

/** A call the business makes: it rings, and the person takes it (`seconds`) or not (null). Answers the call's id. */
export function callPerson(world: Registry, call: BusinessCall, seconds: number | null): string {
  const { person, toPhone } = call;
  const number = world.number(call.phoneNumberId);
  if (toPhone) world.notePhoneTraffic(person, number);
  const face = world.faceOf(person, number);
  const tail = mintTail(world.random);
  const id = mintCallId(toPhone ? face.phone : face.userId, tail);
  const at = world.now();
  const echo = call.callbackData === undefined ? {} : { biz_opaque_callback_data: call.callbackData };
  const tell = (event: Record<string, unknown>): void =>
    world.emit(number, 'calls', businessCallValue(number, face, world.knobs, { id, ...event, ...echo }, toPhone));
  const tellStatus = (status: string): void => {
    const step = { id, status, timestamp: stamp(at) };
    world.emit(number, 'calls', callStatusValue(number, face, world.knobs, step, toPhone));
  };
  const line = { wamid: id, tail, phoneNumberId: call.phoneNumberId, personId: person.id, at } as const;
  const text = seconds === null ? 'the business called, not answered' : `the business called, ${seconds} s`;
  world.addLine({ ...line, direction: 'outbound', type: 'call', text });

  const head = { direction: 'BUSINESS_INITIATED' };
  tellStatus('RINGING');
  if (seconds === null) {
    tellStatus('REJECTED');
    tell({ ...head, event: 'terminate', timestamp: stamp(at), status: 'FAILED' });
    return id;
  }
  tellStatus('ACCEPTED');
  const answer = { sdp_type: 'answer', sdp: 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' };
  tell({ ...head, event: 'connect', timestamp: stamp(at), session: answer });
  const ended = at + seconds * 1000;
  const talk = { start_time: stamp(at), end_time: stamp(ended), duration: seconds };
  tell({ ...head, event: 'terminate', timestamp: stamp(ended), status: 'COMPLETED', ...talk });
  return id;
}
