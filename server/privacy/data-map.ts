// What the privacy room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  retention: {
    what: 'How long things are kept.',
    columns: {
      ...{
        portfolio_id: 'none',
        raw_days: 'none',
        parked_days: 'none',
        conversations_days: 'none',
        files_days: 'none',
      },
      ...{ campaigns_days: 'none', inactive_days: 'none', changed_at: 'none', changed_by: 'colleague:name' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  erasing: {
    what: 'An erasure under way: whose rows are still to go. It goes with the last of them.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', began_at: 'none', done: 'none', counts: 'none' },
      subject: {
        $: 'pseudonym',
        '$.bsuids[*]': 'customer:account_id',
        '$.parents[*]': 'customer:account_id',
        '$.phones[*].key': 'customer:phone',
        '$.phones[*].phone': 'customer:phone',
        '$.ownIdentifiers[*]': 'customer:account_id',
        '$.usernames[*]': 'customer:username',
        '$.displayNames[*]': 'customer:name',
      },
    },
    key: ['id'],
    rows: { where: "t.subject -> 'holders' ?| :holders::text[]" },
    erase: { keep: 'Goes by itself when the erasure is done.' },
    export: { leftOut: 'There only while an erasure is under way; all of it is given under its own headings.' },
    kept: 'privacy',
  },
};
