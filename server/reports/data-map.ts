// What the reports room holds: numbers about many. See db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  coverage: {
    what: 'How many people wrote in a day or a week, and what was known of them.',
    columns: {
      ...{ portfolio_id: 'none', grain: 'none', phone_number_id: 'none', starts_on: 'none', time_zone: 'none' },
      ...{ people: 'none', visible: 'none', hidden: 'none', unknown: 'none', usernames: 'none', counted_at: 'none' },
    },
    rows: 'nobody',
    kept: 'counts',
  },
};
