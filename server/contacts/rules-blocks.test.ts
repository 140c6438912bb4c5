import type { HolderId } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { type BlockWish, blockedOn, blocksOf } from './rules-blocks.ts';

/** "A block done": account, wish, state; in the order of wishing. */
function wishes(...texts: string[]): BlockWish[] {
  return texts.map((text, at) => {
    const [holder, wish, state, number = '1'] = text.split(' ') as [
      string,
      BlockWish['wish'],
      BlockWish['state'],
      string?,
    ];
    const problem = state === 'failed' ? 'no' : null;
    const said = { by: 'Robin', reason: 'insults', problem };
    return { id: String(at), holderId: holder as HolderId, phoneNumberId: number, wish, state, at, ...said };
  });
}

describe('a block', () => {
  it.each([
    [[], [], false],
    [['A block waiting'], ['blocking'], true],
    [['A block done'], ['blocked'], true],
    [['A block failed'], ['failed'], false],
    [['A block done', 'A unblock waiting'], ['unblocking'], true],
    [['A block done', 'A unblock done'], [], false],
    [['A block done', 'A unblock failed'], ['blocked'], true],
    [['A block done', 'A unblock done', 'A block failed'], ['failed'], false],
    [['A block done', 'A block failed'], ['blocked'], true],
    [['A block waiting', 'A unblock waiting'], ['unblocking'], true],
    [['A block waiting', 'A unblock done'], [], false],
    [['A block done', 'B block failed'], ['blocked'], true],
    [['A block failed', 'B block waiting'], ['blocking'], true],
  ])('after %j is %j, and whether one may write: not %s', (texts, states, blocked) => {
    const all = wishes(...texts);
    expect(blocksOf(all).map((one) => one.state)).toEqual(states);
    expect(blockedOn(all).has('1')).toBe(blocked);
    expect(blocksOf(all.toReversed()).map((one) => one.state)).toEqual(states);
  });

  it('is each number’s own, and tells where one of two accounts could not be blocked', () => {
    const states = blocksOf(wishes('A block done 1', 'A block failed 2', 'B block failed 1'));
    expect(states.map(({ phoneNumberId, state, problem }) => [phoneNumberId, state, problem])).toEqual([
      ['1', 'blocked', 'no'],
      ['2', 'failed', 'no'],
    ]);
  });
});
