// A new phone number in the same app: every BSUID of the person is made anew, and each business number that has a thread with
// them hears of it once. Whether Meta tells each number is undocumented; one message each is what integrators should survive.

import { type Face, stamp, systemMessage, userIdUpdate, valueFor } from './payloads.ts';
import type { Registry } from './registry.ts';
import { type BusinessNumber, type PersonRecord, pairKey } from './state.ts';

export function moveToPhone(world: Registry, person: PersonRecord, phone: string): void {
  const next = world.freePhone(phone);
  const numbers = world.numbers.filter((number) => haveThread(world, person.id, number.phoneNumberId));
  const before = new Map(numbers.map((number) => [number, world.faceOf(person, number)]));
  world.change(person, () => {
    if (person.phone !== null) person.formerPhones.push(person.phone);
    person.phone = next;
    person.bsuids = {};
    person.parents = {};
  });
  for (const [number, face] of before) tell(world, person, number, face);
  world.touched(true);
}

function tell(world: Registry, person: PersonRecord, number: BusinessNumber, before: Face): void {
  const change = { before, after: world.faceOf(person, number) };
  const at = world.now();
  const { wamid, tail } = world.mintMessageId(before.phoneVisible ? before.phone : before.userId, 'inbound');
  const message = { id: wamid, timestamp: stamp(at), ...systemMessage(change, world.knobs.systemGeneration) };
  const line = { wamid, tail, phoneNumberId: number.phoneNumberId, personId: person.id, at } as const;
  world.addLine({ ...line, direction: 'inbound', type: 'system', text: 'changed their phone number' });
  world.emit(number, 'messages', valueFor(number, { messages: [message] }));
  if (world.knobs.legacyUserIdUpdate) world.emit(number, 'user_id_update', valueFor(number, userIdUpdate(change, at)));
}

function haveThread(world: Registry, personId: string, phoneNumberId: string): boolean {
  const wrote = world.state.lastInbound[pairKey(phoneNumberId, personId)] !== undefined;
  return wrote || world.linesOf(personId, phoneNumberId).length > 0;
}
