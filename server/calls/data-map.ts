// What the calls room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  calls: {
    what: 'A call, theirs or ours.',
    columns: {
      portfolio_id: 'none',
      ...{ id: 'pseudonym', conversation_id: 'pseudonym', phone_number_id: 'none' },
      call_id: 'customer:message_id',
      ...{ direction: 'none', at: 'none', tie: 'pseudonym' },
      phone: 'customer:phone',
      bsuid: 'customer:account_id',
      parent: 'customer:account_id',
      ...{ rang_at: 'none', answered_at: 'none', rejected_at: 'none', ended_at: 'none', completed: 'none' },
      duration_s: 'none',
    },
    key: ['id'],
    rows: { where: 't.conversation_id = any(:conversations)' },
    erase: 'delete',
    export: 'Calls',
    outdated: 't.at < :before',
    kept: 'conversations',
  },
};
