import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, corpus, deeplyNested, hugeStrings } from '../tests/corpus/corpus.ts';
import type { WebhookItem } from './items.ts';
import { readWebhook } from './read-webhook.ts';
import { envelope, message, only, phone, plain, status } from './samples.ts';

const entries = corpus();
const generated: [string, unknown][] = [
  ['a batch of 1,000', batchOf(1000)],
  ['huge strings', hugeStrings(200_000)],
  ['a field nested 100,000 deep', deeplyNested(100_000)],
];

function comparable(item: WebhookItem): unknown {
  const { envelope: _envelope, ...origin } = item.origin;
  return { ...item, origin };
}

function expectSameAlone(webhook: unknown): void {
  for (const item of readWebhook(webhook)) {
    const alone = readWebhook(item.origin.envelope());
    expect(alone.map(comparable)).toEqual([comparable(item)]);
  }
}

describe('an item put through the door again on its own', () => {
  it.each(entries.map((entry) => [entry.name, entry.webhook]))('is the same single item: %s', (_name, webhook) => {
    expectSameAlone(webhook);
  });

  it('is the same single item in a batch, with only its own profile', () => {
    const items = readWebhook(batchOf(40));
    for (const item of items) expect(readWebhook(item.origin.envelope()).map(comparable)).toEqual([comparable(item)]);
    const alone = items[7]?.origin.envelope() as { entry: { changes: { value: { contacts: unknown[] } }[] }[] };
    expect(alone.entry[0]?.changes[0]?.value.contacts).toEqual([
      { profile: { name: 'Batch' }, wa_id: '15557000007', user_id: 'US.5000000000000007' },
    ]);
  });

  it('is the same single item for anything a webhook may be broken into', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.jsonValue({ maxDepth: 3 }), fc.nat(), (entry, junk, place) => {
        expectSameAlone(withJunk(entry.webhook, junk, place));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('whatever the body is', () => {
  it('reads any JSON value without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (body) => {
        expect(readWebhook(body).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any JSON value in the place of a value, a list or an element', () => {
    const lists = [
      'messages',
      'statuses',
      'calls',
      'message_echoes',
      'history',
      'state_sync',
      'groups',
      'user_id_update',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.jsonValue({ maxDepth: 5 }), (key, junk) => {
        for (const field of ['messages', 'calls', 'history', 'standby', 'user_preferences']) {
          expect(readWebhook(envelope({ [key]: [junk] }, field)).length).toBeGreaterThan(0);
          expect(readWebhook(envelope({ [key]: junk, contacts: junk }, field)).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each(generated)('reads %s', (_name, webhook) => {
    const items = readWebhook(webhook);
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items.map(({ kind }) => kind))).not.toContain('unreadable');
  });

  it('says in a sentence what is no envelope', () => {
    const given = [null, [], 'text', 7, {}, { entry: {} }, { object: 'page', entry: [] }];
    expect(given.map((body) => plain(readWebhook(body)).map(({ problem }) => problem))).toEqual([
      ['The body is not an object'],
      ['The body is not an object'],
      ['The body is not an object'],
      ['The body is not an object'],
      ['entry is not a list'],
      ['entry is not a list'],
      ['object is not whatsapp_business_account'],
    ]);
  });
});

describe('nothing is dropped and nothing is doubled', () => {
  it('gives one item for every thing in a webhook', () => {
    expect(entries.length).toBeGreaterThanOrEqual(90);
    for (const { name, webhook } of entries) {
      if (!name.startsWith('hostile/')) expect([name, readWebhook(webhook).length]).toEqual([name, thingsIn(webhook)]);
    }
  });

  it('keeps the order and the number of a batch', () => {
    const items = readWebhook(batchOf(1000));
    expect(items.map((item) => item.kind === 'message' && item.from.bsuid)).toEqual(
      Array.from({ length: 1000 }, (_, index) => `US.5${String(index).padStart(15, '0')}`),
    );
  });

  it('reads the good messages around a broken one', () => {
    const { id: _id, ...broken } = message();
    const messages = [
      message({ id: 'wamid.A' }),
      broken,
      null,
      message({ id: 'wamid.B', timestamp: 'soon' }),
      message({ id: 'wamid.C' }),
    ];
    expect(plain(readWebhook(envelope({ messages }))).map((item) => item.wamid ?? item.problem)).toEqual([
      'wamid.A',
      'messages[0].id is missing',
      'messages[0] is not an object',
      'messages[0].timestamp is not a time',
      'wamid.C',
    ]);
  });

  it('keeps fields, lists and changes it does not know', () => {
    const topics = (webhook: unknown) =>
      readWebhook(webhook).map((item) => (item.kind === 'other' ? item.topic : item.kind));
    expect(topics(envelope({ event: 'PAUSED' }, 'message_template_status_update'))).toEqual([
      'message_template_status_update',
    ]);
    expect(topics(envelope({ messages: [message()], moods: [1, 2] }))).toEqual(['message', 'messages/moods']);
    expect(topics(envelope({ statuses: [status({ status: 'warehoused' })] }))).toEqual(['messages/status.warehoused']);
    expect(topics(envelope({ messages: [] }))).toEqual(['messages']);
    expect(topics(envelope({ standby: { messages: [message()], moods: {} } }, 'standby'))).toEqual([
      'message',
      'standby/moods',
    ]);
    expect(topics(envelope({ standby: { messages: [message()], standby: {} } }, 'standby'))).toEqual([
      'message',
      'standby/standby',
    ]);
    expect(topics(envelope({ standby: { messages: [message()] } }))).toEqual(['messages/standby']);
  });

  it('says which list is none, and which message came on no known number', () => {
    expect(plain(readWebhook(envelope({ messages: {}, statuses: 'x' }))).map(({ problem }) => problem)).toEqual([
      'messages is not a list',
      'statuses is not a list',
    ]);
    expect(plain(readWebhook(envelope({ messages: [message()], metadata: {} })))[0]?.problem).toBe(
      'messages[0] came without metadata.phone_number_id, so its business number is unknown',
    );
  });
});

describe('ids and times', () => {
  it('gives things without an id the same one for the same content, whatever the order of keys', () => {
    const idOf = (webhook: unknown) => plain(readWebhook(webhook))[0]?.eventId;
    const one = { category: 'marketing_messages', value: 'stop', timestamp: 1790000000, wa_id: phone };
    const again = Object.fromEntries(Object.entries(one).reverse());
    const id = idOf(envelope({ user_preferences: [one] }, 'user_preferences'));
    expect(id).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(idOf(envelope({ user_preferences: [again] }, 'user_preferences'))).toBe(id);
    expect(idOf(envelope({ user_preferences: [{ ...one, value: 'resume' }] }, 'user_preferences'))).not.toBe(id);
    expect(
      idOf(envelope({ user_preferences: [one], metadata: { phone_number_id: '3' } }, 'user_preferences')),
    ).not.toBe(id);
  });

  it('reads seconds and milliseconds, as text and as numbers', () => {
    const at = (timestamp: unknown) => only(readWebhook(envelope({ messages: [message({ timestamp })] }))).at;
    for (const timestamp of ['1790000000', 1790000000, '1790000000417', 1790000000417, 1790000000.4]) {
      expect([timestamp, at(timestamp)]).toEqual([timestamp, 1790000000000]);
    }
    for (const timestamp of ['', 'soon', '-5', '1e9', 0, -1, null, {}, [], '99999999999999999999']) {
      expect([timestamp, at(timestamp)]).toEqual([timestamp, 0]);
    }
  });

  it('takes the time of an account update from its entry', () => {
    const changes = [{ field: 'account_update', value: { event: 'X' } }];
    expect(readWebhook({ entry: [{ id: '1', time: 1790000800, changes }] })[0]?.at).toBe(1790000800000);
  });

  it('replaces what a database refuses in text, and keeps the message as it came', () => {
    const item = only(readWebhook(envelope({ messages: [message({ text: { body: 'a\0b\ud83d' } })] })));
    const content = item.kind === 'message' ? item.content : undefined;
    expect(content).toMatchObject({ body: 'a\ufffdb\ufffd', raw: { text: { body: 'a\0b\ud83d' } } });
  });

  it('does not take anything for an id that is none', () => {
    for (const id of ['', 'with space', 'naïve', 'x'.repeat(1025), {}, [], null, true]) {
      expect([id, only(readWebhook(envelope({ messages: [message({ id })] }))).kind]).toEqual([id, 'unreadable']);
    }
  });
});

/** Counts without the reader: every element of every list, or one for a change that has none. */
function thingsIn(webhook: unknown): number {
  const { entry } = webhook as { entry: { changes: { value: Record<string, unknown> }[] }[] };
  return entry.flatMap(({ changes }) => changes).reduce((sum, { value }) => sum + thingsInValue(value), 0);
}

function thingsInValue(value: Record<string, unknown>): number {
  const holder = (value.standby ?? value) as Record<string, unknown>;
  const history = holder.history as { threads?: { messages: unknown[] }[] }[] | undefined;
  if (history) {
    return history.reduce(
      (sum, { threads }) => sum + Math.max(1, threads?.flatMap(({ messages }) => messages).length ?? 0),
      0,
    );
  }
  const lists = Object.entries(holder).filter(([key, list]) => key !== 'contacts' && Array.isArray(list));
  return lists.length === 0 ? 1 : lists.reduce((sum, [, list]) => sum + (list as unknown[]).length, 0);
}

/** Puts a value in some place of a copy of the webhook. */
function withJunk(webhook: unknown, junk: unknown, place: number): unknown {
  const copy = structuredClone(webhook);
  const places: [Record<string, unknown>, string][] = [];
  collectPlaces(copy, places);
  const chosen = places[place % Math.max(1, places.length)];
  if (chosen) chosen[0][chosen[1]] = structuredClone(junk);
  return copy;
}

function collectPlaces(value: unknown, places: [Record<string, unknown>, string][]): void {
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    places.push([fields, key]);
    collectPlaces(fields[key], places);
  }
}
