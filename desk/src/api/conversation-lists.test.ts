import type { Conversation } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { inView, listed, listParams, unreadCount, withConversations, withHead } from './conversation-lists.ts';

const conversation = (id: string, minute: number, more: Partial<Conversation> = {}): Conversation => ({
  id,
  contactId: `contact-${id}`,
  contact: { id: `contact-${id}`, displayName: id, identifier: { kind: 'name', value: id }, numberHidden: false },
  businessNumber: { id: '1', display: '+1', name: 'Sales' },
  state: 'open',
  windowClosesAt: null,
  lastItemAt: `2026-11-22T15:${String(minute).padStart(2, '0')}:00Z`,
  lastItem: null,
  waitingSince: null,
  unread: 0,
  mergedFrom: [],
  ...more,
});
const held = (...data: Conversation[]) => ({ pages: [{ data, next: null }], pageParams: [undefined] });
const ids = (list: Conversation[]) => list.map(({ id }) => id).join('');
const open = { view: 'open', q: '' } as const;

describe('listed', () => {
  it('shows the latest first and each conversation once', () => {
    const [a, b, c] = [conversation('a', 1), conversation('b', 3), conversation('c', 2)];
    expect(
      ids(
        listed([
          { data: [a, b], next: 'x' },
          { data: [b, c], next: null },
        ]),
      ),
    ).toBe('bca');
  });

  it('drops a conversation that was joined into another', () => {
    expect(ids(listed(held(conversation('a', 1), conversation('b', 2, { mergedFrom: ['a'] })).pages))).toBe('b');
  });
});

describe('withConversations', () => {
  it('moves a conversation up when something new arrives', () => {
    const list = withConversations(held(conversation('a', 5), conversation('b', 1)), [conversation('b', 9)], open);
    expect(ids(listed(list.pages))).toBe('ba');
  });

  it('adds one never seen and takes out one resolved', () => {
    expect(ids(listed(withConversations(held(conversation('a', 5)), [conversation('b', 9)], open).pages))).toBe('ba');
    const resolved = conversation('a', 6, { state: 'resolved' });
    expect(ids(listed(withConversations(held(conversation('a', 5)), [resolved], open).pages))).toBe('');
  });

  it('keeps a search to what the server found', () => {
    const query = { view: 'open', q: 'ana' } as const;
    expect(ids(listed(withConversations(held(conversation('a', 5)), [conversation('b', 9)], query).pages))).toBe('a');
    const resolved = conversation('a', 6, { state: 'resolved' });
    expect(ids(listed(withConversations(held(conversation('a', 5)), [resolved], query).pages))).toBe('a');
  });

  it('takes many at once, and leaves the pages alone that hold none of them', () => {
    const pages = {
      pages: [
        { data: [conversation('a', 5), conversation('b', 4)], next: 'x' },
        { data: [conversation('c', 3)], next: null },
      ],
      pageParams: [undefined, 'x'],
    };
    const list = withConversations(pages, [conversation('b', 8), conversation('d', 9)], open);
    expect(ids(listed(list.pages))).toBe('dbac');
    expect(list.pages[1]).toBe(pages.pages[1]);
    expect(withConversations(pages, [conversation('e', 9, { state: 'resolved' })], open)).toBe(pages);
  });
});

describe('withHead', () => {
  it('puts the newest first as they are now, and keeps everything behind them', () => {
    const list = withHead(held(conversation('a', 5), conversation('b', 1)), [
      conversation('b', 9, { unread: 4 }),
      conversation('c', 8),
    ]);
    expect(ids(listed(list.pages))).toBe('bca');
    expect(listed(list.pages)[0]?.unread).toBe(4);
  });
});

describe('views', () => {
  it('asks the server for what each shows', () => {
    expect(listParams(open)).toEqual({ state: 'open' });
    expect(listParams({ view: 'hidden', q: '' })).toEqual({ hidden: true });
    expect(listParams({ view: 'open', q: 'ana' })).toEqual({ q: 'ana' });
    expect(listParams({ view: 'resolved', q: 'ana' })).toEqual({ q: 'ana', state: 'resolved' });
  });

  it('keeps the conversation in hand among the unread after it is read', () => {
    const list = [conversation('a', 3), conversation('b', 2, { unread: 2 }), conversation('c', 1)];
    expect(ids(inView(list, 'unread', 'c'))).toBe('bc');
    expect(ids(inView(list, 'open', undefined))).toBe('abc');
    expect(unreadCount(list)).toBe(1);
  });
});
