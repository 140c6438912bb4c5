import type { TimelineItem } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { jumpedTo, renewed, withItem, withNewer, withNewest, withOlder } from './thread-pages.ts';

const item = (id: string, body = id): TimelineItem => ({
  kind: 'message',
  id,
  conversationId: 'c',
  at: '2026-11-22T15:42:00Z',
  direction: 'in',
  type: 'text',
  text: { body },
  summary: body,
  status: 'received',
});
const items = (...ids: string[]) => ids.map((id) => item(id));
const ids = (thread: { items: TimelineItem[] }) => thread.items.map(({ id }) => id).join('');

describe('a thread built from pages', () => {
  it('begins with the newest page and its cursor', () => {
    expect(withNewest(undefined, { data: items('c', 'd'), next: 'n1' })).toEqual({
      items: items('c', 'd'),
      older: 'n1',
    });
  });

  it('puts older pages above, once each', () => {
    const thread = withOlder({ items: items('c', 'd'), older: 'n1' }, { data: items('a', 'b', 'c'), next: null });
    expect(ids(thread)).toBe('abcd');
    expect(thread.older).toBeNull();
  });

  it('appends what is new and keeps the older pages and their cursor', () => {
    const thread = withNewest(
      { items: items('a', 'b', 'c', 'd'), older: 'n0' },
      { data: items('c', 'd', 'e'), next: 'n9' },
    );
    expect(ids(thread)).toBe('abcde');
    expect(thread.older).toBe('n0');
  });

  it('takes the newer state of an item it holds', () => {
    const thread = withNewest({ items: items('a', 'b'), older: null }, { data: [item('b', 'edited')], next: 'x' });
    expect(thread.items[1]).toMatchObject({ summary: 'edited' });
  });

  it('places a late item where the server places it', () => {
    const thread = withNewest({ items: items('a', 'c', 'd'), older: null }, { data: items('b', 'c', 'd'), next: 'x' });
    expect(ids(thread)).toBe('abcd');
  });

  it('starts over rather than show a hole as if it were none', () => {
    const thread = withNewest({ items: items('a', 'b'), older: null }, { data: items('x', 'y'), next: 'n5' });
    expect(ids(thread)).toBe('xy');
    expect(thread.older).toBe('n5');
  });

  it('drops what the server no longer has within the page', () => {
    expect(ids(withNewest({ items: items('a', 'b', 'c'), older: null }, { data: items('a', 'c'), next: null }))).toBe(
      'ac',
    );
  });

  it('places a confirmed item once', () => {
    expect(ids(withItem({ items: items('a'), older: null }, item('b')))).toBe('ab');
    expect(withItem({ items: items('a', 'b'), older: null }, item('a', 'read')).items[0]).toMatchObject({
      summary: 'read',
    });
    expect(ids(withItem({ items: items('a', 'b'), older: null }, item('a')))).toBe('ab');
  });
});

describe('a stretch somebody jumped to', () => {
  const held = jumpedTo({ data: items('m', 'n'), next: 'before', newer: 'after' });

  it('stands in place of what was held, and stays while new messages come', () => {
    expect(held).toEqual({ items: items('m', 'n'), older: 'before', newer: 'after' });
    expect(withNewest(held, { data: items('y', 'z'), next: 'x' })).toBe(held);
    expect(withItem(held, item('z'))).toBe(held);
  });

  it('grows both ways, and has become the newest where its end is reached', () => {
    const newer = withNewer(held, { data: items('n', 'o'), next: 'later' });
    expect(ids(newer)).toBe('mno');
    expect(newer.newer).toBe('later');
    const older = withOlder(newer, { data: items('k', 'l'), next: null });
    expect(ids(older)).toBe('klmno');
    expect(older.newer).toBe('later');
    const whole = withNewer(older, { data: items('p'), next: null });
    expect(whole).not.toHaveProperty('newer');
    expect(ids(withItem(whole, item('q')))).toBe('klmnopq');
  });

  it('shows what changed in it, and nothing else', () => {
    const now = renewed(held, { data: [item('l'), item('m', 'edited')], next: null, newer: null });
    expect(now.items.map(({ id, ...one }) => [id, 'summary' in one && one.summary])).toEqual([
      ['m', 'edited'],
      ['n', 'n'],
    ]);
    expect(now.newer).toBe('after');
  });
});
