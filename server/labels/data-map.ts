// What the labels room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

const who = { at: 'none', actor_id: 'pseudonym', actor_name: 'colleague:name' } as const;
const party = { phone: 'customer:phone', bsuid: 'customer:account_id' } as const;
const ofHolder = { where: 't.holder_id = any(:holders)' } as const;
const ofThread = { where: 't.conversation_id = any(:conversations)' } as const;
const withheld = { actor_id: 'The id of a colleague, of use to us alone.' } as const;

export const dataMap: RoomMap = {
  tags: {
    what: 'A tag there is.',
    columns: { id: 'none', name: 'none', color: 'none', archived: 'none', created_at: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
  fields: {
    what: 'A field there is.',
    columns: {
      ...{ id: 'none', subject: 'none', name: 'none', kind: 'none', choices: 'none', required: 'none', place: 'none' },
      ...{ archived: 'none', created_at: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  contact_tags: {
    what: 'A tag on a person.',
    columns: {
      ...{ portfolio_id: 'none', id: 'pseudonym', holder_id: 'pseudonym', tag_id: 'none' },
      ...party,
      ...who,
    },
    key: ['id'],
    rows: ofHolder,
    erase: 'delete',
    export: 'Tags and fields',
    withheld,
    kept: 'identity',
  },
  contact_values: {
    what: 'What a field says of a person.',
    columns: {
      ...{ portfolio_id: 'none', id: 'pseudonym', holder_id: 'pseudonym', field_id: 'none' },
      value: 'customer:note',
      search: 'customer:derived',
      ...party,
      ...who,
    },
    key: ['id'],
    rows: ofHolder,
    erase: 'delete',
    export: 'Tags and fields',
    withheld: { ...withheld, search: 'The value once more, as it is searched.' },
    kept: 'identity',
  },
  conversation_tags: {
    what: 'A tag on a thread.',
    columns: { portfolio_id: 'none', conversation_id: 'pseudonym', tag_id: 'none', ...who },
    key: ['conversation_id', 'tag_id'],
    rows: ofThread,
    erase: 'delete',
    export: 'Tags and fields',
    withheld,
    kept: 'conversations',
  },
  conversation_values: {
    what: 'What a field says of a thread.',
    columns: { portfolio_id: 'none', conversation_id: 'pseudonym', field_id: 'none', value: 'customer:note', ...who },
    key: ['conversation_id', 'field_id'],
    rows: ofThread,
    erase: 'delete',
    export: 'Tags and fields',
    withheld,
    kept: 'conversations',
  },
};
