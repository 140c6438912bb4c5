// What the exports room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

const asked = { kind: 'none', format: 'none', phone_number_id: 'none', tag_id: 'none', accounts: 'none' } as const;
const made = { created_at: 'none', created_by: 'pseudonym', created_name: 'colleague:name' } as const;

export const dataMap: RoomMap = {
  exports: {
    what: 'A file of data about many people, made for download: what was asked for, where it stands, and the key that opens it.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', ...asked, from_at: 'none', until_at: 'none', phones: 'none' },
      ...{ language: 'none', schedule_id: 'none', state: 'none', problem: 'none', ...made, started_at: 'none' },
      ...{ finished_at: 'none', expires_at: 'none', rows_total: 'none', rows_done: 'none', attempts: 'none' },
      ...{ not_before: 'none', lent_to: 'none', lent_until: 'none', store: 'none', object: 'none', key: 'secret' },
      ...{ size: 'none', downloads: 'none' },
    },
    key: ['id'],
    // Nothing tells who is in a file but the file: whoever is erased may be in each.
    rows: { where: "t.kind <> 'coverage' and t.key is not null" },
    erase: {
      keep: 'Every file goes with its key when the erasure begins; what is left says what was asked for, of nobody.',
    },
    export: { leftOut: 'Files made of what is given under its own headings.' },
    kept: 'queues',
  },
  export_schedules: {
    what: 'A file that is made again and again.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', name: 'none', ...asked, phones: 'none', language: 'none' },
      ...{ last_days: 'none', every: 'none', day: 'none', clock: 'none', zone: 'none', keep: 'none', paused: 'none' },
      ...{ next_at: 'none', ...made },
    },
    rows: 'nobody',
    kept: 'settings',
  },
};
