// The control API: what a person can do on the page, and what a test in another process can do to the world. JSON in and out.

import { controls } from './control-list.ts';
import { controlTemplates } from './control-templates.ts';
import type { FlushOptions } from './courier.ts';
import type { Fault } from './faults.ts';
import type { Simulator } from './handle.ts';
import type { SentFile } from './inbound-media.ts';
import { knobsOf } from './knobs.ts';
import { tierOf } from './limits.ts';
import { asObject } from './lines.ts';
import { isMediaKind, mediaKinds } from './media-rules.ts';
import type { Json } from './payloads.ts';
import type { Content, Person } from './person.ts';
import { spacedPhone } from './phones.ts';
import type { FailWay } from './sentinels.ts';
import type { WhenAsked } from './state.ts';
import { choicesOf } from './taps.ts';
import type { Card } from './vcards.ts';

export type ControlParts = Omit<Simulator, 'url' | 'close'>;

const PAGE_LINES = 40;

/** Answers undefined where there is no such control; throws with a sentence where the act is not possible. */
export async function answerControl(meta: ControlParts, method: string, path: string, body: string): Promise<unknown> {
  const input = body.length > 0 ? asObject(JSON.parse(body)) : {};
  const [, room = '', id = '', act = ''] = path.split('/').map(decodeURIComponent);
  if (room === 'people') return answerPeople(meta, method, id, act, input);
  if (room === 'templates') return controlTemplates(meta.world, method, id, input);
  switch (`${method} ${room}`) {
    case 'GET ':
      return controls;
    case 'GET town':
      return townView(meta);
    case 'GET state':
      return { ...meta.world.state, held: meta.held, givenUp: meta.givenUp };
    case 'GET outbox':
      return meta.outbox;
    case 'GET deliveries':
      return meta.deliveries;
    case 'GET settled':
      await meta.settled();
      return { settled: true };
    case 'POST hold':
      meta.hold();
      return { held: meta.held };
    case 'POST flush':
      return { released: meta.flush(input as FlushOptions) };
    case 'POST verify':
      return { verified: await meta.verify() };
    case 'POST inject':
      meta.inject(input as unknown as Fault);
      return { ok: true };
    case 'POST upgrade':
      meta.upgrade(need(input, 'number'));
      return { ok: true };
    case 'POST portfolio':
      return changePortfolio(meta, input);
    case 'POST calm':
      meta.calm();
      return { ok: true };
    case 'POST knobs':
      Object.assign(meta.knobs, knobsOf(input));
      return meta.knobs;
    case 'POST webhook':
      meta.pointAt(input as { url?: string; appSecret?: string });
      return { ok: true };
    case 'POST clock':
      meta.advance(Number(input.advanceMs ?? 0));
      return { now: meta.world.now() };
    default:
      return undefined;
  }
}

/** `{id, contactBook?, messagingLimit?}`. Switching the Contact Book off empties it. */
function changePortfolio({ world }: ControlParts, input: Json): unknown {
  const id = need(input, 'id');
  if (typeof input.contactBook === 'boolean') world.setContactBook(id, input.contactBook);
  if (typeof input.messagingLimit === 'string') world.setMessagingLimit(id, tierOf(input.messagingLimit));
  return world.portfolio(id);
}

function answerPeople(meta: ControlParts, method: string, id: string, act: string, input: Json): unknown {
  const { world } = meta;
  if (id === '') {
    if (method === 'GET') return world.people.map((person) => personView(meta, person));
    const person = world.addPerson({
      name: need(input, 'name'),
      phone: need(input, 'phone'),
      country: need(input, 'country'),
    });
    return personView(meta, person);
  }
  const person = world.person(id);
  if (method === 'GET') return { ...personView(meta, person), lines: world.linesOf(id) };
  if (method === 'DELETE' && act === 'username') person.dropUsername();
  else if (method === 'POST') return actOf(meta, person, act, input);
  else return undefined;
  return personView(meta, person);
}

function actOf(meta: ControlParts, person: Person, act: string, input: Json): unknown {
  const seen = (): Json => personView(meta, person);
  switch (act) {
    case 'write': {
      const content = input.content === undefined ? need(input, 'text') : (asObject(input.content) as Content);
      return { id: person.write(need(input, 'number'), content, replyOf(input)) };
    }
    case 'send-media':
      return { id: person.sendMedia(need(input, 'number'), fileOf(input)) };
    case 'react':
      return { id: person.react(need(input, 'message'), typeof input.emoji === 'string' ? input.emoji : null) };
    case 'share-number':
      return { id: person.shareNumber(need(input, 'number'), replyOf(input)) };
    case 'share-card':
      return { id: person.shareCard(need(input, 'number'), cardOf(input)) };
    case 'tap':
      return { id: person.tap(need(input, 'message'), need(input, 'choice')) ?? null };
    case 'edit':
      return { id: person.edit(need(input, 'message'), need(input, 'text')) };
    case 'revoke':
      return { id: person.revoke(need(input, 'message')) };
    case 'fails':
      person.fails(input.code === null ? null : Number(input.code), wayOf(input.way));
      return seen();
    case 'when-asked':
      person.whenAsked(whenAskedOf(need(input, 'does')));
      return seen();
    case 'marketing':
      person.marketing(need(input, 'number'), input.value === 'resume' ? 'resume' : 'stop');
      return seen();
    case 'call': {
      const durationS = typeof input.durationS === 'number' ? { durationS: input.durationS } : {};
      return { id: person.call(need(input, 'number'), { answered: input.answered === true, ...durationS }) };
    }
    case 'reads':
      return { read: person.reads(need(input, 'number')) };
    case 'username':
      if (input.username === null) person.dropUsername();
      else person.adoptUsername(need(input, 'username').replace(/^@/, ''));
      return seen();
    case 'number':
      person.changeNumber(need(input, 'phone'));
      return seen();
    case 'leave':
      person.leave();
      return seen();
    case 'new-owner':
      return personView(meta, newOwner(meta, person, input));
    default:
      return undefined;
  }
}

const replyOf = (input: Json): { replyTo?: string } =>
  typeof input.replyTo === 'string' ? { replyTo: input.replyTo } : {};

/** The fields of a card beside the number it goes to. */
function cardOf({ number: _, ...fields }: Json): Card {
  return { ...fields, name: need(fields, 'name') };
}

function wayOf(value: unknown): FailWay | undefined {
  if (value === undefined || value === 'answer' || value === 'status') return value;
  throw new Error('"way" must be answer or status');
}

function whenAskedOf(value: string): WhenAsked {
  if (value === 'share' || value === 'late' || value === 'ignore') return value;
  throw new Error('"does" must be share, late or ignore');
}

/** `{type, base64, mimeType, filename?, caption?, voice?, animated?}`. */
function fileOf(input: Json): SentFile {
  const type = need(input, 'type');
  if (!isMediaKind(type)) throw new Error(`"type" must be one of ${mediaKinds.join(', ')}`);
  const file: SentFile = {
    type,
    bytes: Buffer.from(need(input, 'base64'), 'base64'),
    mimeType: need(input, 'mimeType'),
  };
  if (typeof input.filename === 'string') file.filename = input.filename;
  if (typeof input.caption === 'string') file.caption = input.caption;
  if (typeof input.voice === 'boolean') file.voice = input.voice;
  if (typeof input.animated === 'boolean') file.animated = input.animated;
  return file;
}

/** Somebody new gets the number this person gave up last; if they still have theirs, they leave WhatsApp first. */
function newOwner(meta: ControlParts, person: Person, input: Json): Person {
  const { world } = meta;
  const free = person.record.formerPhones.toReversed().find((phone) => world.holderOf(phone) === undefined);
  if (free === undefined) person.leave();
  const phone = free ?? person.record.formerPhones.at(-1) ?? '';
  const name = typeof input.name === 'string' ? input.name : 'New owner';
  return world.addPerson({ name, phone, country: person.record.country });
}

function townView(meta: ControlParts): unknown {
  const { world } = meta;
  return {
    numbers: world.numbers.map((number) => ({
      id: number.phoneNumberId,
      name: number.name,
      phone: spacedPhone(number.displayPhone),
    })),
    people: world.people.map((person) => ({
      ...personView(meta, person),
      threads: Object.fromEntries(
        world.numbers.map((number) => [
          number.phoneNumberId,
          world
            .linesOf(person.id, number.phoneNumberId)
            .slice(-PAGE_LINES)
            .map((line) => ({ ...line, choices: choicesOf(line) })),
        ]),
      ),
    })),
    held: meta.held,
    now: world.now(),
  };
}

function personView(meta: ControlParts, person: Person): Json {
  const { phone, record } = person;
  const free = record.formerPhones.filter((one) => meta.world.holderOf(one) === undefined);
  return {
    id: person.id,
    name: person.name,
    country: record.country,
    phone: phone === null ? null : spacedPhone(phone),
    username: person.username ?? null,
    formerPhones: record.formerPhones.map(spacedPhone),
    freeFormerPhones: free.map(spacedPhone),
    fails: record.fails ?? null,
    whenAsked: record.whenAsked ?? null,
    blockedBy: meta.world.numbers.filter((one) => one.blocked.includes(person.id)).map((one) => one.phoneNumberId),
    phoneShownTo: meta.world.numbers
      .filter((number) => phone !== null && person.showsPhoneTo(number.phoneNumberId))
      .map((number) => number.phoneNumberId),
  };
}

function need(input: Json, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value.length === 0) throw new Error(`"${name}" is needed, as a text`);
  return value;
}
