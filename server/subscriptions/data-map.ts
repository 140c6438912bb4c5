// What the subscriptions room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  subscriptions: {
    what: 'An address of another system that is told what happens.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', name: 'none', url: 'secret', types: 'none', accounts: 'none' },
      ...{ state: 'none', secret: 'secret', previous_secret: 'secret', previous_until: 'none', position: 'none' },
      ...{ created_at: 'none', created_by: 'pseudonym', failures: 'none', failing_since: 'none', rest_until: 'none' },
      ...{ last_failure: 'none', last_success_at: 'none', disabled_at: 'none', lent_to: 'none', lent_until: 'none' },
      purpose: 'none',
    },
    rows: 'nobody',
    kept: 'settings',
  },
  deliveries: {
    what: 'That something is to be told to an address, or was: which event, not what it says.',
    columns: {
      ...{ portfolio_id: 'none', subscription_id: 'none', id: 'none', position: 'none', event_id: 'none' },
      ...{ type: 'none', lane: 'pseudonym', state: 'none', attempts: 'none', first_tried_at: 'none' },
      ...{ tried_at: 'none', failure: 'none', status: 'none', took_ms: 'none', replayed: 'none', created_at: 'none' },
      // Which places were written anew and why; never what stands there.
      rewrites: 'none',
    },
    rows: 'nobody',
    kept: 'queues',
  },
  delivery_lanes: {
    what: 'How much of one contact waits to be told to an address, and from when on.',
    columns: { portfolio_id: 'none', subscription_id: 'none', lane: 'pseudonym', waiting: 'none', due_at: 'none' },
    rows: 'nobody',
    kept: 'queues',
  },
};
