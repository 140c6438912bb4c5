// The table of db itself.

import type { RoomMap } from './marks.ts';

export const dataMap: RoomMap = {
  migrations: {
    what: 'Which migrations have run.',
    columns: { name: 'none', hash: 'none', applied_at: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
};
