// What the events room holds of people, and what becomes of it: see db/data-map/marks.ts.

import { heldAt, type RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  events: {
    what: 'Something that happened, as other systems are told it.',
    columns: {
      ...{ portfolio_id: 'none', position: 'none', nonce: 'none', type: 'none', synthetic: 'none' },
      ...{ contact_id: 'pseudonym', conversation_id: 'pseudonym', at: 'none' },
      data: {
        $: 'none',
        '$.contact': 'customer:name',
        '$.contact.id': 'pseudonym',
        '$.contact.phone': 'customer:phone',
        '$.contact.username': 'customer:username',
        '$.identifier': 'customer:username',
        '$.message': 'customer:content',
        '$.message.author': 'colleague:name',
        '$.assignee.name': 'colleague:name',
        '$.by.name': 'colleague:name',
      },
      accounts: 'customer:account_id',
    },
    key: ['position'],
    rows: {
      // Also what showed them as part of a contact that went on as somebody else's.
      // Plan: the log of the portfolio is read through, 2.5 s for a million events (600 MB), twice in an erasure. No index, on purpose: one of phones and
      // one of events that have accounts made writing an event a third slower (67 to 88 µs), and reading no faster (3.8 s for 1.4 million), since every
      // tenth event has accounts.
      where: `t.type <> 'contact.erased' and (t.contact_id = any(:contact_ids) or t.conversation_id = any(:conversations)
        or t.accounts && :account_ids or ${heldAt("(t.data #>> '{contact,phone}')", 't.at')})`,
    },
    erase: 'delete',
    export: 'What other systems were told of you',
    kept: 'queues',
  },
  erasure_receipts: {
    what: 'That another system was told to forget somebody, and whether it said that it did.',
    columns: {
      ...{ portfolio_id: 'none', erasure_id: 'none', contact_id: 'pseudonym', consumer_kind: 'none' },
      ...{ consumer_id: 'none', consumer_name: 'none', state: 'none', told_at: 'none', settled_at: 'none' },
    },
    rows: 'nobody',
    kept: 'privacy',
  },
  event_logs: {
    what: 'Up to where what happened is forgotten for other systems.',
    columns: { portfolio_id: 'none', forgotten: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
};
