// What the readiness room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  readiness_runs: {
    what: 'What an audit of another system found: rules, files and lines, kinds of webhooks. Nothing of customers: a probe is of made-up people.',
    columns: {
      ...{
        portfolio_id: 'none',
        id: 'none',
        position: 'none',
        integration: 'none',
        kind: 'none',
        at: 'none',
        created_at: 'none',
      },
      ...{ created_by: 'pseudonym', score: 'none', failing: 'none', looked_at: 'none', found: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
};
