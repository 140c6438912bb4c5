// What the outbound room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  outbound: {
    what: 'A message owed to Meta, or sent not long ago.',
    columns: {
      portfolio_id: 'none',
      ...{ message_id: 'pseudonym', conversation_id: 'pseudonym', phone_number_id: 'none', state: 'none' },
      request: { $: 'customer:content' },
      ...{ not_before: 'none', queued_at: 'none', attempts: 'none', claimed_at: 'none', endpoint: 'none' },
      ...{ priority: 'none', awaits_media: 'pseudonym', seq: 'none', claimed_by: 'none', waits_for: 'none' },
      ...{ refusal: 'none', unresolved: 'none' },
    },
    key: ['message_id'],
    rows: { where: 't.conversation_id = any(:conversations)' },
    erase: 'delete',
    export: 'Messages on their way to you',
    kept: 'queues',
  },
  sending_lanes: {
    what: 'Who sends for a number of ours, and how fast it may.',
    columns: {
      ...{ portfolio_id: 'none', phone_number_id: 'none', holder: 'none', lease_until: 'none', rate: 'none' },
      ...{ ceiling: 'none', used: 'none', in_flight: 'none', renewed_at: 'none', throughput: 'none' },
      ...{
        messaging_tier: 'none',
        messaging_limit: 'none',
        learned_at: 'none',
        paused_until: 'none',
        paused_for: 'none',
      },
      ...{ begun_until: 'none', begun_for: 'none' },
    },
    rows: 'nobody',
    kept: 'queues',
  },
  messaging_uses: {
    what: 'That a business began a conversation with somebody in the last day, by a keyed hash.',
    columns: { portfolio_id: 'none', person: 'pseudonym', at: 'none' },
    key: ['person'],
    // Nothing leads from the hash to a person but their number and our secret; it is gone a day later in any case.
    rows: { where: 'false' },
    erase: { keep: 'A keyed hash that counts against a limit of Meta for a day, and is then deleted.' },
    export: { leftOut: 'A keyed hash, gone within a day.' },
    kept: 'queues',
  },
};
