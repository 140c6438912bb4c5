import type { MessageItem, NoticeItem, TimelineItem } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import type { Unsent } from '../api/outbox.ts';
import { arrivedAfter, type Row, rowsOf } from './rows.ts';

const at = (day: number, minute = 0) => new Date(2026, 10, day, 15, minute).toISOString();
const now = new Date(2026, 10, 22, 18, 0).getTime();

const message = (id: string, when: string, more: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id,
  conversationId: 'c',
  at: when,
  direction: 'in',
  type: 'text',
  text: { body: `body ${id}` },
  summary: `body ${id}`,
  status: 'received',
  ...more,
});
const notice = (id: string, when: string, type: NoticeItem['type']): TimelineItem => ({
  kind: 'notice',
  id,
  conversationId: 'c',
  at: when,
  direction: 'none',
  type,
  title: 'A notice.',
  detail: 'Why.',
  rule: 'R10',
});
const reaction = (id: string, target: string | null, emoji: string | null, direction: 'in' | 'out' = 'in') => {
  const { text, ...rest } = message(id, at(22, 30), { type: 'reaction', target, emoji, direction, summary: 'Reacted' });
  return rest;
};
const kinds = (rows: Row[]) => rows.map(({ kind }) => kind).join(' ');
const messageRow = (rows: Row[], key: string) => rows.find((row) => row.key === key && row.kind === 'message');

const notYet = (content: Unsent['content'], more: Partial<Unsent> = {}): Unsent => ({
  key: 'k',
  conversationId: 'c',
  content,
  at: at(22, 40),
  state: 'sending',
  detail: '',
  ...more,
});
const emojis = (rows: Row[], key: string) => {
  const row = messageRow(rows, key);
  return row?.kind === 'message' ? row.reactions.map(({ emoji, by }) => `${emoji} ${by}`) : undefined;
};

describe('rowsOf', () => {
  it('heads each day once', () => {
    const rows = rowsOf([message('a', at(21)), message('b', at(22)), message('c', at(22, 1))], [], now);
    expect(kinds(rows)).toBe('day message day message message');
    expect(rows.filter(({ kind }) => kind === 'day')).toMatchObject([{ title: 'Yesterday' }, { title: 'Today' }]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('runs messages of one side together, but not across a pause or another side', () => {
    const rows = rowsOf(
      [
        message('a', at(22, 0)),
        message('b', at(22, 1)),
        message('c', at(22, 20)),
        message('d', at(22, 21), { direction: 'out' }),
      ],
      [],
      now,
    );
    expect(rows.flatMap((row) => (row.kind === 'message' ? [row.isFollowOn] : []))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('puts a reaction on its message, the latest of each side, and takes it back', () => {
    const first = message('a', at(22));
    const both = rowsOf(
      [first, reaction('r1', 'a', '👍'), reaction('r2', 'a', '❤️'), reaction('r3', 'a', '🎉', 'out')],
      [],
      now,
    );
    expect(emojis(both, 'a')).toEqual(['❤️ customer', '🎉 business']);
    expect(kinds(both)).toBe('day message');
    expect(emojis(rowsOf([first, reaction('r1', 'a', '👍'), reaction('r2', 'a', null)], [], now), 'a')).toEqual([]);
  });

  it('keeps a reaction to a message that is not held as a line of its own', () => {
    expect(kinds(rowsOf([reaction('r1', null, '👍'), reaction('r2', 'gone', '👍')], [], now))).toBe(
      'day message message',
    );
  });

  it('shows what a message tells of its reactions, and one of ours on its way over it', () => {
    const told = message('a', at(22), {
      reactions: [
        { emoji: '❤️', by: 'customer', at: at(22, 2) },
        { emoji: '👍', by: 'business', at: at(22, 3) },
      ],
    });
    const late = reaction('r', 'a', '🎉', 'in');
    expect(emojis(rowsOf([told], [], now), 'a')).toEqual(['❤️ customer', '👍 business']);
    expect(emojis(rowsOf([told, late], [], now), 'a')).toEqual(['🎉 customer', '👍 business']);
    const back = notYet({ type: 'reaction', reaction: { message: 'a', emoji: null } });
    expect(emojis(rowsOf([told], [back], now), 'a')).toEqual(['❤️ customer']);
    expect(kinds(rowsOf([told], [back], now))).toBe('day message');
    expect(kinds(rowsOf([told], [{ ...back, state: 'refused' }], now))).toBe('day message unsent');
  });

  it('keeps a reaction of ours that failed out of the message, and in sight', () => {
    const failed = { ...reaction('r', 'a', '👍', 'out'), status: 'failed' as const };
    const rows = rowsOf([message('a', at(22)), failed], [], now);
    expect(emojis(rows, 'a')).toEqual([]);
    expect(kinds(rows)).toBe('day message message');
  });

  it('leaves an edit or a deletion out once its message shows it', () => {
    const change = (type: string) => ({ ...message('e', at(22, 5), { type, target: 'a' }) });
    const edited = message('a', at(22), { edited: { at: at(22, 5), before: 'once' } });
    const deleted = message('a', at(22), { deletedAt: at(22, 5) });
    expect(kinds(rowsOf([edited, change('edit')], [], now))).toBe('day message');
    expect(kinds(rowsOf([deleted, change('revoke')], [], now))).toBe('day message');
    expect(kinds(rowsOf([message('a', at(22)), change('edit')], [], now))).toBe('day message message');
  });

  it('shows what a message answers, or that it is not here', () => {
    const rows = rowsOf(
      [message('a', at(22)), message('b', at(22, 1), { quotes: 'a' }), message('c', at(22, 2), { quotes: null })],
      [],
      now,
    );
    expect(messageRow(rows, 'a')).toMatchObject({ quoted: undefined });
    expect(messageRow(rows, 'b')).toMatchObject({ quoted: { id: 'a', summary: 'body a' } });
    expect(messageRow(rows, 'c')).toMatchObject({ quoted: { id: undefined, summary: 'A message that is not here' } });
  });

  it('ends the line where the number went to somebody else, and begins another', () => {
    const rows = rowsOf(
      [
        message('a', at(22)),
        notice('n', at(22, 1), 'number_in_new_hands'),
        message('b', at(22, 2)),
        notice('m', at(22, 3), 'number_hidden'),
      ],
      [],
      now,
    );
    expect(rows.map(({ line }) => line)).toEqual(['through', 'through', 'ends', 'starts', 'through']);
  });

  it('begins the other line at the heading of a new day', () => {
    const rows = rowsOf([notice('n', at(21), 'number_in_new_hands'), message('b', at(22))], [], now);
    expect(rows.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
      'day through',
      'notice ends',
      'day starts',
      'message through',
    ]);
  });

  it('puts replies not yet sent at the end', () => {
    const unsent = notYet({ type: 'text', text: { body: 'hi' } });
    expect(kinds(rowsOf([message('a', at(22))], [unsent], now))).toBe('day message unsent');
  });
});

describe('arrivedAfter', () => {
  it('counts what came in since, not what went out or was noted', () => {
    const items = [
      message('a', at(22)),
      message('b', at(22, 1)),
      message('c', at(22, 2), { direction: 'out' }),
      notice('n', at(22, 3), 'number_hidden'),
      message('d', at(22, 4)),
    ];
    expect(arrivedAfter(items, 'a')).toBe(2);
    expect(arrivedAfter(items, 'd')).toBe(0);
    expect(arrivedAfter(items, undefined)).toBe(0);
  });
});
