// What an integration is delivered: items of Meta's webhooks as it wants to see them, by who is who at this moment.

import type { Alias, ContactId, PortfolioId } from '@throughline/identity';
import { type KnownMessage, type Rewrite, rewritePeople, type WebhookItem, wireText } from '@throughline/whatsapp';
import { idsMeaning } from '../contacts/find.ts';
import { messagesAlike, messagesNamed, outcomeOf } from '../conversations/finding.ts';
import { type Database, inTransaction, type Reader } from '../db/connect.ts';
import { webhooksById } from '../inbox/store.ts';
import { numbersOf } from '../numbers/store.ts';
import { aliasesBoundTo, makeAliases } from '../relay/aliases.ts';
import { loggedAt } from '../relay/log.ts';
import { relayIdOf } from '../relay/rules-ids.ts';
import { itemsOf, numberWord, wamidsIn } from '../relay/rules-parts.ts';
import { refusedStatus } from '../relay/rules-refused.ts';
import { sentBy } from '../relay/sends.ts';
import type { Integration } from '../relay/shapes.ts';
import { inboxIds, partIdOf } from './fan-out-webhooks.ts';
import type { Tools } from './tools.ts';
import { peopleBehind, type Whose, whoseItems } from './whose-items.ts';

export interface Composed {
  body: Buffer;
  rewrites: readonly Rewrite[];
}

interface Wanted {
  id: number;
  position: number;
  eventId: string;
}

/** By delivery; those that are missing are kept no more. */
export async function composeWebhooks(
  db: Database,
  integration: Integration,
  wanted: readonly Wanted[],
  tools: Tools,
): Promise<Map<number, Composed>> {
  const { portfolioId } = integration;
  const logged = await loggedAt(db, portfolioId, [...new Set(wanted.map(({ position }) => position))]);
  const parts = await partsOf(db, portfolioId, inboxIds(logged.values()), tools);
  const found = wanted.flatMap(({ id, position, eventId }) => {
    const inboxId = logged.get(position)?.inboxId ?? undefined;
    const whole = inboxId === undefined ? undefined : parts.get(inboxId);
    const item = whole?.items.get(eventId);
    return whole && item ? [{ id, item, alone: whole.isOne ? whole.body : undefined }] : [];
  });
  const told = await itemsTold(db, integration, found);
  const refused = wanted.filter(({ position }) => logged.get(position)?.messageId);
  return new Map([...told, ...(await composeRefusals(db, integration, refused))]);
}

/** Of each webhook its bytes, and its items by what they are called on the list. */
async function partsOf(db: Reader, portfolioId: PortfolioId, ids: readonly number[], tools: Tools) {
  const bodies = await webhooksById(db, portfolioId, ids);
  return new Map(
    [...bodies].map(([id, body]) => {
      const items = itemsOf(body);
      const byId = new Map(items.map((item) => [partIdOf(item, tools), item]));
      return [id, { body, isOne: items.length === 1, items: byId }] as const;
    }),
  );
}

interface Found {
  id: number;
  item: WebhookItem;
  /** The bytes as they came, where there is nothing else in them. */
  alone: Buffer | undefined;
}

async function itemsTold(db: Database, integration: Integration, found: readonly Found[]) {
  const { portfolioId } = integration;
  const items = found.map(({ item }) => item);
  const whose = await whoseItems(db, portfolioId, items);
  const aliases = await aliasesFor(db, integration, whose);
  const messages = await knownMessages(db, integration, items);
  return found.map(({ id, item, alone }, place): [number, Composed] => {
    const who = whose[place];
    const number = numberWord(integration, who && { phone: who.phone, alias: aliases.get(who.contactId) });
    const { envelope, rewrites } = rewritePeople(item.origin.envelope(), {
      number,
      message: (wamid) => messages(wamid, item),
    });
    // What did not change is what Meta sent, to the byte.
    const changed = rewrites.some(({ before, after }) => before !== after || after !== 'nothing');
    return [id, { body: alone && !changed ? alone : Buffer.from(wireText(envelope)), rewrites }];
  });
}

/** What each contact is called, where it is called by an alias; made now where there is none. */
export async function aliasesFor(
  db: Database,
  { portfolioId, mode }: Pick<Integration, 'portfolioId' | 'mode'>,
  whose: readonly (Whose | undefined)[],
): Promise<Map<ContactId, Alias>> {
  if (mode !== 'stable-alias') return new Map();
  const contacts = [...new Set(whose.flatMap((one) => one?.contactId ?? []))];
  const known = await aliasesOf(db, portfolioId, contacts);
  const without = contacts.filter((id) => !known.has(id));
  if (without.length === 0) return known;
  await inTransaction(db, (tx) => makeAliases(tx, portfolioId, without));
  return await aliasesOf(db, portfolioId, contacts);
}

/** A contact others went into answers to all their aliases and is called by its own, or else by the oldest. */
export async function aliasesOf(
  db: Reader,
  portfolioId: PortfolioId,
  contacts: readonly ContactId[],
): Promise<Map<ContactId, Alias>> {
  const meaning = await idsMeaning(db, portfolioId, contacts);
  const bound = await aliasesBoundTo(db, portfolioId, [...meaning.keys()]);
  const names = new Map<ContactId, Alias>();
  for (const { alias, contactId } of bound) {
    const now = meaning.get(contactId);
    if (now && (!names.has(now) || contactId === now)) names.set(now, alias);
  }
  return names;
}

/** Messages the integration sent, whatever Meta calls them. A status may come before Meta's own answer: then by what went along with the message. */
async function knownMessages(db: Database, integration: Integration, items: readonly WebhookItem[]) {
  const { portfolioId } = integration;
  const named = items.flatMap((item) => [...wamidsIn(item), ...(item.kind === 'message' ? [item.wamid] : [])]);
  const echoed = items.flatMap((item) =>
    item.kind === 'status' && item.callbackData && uuid.test(item.callbackData) ? [item.callbackData] : [],
  );
  const found = await messagesNamed(db, portfolioId, { wamids: named, ids: echoed });
  const byWamid = new Map(found.map((one) => [one.wamid as string | null, one]));
  const alike = await messagesAlike(
    db,
    portfolioId,
    items.flatMap((item) => {
      const thread = item.kind === 'message' ? byWamid.get(item.wamid)?.conversationId : undefined;
      const unknown = wamidsIn(item).filter((wamid) => !byWamid.has(wamid));
      return thread === undefined ? [] : unknown.map((wamid) => ({ conversationId: thread, wamid }));
    }),
  );
  const own = await sentBy(db, integration, [...found.map(({ id }) => id), ...alike.values()]);
  return (wamid: string, item: WebhookItem): KnownMessage | undefined => {
    const along = item.kind === 'status' && item.wamid === wamid ? item.callbackData : undefined;
    const id = byWamid.get(wamid)?.id ?? alike.get(wamid) ?? along;
    const sent = id === undefined ? undefined : own.get(id);
    return id !== undefined && sent ? { id: relayIdOf(id), callbackData: sent.callbackData } : undefined;
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Meta tells of no message it refused at once; whoever was told that it had been taken is told in Meta's words. */
async function composeRefusals(
  db: Database,
  integration: Integration,
  wanted: readonly Wanted[],
): Promise<[number, Composed][]> {
  if (wanted.length === 0) return [];
  const { portfolioId } = integration;
  const ids = wanted.map(({ eventId }) => eventId);
  const messages = new Map((await messagesNamed(db, portfolioId, { wamids: [], ids })).map((one) => [one.id, one]));
  const outcomes = await outcomeOf(db, portfolioId, ids);
  const own = await sentBy(db, integration, ids);
  const people = await peopleBehind(
    db,
    portfolioId,
    [...messages.values()].map(({ holderId }) => holderId),
  );
  const aliases = await aliasesFor(db, integration, [...people.values()]);
  const numbers = new Map((await numbersOf(db, portfolioId)).map((one) => [one.phoneNumberId, one]));
  return wanted.flatMap(({ id, eventId }): [number, Composed][] => {
    const message = messages.get(eventId);
    const outcome = outcomes.get(eventId);
    const number = message && numbers.get(message.phoneNumberId);
    if (!message || !outcome || !number) return [];
    const who = people.get(message.holderId);
    const envelope = refusedStatus({
      ...{ number, id: relayIdOf(eventId), at: outcome.at },
      failure: outcome.failure ?? { code: null, title: 'Message failed' },
      callbackData: own.get(eventId)?.callbackData ?? null,
      recipient: who && ((integration.mode === 'stable-alias' && aliases.get(who.contactId)) || who.phone?.slice(1)),
    });
    return [[id, { body: Buffer.from(wireText(envelope)), rewrites: [] }]];
  });
}
