import { describe, expect, it } from 'vitest';
import { advance, type MessageStatus } from './rules-status.ts';

const all: MessageStatus[] = ['queued', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

describe('a status', () => {
  it.each<[MessageStatus, MessageStatus, MessageStatus]>([
    ['queued', 'accepted', 'accepted'],
    ['queued', 'unknown', 'unknown'],
    ['queued', 'delivered', 'delivered'],
    ['unknown', 'accepted', 'accepted'],
    ['unknown', 'failed', 'failed'],
    ['accepted', 'unknown', 'accepted'],
    ['sent', 'accepted', 'sent'],
    ['sent', 'failed', 'failed'],
    ['failed', 'sent', 'failed'],
    ['failed', 'delivered', 'delivered'],
    ['delivered', 'failed', 'delivered'],
    ['delivered', 'sent', 'delivered'],
    ['delivered', 'read', 'read'],
    ['read', 'delivered', 'read'],
    ['read', 'played', 'played'],
    ['played', 'read', 'played'],
  ])('%s, then word of %s: %s', (current, next, after) => {
    expect(advance(current, next)).toBe(after);
  });

  it('never moves back, and hearing it again changes nothing', () => {
    for (const current of all)
      for (const next of all) {
        const after = advance(current, next);
        expect(advance(after, current)).toBe(after);
        expect(advance(after, next)).toBe(after);
      }
  });

  it('ends the same whatever the order of the words', () => {
    const last = (words: MessageStatus[]) => words.reduce(advance, 'queued');
    for (const a of all) for (const b of all) for (const c of all) expect(last([a, b, c])).toBe(last([c, a, b]));
  });
});
