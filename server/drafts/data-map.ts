// What the drafts room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  drafts: {
    what: 'A reply or a note somebody is writing, and has not sent.',
    columns: {
      portfolio_id: 'none',
      ...{ conversation_id: 'pseudonym', user_id: 'pseudonym', kind: 'none' },
      body: 'customer:content',
      saved_at: 'none',
    },
    key: ['conversation_id', 'user_id', 'kind'],
    rows: { where: 't.conversation_id = any(:conversations)' },
    erase: 'delete',
    export: 'What is being written to you or about you',
    outdated: 't.saved_at < :before',
    withheld: { user_id: 'The id of a colleague, of use to us alone.' },
    kept: 'conversations',
  },
};
