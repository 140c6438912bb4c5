// What the inbox room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  inbox: {
    what: 'A webhook as it came. One may speak of several people.',
    columns: {
      ...{ id: 'none', portfolio_id: 'none', waba_id: 'none' },
      body: 'customer:content',
      ...{ received_at: 'none', state: 'none', finished_at: 'none', items: 'none', applied: 'none', repeated: 'none' },
      ...{ kept: 'none', parked: 'none', dropped: 'none', key_id: 'none', replayed: 'none' },
    },
    key: ['id'],
    rows: { walk: 'raw' },
    erase: { replace: { body: 'without what speaks of the person' } },
    export: 'Webhooks as they came',
    outdated: "t.state = 'done' and t.finished_at < :before",
    kept: 'raw',
  },
  lanes: {
    what: 'The right to write a portfolio.',
    columns: { portfolio_id: 'none', relayed: 'none' },
    rows: 'nobody',
    kept: 'queues',
  },
  parked: {
    what: 'A part of a webhook that could not be applied.',
    columns: {
      ...{ id: 'none', portfolio_id: 'none', inbox_id: 'none', waba_id: 'none', field: 'none', reason: 'none' },
      detail: 'customer:content',
      body: 'customer:content',
      ...{ received_at: 'none', parked_at: 'none', state: 'none', replayed_at: 'none', key_id: 'none' },
    },
    key: ['id'],
    rows: { walk: 'parked' },
    erase: 'delete',
    export: 'Webhooks as they came',
    outdated: 't.parked_at < :before',
    kept: 'raw',
  },
  kept: {
    what: 'A part of a webhook nothing acts on yet.',
    columns: {
      ...{ portfolio_id: 'none', event_key: 'pseudonym', topic: 'none', phone_number_id: 'none', at: 'none' },
      value: { $: 'customer:content' },
      key_id: 'none',
    },
    key: ['event_key'],
    rows: { walk: 'kept' },
    erase: 'delete',
    export: 'Webhooks as they came',
    outdated: 't.at < :before',
    kept: 'raw',
  },
  raw_keys: {
    what: 'The key of a day of webhooks as they came. It goes when they have had their time.',
    columns: { id: 'none', waba_id: 'none', day: 'none', kind: 'none', sealed: 'secret', made_at: 'none' },
    rows: 'nobody',
    kept: 'raw',
  },
};
