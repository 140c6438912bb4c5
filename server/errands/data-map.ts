// What the errands room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  errands: {
    what: 'A call owed to Meta for somebody: marked as read, typing, blocked, taken out of the Contact Book.',
    columns: {
      portfolio_id: 'none',
      ...{
        id: 'pseudonym',
        kind: 'none',
        series: 'none',
        managed: 'none',
        phone_number_id: 'none',
        subject_id: 'pseudonym',
      },
      request: {
        $: 'customer:account_id',
        '$.wamid': 'customer:message_id',
        '$.phone': 'customer:phone',
        '$.actorId': 'pseudonym',
        '$.actorName': 'colleague:name',
        '$.reason': 'customer:note',
      },
      ...{ state: 'none', owed_at: 'none', number: 'none', not_before: 'none', expires_at: 'none', lent_until: 'none' },
      ...{ called_at: 'none', attempts: 'none', done_at: 'none', code: 'none', result: 'none' },
    },
    key: ['id'],
    rows: {
      where: '(t.subject_id = any(:holders) or t.subject_id = any(:conversations) or t.subject_id = any(:contact_ids))',
    },
    erase: 'delete',
    export: 'What we asked of WhatsApp for you',
    kept: 'queues',
  },
};
