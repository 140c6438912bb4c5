import type { MessageItem, SendReply } from '@throughline/contract';
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

const text = (body: string): SendReply => ({ type: 'text', text: { body } });
const wordsOf = (content: SendReply) => (content.type === 'text' ? content.text.body : content.type);

/** An outbox over a server whose answers the test sets, and a storage that outlives it. */
function desk(answer: (key: string, body: string) => Promise<void>, storage = { text: '' }) {
  const posted: string[] = [];
  const confirmed: string[] = [];
  let keys = 0;
  const outbox = createOutbox({
    post: async (conversationId, key, content) => {
      const body = wordsOf(content);
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
    outbox.send('c', text('hello'));
    expect(outbox.list()[0]).toMatchObject({ state: 'sending', content: text('hello') });
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
    outbox.send('c', text('hello'));
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
    outbox.send('c', text('hello'));
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
    outbox.send('c', text('one'));
    outbox.send('c', text('two'));
    await Promise.resolve();
    expect(posted).toEqual(['k1:one']);
    release();
    await outbox.settled('c');
    expect(confirmed).toEqual(['one', 'two']);
  });

  it('holds back what was written after one that got no answer, and sends all of it in order on a retry', async () => {
    let up = false;
    const { outbox, posted, confirmed } = desk(async () => {
      if (!up) throw new Unreachable();
    });
    for (const words of ['one', 'two', 'three']) outbox.send('c', text(words));
    await outbox.settled('c');
    expect(posted).toEqual(['k1:one']);
    expect(outbox.list().map(({ state }) => state)).toEqual(['not_sent', 'not_sent', 'not_sent']);
    up = true;
    outbox.retry('k2');
    await outbox.settled('c');
    expect(confirmed).toEqual(['one', 'two', 'three']);
  });

  it('goes on with the next where one was refused', async () => {
    const { outbox, confirmed } = desk(async (_, body) => {
      if (body === 'one') throw new RequestProblem(422, { detail: 'Too long.' });
    });
    outbox.send('c', text('one'));
    outbox.send('c', text('two'));
    await outbox.settled('c');
    expect(confirmed).toEqual(['two']);
    expect(outbox.list()).toMatchObject([{ key: 'k1', state: 'refused' }]);
  });

  it('reads what an earlier version kept', () => {
    const kept = JSON.stringify([
      { key: 'k', conversationId: 'c', body: 'hello', at: '', state: 'not_sent', detail: '' },
    ]);
    const { outbox } = desk(async () => undefined, { text: kept });
    outbox.reload();
    expect(outbox.list()).toMatchObject([{ key: 'k', content: text('hello') }]);
  });

  it('keeps what was on its way when the page went, under its key', () => {
    const storage = { text: '' };
    const before = desk(() => new Promise(() => undefined), storage);
    before.outbox.send('c', text('hello'));
    before.outbox.keepAll();
    const after = desk(async () => undefined, storage);
    after.outbox.reload();
    expect(after.outbox.list()).toMatchObject([{ key: 'k1', content: text('hello'), state: 'not_sent' }]);
  });

  it('starts empty from a damaged storage', () => {
    const { outbox } = desk(async () => undefined, { text: '{' });
    outbox.reload();
    expect(outbox.list()).toEqual([]);
  });
});
