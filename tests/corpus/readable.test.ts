// How every sample reads. Nothing Meta calls anybody or anything by is in it.

import { readable, readWebhook, summarize } from '@throughline/whatsapp';
import { describe, expect, it } from 'vitest';
import { corpus } from './corpus.ts';

const samples = corpus().flatMap(({ name, webhook }) => {
  const messages = readWebhook(webhook).flatMap((item) =>
    item.kind === 'message' || item.kind === 'echo' ? [item.content] : [],
  );
  return messages.length > 0 ? [{ name, webhook, messages }] : [];
});

/** Fields that hold ids of Meta's, or keys to files and clicks; not those of buttons, which are the business's own. */
const idFields =
  /^(id|message_id|original_message_id|.*user_id|recipient|ctwa_clid|source_id|flow_token|sha256|catalog_id|wacid)$/;

function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  const todo = [value];
  for (let one = todo.pop(); todo.length > 0 || one !== undefined; one = todo.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, inner] of Object.entries(one)) {
      // Short ones are digits that stand anywhere.
      if (idFields.test(key) && typeof inner === 'string' && inner.length >= 8) found.add(inner);
      todo.push(inner ?? null);
    }
  }
  return found;
}

describe('a sample, as it reads', () => {
  it('is one of many', () => {
    expect(samples.length).toBeGreaterThan(60);
  });

  it.each(samples)('holds no id of Meta’s: $name', ({ webhook, messages }) => {
    const text = JSON.stringify(messages.map((content) => [readable(content.raw), summarize(content)]));
    for (const id of idsIn(webhook)) expect(text).not.toContain(id);
  });

  it('has a line for people, whatever it is', () => {
    for (const { messages } of samples) for (const content of messages) expect(summarize(content).trim()).not.toBe('');
  });

  it('reads as it did before', () => {
    const golden = samples.flatMap(({ name, messages }) =>
      messages.map((content) => ({
        name,
        type: content.type,
        line: summarize(content).slice(0, 200),
        ...shortened(readable(content.raw)),
      })),
    );
    expect(golden).toMatchSnapshot();
  });
});

function shortened<T>(whole: T): T {
  return JSON.parse(
    JSON.stringify(whole, (_key, value) => (typeof value === 'string' ? value.slice(0, 200) : value)),
  ) as T;
}
