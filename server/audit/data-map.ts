// What the audit room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  audit_entries: {
    what: 'Who did what, when, from where. Of customers it knows ids of ours alone.',
    columns: {
      ...{ number: 'none', at: 'none', act: 'none', actor_kind: 'none', actor_id: 'pseudonym' },
      ...{ actor_name: 'colleague:name', actor_role: 'none', address: 'colleague:address', subject_kind: 'none' },
      ...{ subject_id: 'pseudonym', subject_name: 'colleague:name', portfolio_id: 'none' },
      // Codes, ids, counts and names of our own things: contract/audit-acts.ts, which is closed.
      detail: 'pseudonym',
    },
    key: ['number'],
    rows: { where: 't.subject_id = any(:contact_ids::text[]) or t.subject_id = any(:conversations::text[])' },
    erase: { keep: 'What was done stays on record. The id it was done to leads to nobody any more.' },
    export: 'What was done with your data',
    withheld: {
      actor_id: 'The id of a colleague, of use to us alone.',
      actor_name: 'A colleague; who may see it is named by role.',
      address: 'Where a colleague worked.',
    },
    kept: 'audit',
  },
};
