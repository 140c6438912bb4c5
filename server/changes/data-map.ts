// What the changes room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  changes: {
    what: 'That a desk should look at something again.',
    columns: {
      ...{
        txid: 'none',
        id: 'none',
        portfolio_id: 'none',
        kind: 'none',
        subject_id: 'pseudonym',
        contact_id: 'pseudonym',
      },
      at: 'none',
    },
    rows: 'nobody',
    kept: 'queues',
  },
};
