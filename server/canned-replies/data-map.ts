// What the canned-replies room holds of people who work here: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  canned_replies: {
    what: 'A ready answer.',
    columns: {
      ...{ id: 'none', scope: 'none', team_id: 'none', owner_id: 'pseudonym', shortcut: 'none', title: 'none' },
      ...{ body: 'none', uses: 'none', used_at: 'none', changed_by: 'colleague:name', changed_at: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
};
