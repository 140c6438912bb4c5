import type { MessageItem } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { RequestProblem, Unreachable } from './client.ts';
import { createOutbox } from './outbox.ts';

const sent = (conversationId: string, body: string): MessageItem => ({
  kind: 'message',
  id: body,
  conversationId,
  at: '2026-11-22T15:42:00Z',
  direction: 'out',
  type: 'text',
  text: { body },
  summary: body,
  status: 'queued',
});

/** An outbox over a server whose answers the test sets, and a storage that outlives it. */
function desk(answer: (key: string, body: string) => Promise<void>, storage = { text: '' }) {
  const posted: string[] = [];
  const confirmed: string[] = [];
  let keys = 0;
  const outbox = createOutbox({
    post: async (conversationId, key, body) => {
      posted.push(`${key}:${body}`);
      await answer(key, body);
      return sent(conversationId, body);
    },
    onSent: (item) => confirmed.push(item.id),
    onFailed: () => undefined,
    read: () => storage.text,
    write: (text) => {
      storage.text = text;
    },
    newKey: () => `k${++keys}`,
    now: () => '2026-11-22T15:42:00Z',
  });
  return { outbox, posted, confirmed, storage };
}

describe('the outbox', () => {
  it('lets go of a reply once the server has it', async () => {
    const { outbox, confirmed, storage } = desk(async () => undefined);
    outbox.send('c', 'hello');
    expect(outbox.list()[0]).toMatchObject({ state: 'sending', body: 'hello' });
    await outbox.settled('c');
    expect(outbox.list()).toEqual([]);
    expect(confirmed).toEqual(['hello']);
    expect(storage.text).toBe('');
  });

  it('retries an unanswered reply under the same key', async () => {
    let up = false;
    const { outbox, posted } = desk(async () => {
      if (!up) throw new Unreachable();
    });
    outbox.send('c', 'hello');
    await outbox.settled('c');
    expect(outbox.list()[0]).toMatchObject({ state: 'not_sent' });
    up = true;
    outbox.retry('k1');
    await outbox.settled('c');
    expect(posted).toEqual(['k1:hello', 'k1:hello']);
    expect(outbox.list()).toEqual([]);
  });

  it('says why the server refused, and does not try again', async () => {
    const { outbox, posted } = desk(async () => {
      throw new RequestProblem(409, { code: 'window_closed', detail: 'The window is closed.' });
    });
    outbox.send('c', 'hello');
    await outbox.settled('c');
    expect(outbox.list()[0]).toMatchObject({ state: 'refused', detail: 'The window is closed.' });
    outbox.retry('k1');
    await outbox.settled('c');
    expect(posted).toHaveLength(1);
    outbox.discard('k1');
    expect(outbox.list()).toEqual([]);
  });

  it('sends the replies of one conversation in the order written', async () => {
    let release: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { outbox, posted, confirmed } = desk((_, body) => (body === 'one' ? first : Promise.resolve()));
    outbox.send('c', 'one');
    outbox.send('c', 'two');
    await Promise.resolve();
    expect(posted).toEqual(['k1:one']);
    release();
    await outbox.settled('c');
    expect(confirmed).toEqual(['one', 'two']);
  });

  it('keeps what was on its way when the page went, under its key', () => {
    const storage = { text: '' };
    const before = desk(() => new Promise(() => undefined), storage);
    before.outbox.send('c', 'hello');
    before.outbox.keepAll();
    const after = desk(async () => undefined, storage);
    after.outbox.reload();
    expect(after.outbox.list()).toMatchObject([{ key: 'k1', body: 'hello', state: 'not_sent' }]);
  });

  it('starts empty from a damaged storage', () => {
    const { outbox } = desk(async () => undefined, { text: '{' });
    outbox.reload();
    expect(outbox.list()).toEqual([]);
  });
});
