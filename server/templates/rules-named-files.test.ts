import { expect, it } from 'vitest';
import { filesNamed } from './rules-named-files.ts';

const ours = '0b5c1f52-6a2e-4f0e-9d41-3b1f2c9a7e10';
const header = (id: string) => ({ type: 'header', parameters: [{ type: 'image', image: { id } }] });

it('finds files of ours in the components of a template, wherever they stand, and leaves Meta’s alone', () => {
  const carousel = { type: 'carousel', cards: [{ card_index: 0, components: [header(ours)] }] };
  const body = { type: 'body', parameters: [{ type: 'text', text: ours }] };
  expect(filesNamed([header('1013859600285441'), body, carousel])).toEqual([
    {
      slot: 'components',
      id: ours,
      kind: 'image',
      path: [2, 'cards', 0, 'components', 0, 'parameters', 0, 'image', 'id'],
    },
  ]);
});
