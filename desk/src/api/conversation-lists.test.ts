import type { Conversation } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { listed, listParams, unreadCount, withConversations, withHead } from './conversation-lists.ts';

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
  assignee: null,
  team: null,
  priority: 'normal',
  snoozedUntil: null,
  due: null,
  hasWork: true,
  tags: [],
  ...more,
});
const held = (...data: Conversation[]) => ({ pages: [{ data, next: null }], pageParams: [undefined] });
const ids = (list: Conversation[]) => list.map(({ id }) => id).join('');
const open = { queue: 'everyone', q: '', sort: 'newest', unread: false, me: 'maya' } as const;

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
    const query = { ...open, q: 'ana' } as const;
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

describe('queues', () => {
  it('ask the server for what each shows', () => {
    const work = { state: 'open', work: true };
    expect(listParams(open)).toEqual(work);
    expect(listParams({ ...open, queue: 'hidden' })).toEqual({ ...work, hidden: true });
    expect(listParams({ ...open, queue: 'mine', sort: 'due', unread: true })).toEqual({
      ...work,
      assignee: 'me',
      sort: 'due',
      unread: true,
    });
    expect(listParams({ ...open, q: 'ana' })).toEqual({ q: 'ana' });
    expect(listParams({ ...open, queue: 'resolved', q: 'ana' })).toEqual({ q: 'ana', state: 'resolved' });
  });

  it('take in what is theirs now, and let go what is not', () => {
    const mine = conversation('a', 1, { assignee: { id: 'maya', name: 'Maya' } });
    const queue = { ...open, queue: 'mine' } as const;
    expect(ids(listed(withConversations(held(), [mine], queue).pages))).toBe('a');
    expect(ids(listed(withConversations(held(mine), [{ ...mine, assignee: null }], queue).pages))).toBe('');
    expect(ids(listed(withConversations(held(), [conversation('b', 1, { hasWork: false })], open).pages))).toBe('');
  });

  it('keep the conversation in hand among the unread after it is read', () => {
    const unread = { ...open, unread: true };
    const one = conversation('a', 3, { unread: 1 });
    expect(ids(listed(withConversations(held(one), [{ ...one, unread: 0 }], unread).pages))).toBe('a');
    expect(ids(listed(withConversations(held(), [conversation('b', 2)], unread).pages))).toBe('');
    expect(unreadCount([one, conversation('b', 2)])).toBe(1);
  });

  it('are in the order asked for', () => {
    const list = [
      conversation('a', 3, { waitingSince: '2026-11-22T15:02:00Z' }),
      conversation('b', 2, { waitingSince: '2026-11-22T15:01:00Z', priority: 'urgent' }),
      conversation('c', 1, { due: { target: 'next_reply', at: '2026-11-22T16:00:00Z', breached: false } }),
    ];
    const pages = held(...list).pages;
    expect(ids(listed(pages, 'waiting'))).toBe('bac');
    expect(ids(listed(pages, 'priority'))).toBe('bac');
    expect(ids(listed(pages, 'due'))).toBe('cab');
  });
});
