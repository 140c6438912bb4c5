// What the asks room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  number_requests: {
    what: 'That a person was asked for their number, and what they answered.',
    columns: {
      portfolio_id: 'none',
      ...{ id: 'pseudonym', conversation_id: 'pseudonym', message_id: 'pseudonym', state: 'none', via: 'none' },
      ...{ asked_by: 'colleague:name', asked_at: 'none', expires_at: 'none', answered_at: 'none' },
      phone: 'customer:phone',
    },
    key: ['id'],
    rows: { where: 't.conversation_id = any(:conversations)' },
    erase: 'delete',
    export: 'When we asked for your number',
    outdated: 't.asked_at < :before',
    kept: 'conversations',
  },
};
