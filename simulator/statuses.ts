// What becomes of a message a business sent: sent, delivered, read or failed, each told once.

import { faultOf, statusError } from './errors.ts';
import { failedValue, statusValue } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { Outgoing, OutgoingStatus } from './state.ts';

const RANK: Record<OutgoingStatus, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

/** Moves a message on and tells the webhook; a step already passed is not told again. */
export function statusOf(world: Registry, sent: Outgoing, status: 'sent' | 'delivered' | 'read'): void {
  if (sent.personId === undefined || RANK[sent.status] >= RANK[status]) return;
  // A reaction is only ever "sent" (Meta, "Status messages webhook", read 2026-09).
  if (sent.type === 'reaction' && status !== 'sent') return;
  const number = world.number(sent.phoneNumberId);
  const person = world.record(sent.personId);
  // An account that is gone by now receives nothing more.
  if (person.phone === null) return;
  moveTo(world, sent, status);
  const face = world.faceOf(person, number);
  // The message keeps the number it was sent to, should the person have moved on since.
  const seen = sent.addressedBy === 'phone' && sent.waId !== undefined ? { ...face, phone: sent.waId } : face;
  world.emit(number, 'messages', statusValue(number, seen, world.knobs, sent, status, world.now()));
}

export function failSend(world: Registry, sent: Outgoing, code: number, details?: string): void {
  if (sent.status === 'failed') return;
  const number = world.number(sent.phoneNumberId);
  const record = sent.personId === undefined ? undefined : world.record(sent.personId);
  const face = record === undefined ? undefined : world.faceOf(record, number);
  sent.errorCode = code;
  moveTo(world, sent, 'failed');
  const error = statusError(faultOf(code, details));
  world.emit(number, 'messages', failedValue(number, face, world.knobs, sent, error, world.now()));
}

function moveTo(world: Registry, sent: Outgoing, status: OutgoingStatus): void {
  sent.status = status;
  const line = world.line(sent.wamid);
  if (line !== undefined) line.status = status;
  if (status === 'read' || status === 'failed') world.settleOutgoing(sent);
  world.touched();
}
