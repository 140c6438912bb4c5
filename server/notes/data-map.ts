// What the notes room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

const mentions = { $: 'pseudonym', '$[*].kind': 'none', '$[*].name': 'colleague:name' } as const;
const withheld = {
  mentions: 'Whom of our colleagues it calls.',
  author_id: 'The id of a colleague, of use to us alone.',
  words: 'Made from the text, which is given.',
} as const;

export const dataMap: RoomMap = {
  notes: {
    what: 'What colleagues said to one another beside a thread.',
    columns: {
      portfolio_id: 'none',
      ...{ id: 'pseudonym', conversation_id: 'pseudonym', about_id: 'pseudonym', at: 'none', tie: 'pseudonym' },
      text: 'customer:note',
      mentions,
      ...{ author_id: 'pseudonym', author_name: 'colleague:name', edited_at: 'none', deleted_at: 'none' },
      words: 'customer:derived',
    },
    key: ['id'],
    rows: { where: 't.conversation_id = any(:conversations)' },
    erase: 'delete',
    export: 'Notes about you',
    outdated: 't.at < :before',
    withheld,
    kept: 'conversations',
  },
  note_versions: {
    what: 'What a note said before it was edited or deleted.',
    columns: {
      portfolio_id: 'none',
      ...{ note_id: 'pseudonym', number: 'none', text: 'customer:note', mentions, ended_by: 'none', ended_at: 'none' },
    },
    key: ['note_id', 'number'],
    rows: { of: 'notes', by: 'note_id', key: 'id' },
    erase: 'delete',
    export: 'Notes about you',
    withheld: { mentions: withheld.mentions },
    kept: 'conversations',
  },
  note_mentions: {
    what: 'That a note called a colleague.',
    columns: { portfolio_id: 'none', note_id: 'pseudonym', user_id: 'pseudonym', at: 'none', read_at: 'none' },
    key: ['note_id', 'user_id'],
    rows: { of: 'notes', by: 'note_id', key: 'id' },
    erase: 'delete',
    export: { leftOut: 'Says of colleagues whether they have read a note, which is given.' },
    kept: 'conversations',
  },
};
