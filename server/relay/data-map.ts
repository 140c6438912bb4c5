// What the relay room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  relay_integrations: {
    what: "Another system that speaks Meta's own format: what it is given in the place of numbers, and with what it calls.",
    columns: {
      ...{ portfolio_id: 'none', id: 'none', mode: 'none', numbers: 'none', fields: 'none', token_hash: 'secret' },
      ...{ token_prefix: 'secret', last_call_at: 'none', verified_at: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  relay_log: {
    what: 'That a webhook is to be told to such systems: which, not what it says.',
    columns: { portfolio_id: 'none', position: 'none', inbox_id: 'none', message_id: 'pseudonym', at: 'none' },
    rows: 'nobody',
    kept: 'queues',
  },
  relay_aliases: {
    what: 'A number no network can dial, by which such systems know one person. It is never given to another, so the row stays when the person is gone.',
    columns: { portfolio_id: 'none', alias: 'pseudonym', contact_id: 'pseudonym', created_at: 'none' },
    rows: 'nobody',
    kept: 'identity',
  },
  relay_sends: {
    what: 'Which messages such a system sent, and what it wants to hear back with their statuses.',
    columns: {
      ...{ portfolio_id: 'none', message_id: 'pseudonym', integration_id: 'none', callback_data: 'customer:content' },
      ...{ late: 'none', at: 'none' },
    },
    key: ['message_id'],
    rows: { of: 'messages', by: 'message_id', key: 'id' },
    erase: 'delete',
    export: 'Messages',
    kept: 'conversations',
  },
};
