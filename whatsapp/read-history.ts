import { type Fields, fieldsOf, isFields } from './fields.ts';
import type { Party, Profile, WebhookItem } from './items.ts';
import { readParty, usernameOf } from './parties.ts';
import { other, type Spot, unreadable } from './place.ts';
import { isFromBusiness, readEcho, readMessage, type ThreadPerson } from './read-messages.ts';

/**
 * One chunk of a synced history: threads of old messages in both directions (Meta, "history webhook", read 2026-09). A
 * thread is about the person in its `context`; its `id` is their phone and is missing where that is hidden.
 */
export function readHistoryChunk(spot: Spot, chunk: unknown, items: WebhookItem[]): void {
  if (!isFields(chunk)) {
    items.push(unreadable(spot, chunk, ' is not an object'));
    return;
  }
  const before = items.length;
  const { threads, errors, ...rest } = chunk;
  if (Array.isArray(threads)) {
    const around = (thread: unknown) => [{ ...rest, threads: [thread] }];
    const inside: Spot = { ...spot, path: `${spot.path}.threads[0]`, around };
    for (const thread of threads) readThread(inside, thread, items);
  } else if (isPresent(threads)) {
    items.push(unreadable(spot, { ...rest, threads }, '.threads is not a list'));
  }
  if (isPresent(errors)) items.push(other(spot, { ...rest, errors }, 'errors', undefined));
  // A chunk of nothing but progress still says that the sync moved on.
  if (items.length === before) items.push(other(spot, chunk, '', undefined));
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function readThread(spot: Spot, thread: unknown, items: WebhookItem[]): void {
  if (!isFields(thread)) {
    items.push(unreadable(spot, thread, ' is not an object'));
    return;
  }
  const { messages, ...rest } = thread;
  if (!Array.isArray(messages)) {
    items.push(unreadable(spot, thread, '.messages is not a list'));
    return;
  }
  if (messages.length === 0) items.push(other(spot, thread, 'thread', undefined));
  const person = readThreadPerson(thread);
  const around = (message: unknown) => spot.around?.({ ...rest, messages: [message] });
  const inside: Spot = { ...spot, path: `${spot.path}.messages[0]`, around };
  for (const message of messages) {
    const fromBusiness = isFromBusiness(spot.place, message, person.party);
    items.push(fromBusiness ? readEcho(inside, message, person) : readMessage(inside, message, person));
  }
}

function readThreadPerson(thread: Fields): ThreadPerson {
  const context = fieldsOf(thread.context);
  const party: Party = readParty(context.wa_id ?? thread.id, context.user_id, context.parent_user_id);
  const profile: Profile = {};
  const username = usernameOf(context.username);
  if (username) profile.username = username;
  return { party, profile };
}
