import { describe, expect, it } from 'vitest';
import { type Mark, markedBy } from './rules-marks.ts';

const mark = (fields: Partial<Mark>): Mark => ({
  type: 'reaction',
  direction: 'in',
  at: 1_000,
  tie: 'a',
  emoji: null,
  body: null,
  status: 'received',
  ...fields,
});
const heart = mark({ emoji: '❤️' });
const ours = mark({ emoji: '👍', direction: 'out', status: 'sent' });

describe('what was done to a message', () => {
  it('is nothing where nothing was', () => {
    expect(markedBy('in', [])).toEqual({ reactions: [], edited: null, deletedAt: null });
  });

  it('holds one reaction of each side, the last one, whatever order they came in', () => {
    const later = mark({ emoji: '😂', at: 2_000 });
    for (const marks of [
      [heart, later, ours],
      [ours, later, heart],
    ])
      expect(markedBy('out', marks).reactions).toEqual([
        { emoji: '😂', by: 'customer', at: 2_000 },
        { emoji: '👍', by: 'business', at: 1_000 },
      ]);
  });

  it('holds none that was taken back, and the next one again', () => {
    const back = mark({ at: 2_000 });
    expect(markedBy('out', [back, heart]).reactions).toEqual([]);
    expect(markedBy('out', [back, heart, mark({ emoji: '🎉', at: 3_000 })]).reactions).toMatchObject([{ emoji: '🎉' }]);
  });

  it('goes by the tie within a second', () => {
    expect(markedBy('out', [mark({ tie: 'b' }), heart]).reactions).toEqual([]);
    expect(markedBy('out', [mark({ tie: '0' }), heart]).reactions).toMatchObject([{ emoji: '❤️' }]);
  });

  it.each(['failed', 'cancelled'])('holds none of ours that is %s; the one before stands', (status) => {
    const gone = mark({ emoji: '🎉', direction: 'out', at: 2_000, status });
    expect(markedBy('in', [ours, gone]).reactions).toMatchObject([{ emoji: '👍' }]);
  });

  it('holds the last edit that tells its words', () => {
    const edits = [
      mark({ type: 'edit', body: 'second', at: 3_000 }),
      mark({ type: 'edit', body: 'first', at: 2_000 }),
      mark({ type: 'edit', at: 4_000 }),
    ];
    expect(markedBy('in', edits).edited).toEqual({ at: 3_000, body: 'second' });
  });

  it('lets nobody change or delete what another wrote', () => {
    const others = [mark({ type: 'edit', body: 'forged' }), mark({ type: 'revoke' })];
    expect(markedBy('out', others)).toEqual({ reactions: [], edited: null, deletedAt: null });
    expect(markedBy('in', others)).toMatchObject({ edited: { body: 'forged' }, deletedAt: 1_000 });
  });
});
