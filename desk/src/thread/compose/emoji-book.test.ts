import { describe, expect, it } from 'vitest';
import { emojiBook, foundIn, inTone } from './emoji-book.ts';

describe('the emoji', () => {
  it('are found by their names and what else they are called, the best name first', async () => {
    const { emojis, groups } = await emojiBook();
    expect(groups.map(({ name }) => name)).toContain('animals & nature');
    expect(foundIn(emojis, 'thumbs up')[0]?.unicode).toBe('👍️');
    expect(foundIn(emojis, 'bicy').map(({ unicode }) => unicode)).toContain('🚲️');
    expect(foundIn(emojis, 'no emoji is called that')).toEqual([]);
  });

  it('are drawn in the tone that was chosen, where they have one', async () => {
    const { emojis } = await emojiBook();
    const [thumb] = foundIn(emojis, 'thumbs up');
    const [bike] = foundIn(emojis, 'bicycle');
    if (!thumb || !bike) throw new Error('not found');
    expect(inTone(thumb, 3)).toBe('👍🏽');
    expect(inTone(bike, 3)).toBe(bike.unicode);
  });
});
