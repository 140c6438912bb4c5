import { expect, it } from 'vitest';
import { readChange } from './live.ts';

it('reads the changes it knows, and leaves every other to a newer desk', () => {
  for (const kind of ['conversation', 'contact', 'parked', 'review', 'privacy', 'labels', 'canned_reply'])
    expect(readChange(JSON.stringify({ kind, id: 'x' }))).toEqual({ kind, id: 'x' });
  for (const text of ['{"kind":"weather","id":"x"}', '{"kind":"review"}', 'null', 'not json'])
    expect(readChange(text)).toBeUndefined();
});
