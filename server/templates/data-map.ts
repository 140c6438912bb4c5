// What the templates room holds of people: nobody. See db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  templates: {
    what: 'A template as Meta has it.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', waba_id: 'none', meta_id: 'none', name: 'none', language: 'none' },
      ...{
        category: 'none',
        status: 'none',
        status_since: 'none',
        reason: 'none',
        quality: 'none',
        definition: 'none',
      },
      ...{ words: 'none', observed_at: 'none', heard_at: 'none', status_at: 'none', quality_at: 'none' },
      category_at: 'none',
    },
    rows: 'nobody',
    kept: 'settings',
  },
  template_syncs: {
    what: 'When templates were last listed.',
    columns: {
      ...{ portfolio_id: 'none', waba_id: 'none', state: 'none', wanted_at: 'none', started_at: 'none' },
      ...{ finished_at: 'none', listed: 'none', problem: 'none', failures: 'none' },
    },
    rows: 'nobody',
    kept: 'queues',
  },
};
