// What the imports room holds of people, and what becomes of it: see db/data-map/marks.ts.

import { heldAt, type RoomMap } from '../db/data-map/marks.ts';

/**
 * Theirs where it was found to be about them, and before that where its number was theirs when the list came. What nobody has looked at yet is theirs
 * where a cell has the last digits of a number of theirs, however it is written.
 */
const theirs = `(t.contact_id = any(:contact_ids) or t.key is not null and exists (
  select from imports i where i.portfolio_id = t.portfolio_id and i.id = t.import_id and ${heldAt('t.key', 'i.created_at')})
  or t.key is null and t.outcome is null and exists (
    select from unnest(t.cells) as cell, unnest(:lease_keys) as held (key)
    where position(right(regexp_replace(held.key, '[^0-9]', '', 'g'), 8) in regexp_replace(cell, '[^0-9]', '', 'g')) > 0))`;

export const dataMap: RoomMap = {
  imports: {
    what: 'A list of people from another system: its columns, and how far it is.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', name: 'none', state: 'none', headers: 'none', mapping: 'none' },
      ...{ runs: 'none', rows: 'none', line: 'none', created_at: 'none', created_by: 'pseudonym' },
      ...{
        created_name: 'colleague:name',
        created_kind: 'none',
        created_role: 'none',
        may_define: 'none',
        ended_at: 'none',
        retry_at: 'none',
        failures: 'none',
      },
    },
    rows: 'nobody',
    kept: 'queues',
  },
  import_rows: {
    what: 'One line of such a list, and what became of it.',
    columns: {
      ...{ portfolio_id: 'none', import_id: 'none', line: 'none', cells: 'customer:content', key: 'customer:phone' },
      ...{ external: 'customer:note', contact_id: 'pseudonym', outcome: 'none', reason: 'none', of_line: 'none' },
      done: 'none',
    },
    key: ['import_id', 'line'],
    rows: { where: theirs },
    erase: 'delete',
    export: 'Lists you were on',
    kept: 'queues',
  },
};
