// What the campaigns room holds of people, and what becomes of it: see db/data-map/marks.ts.

import { heldAt, type RoomMap } from '../db/data-map/marks.ts';

/**
 * A row is theirs where it was found to be, and before that where its number was theirs when the file was made into rows. Nothing finds a
 * row by its number but reading all of them; it is done once for a person.
 */
const theirs = `(t.holder_id = any(:holders) or t.contact_id = any(:contact_ids) or t.key is not null
  and exists (select from campaigns c where c.portfolio_id = t.portfolio_id and c.id = t.campaign_id
              and ${heldAt('t.key', 'coalesce(t.sent_at, c.checked_at, c.created_at)')}))`;

/** A filter that looks for just them: by a whole word of it. */
const looksForThem = `exists (select from unnest(:words) as word
  where position(' ' || word || ' ' in ' ' || translate(lower(t.audience #>> '{filter,q}'), '@+', '  ') || ' ') > 0)`;

export const dataMap: RoomMap = {
  campaigns: {
    what: 'One template to many people.',
    columns: {
      portfolio_id: 'none',
      ...{ id: 'none', name: 'none', state: 'none', phone_number_id: 'none', template_name: 'none' },
      template_language: 'none',
      audience: { $: 'none', '$.filter.q': 'customer:derived' },
      file: { $: 'none', '$.columns[*].samples[*]': 'customer:content' },
      ...{
        upload: 'none',
        rows: 'none',
        mapping: 'none',
        schedule_at: 'none',
        schedule_zone: 'none',
        starts_at: 'none',
      },
      ...{
        pace_per_minute: 'none',
        paced_until: 'none',
        listed: 'none',
        list_cursor: 'pseudonym',
        checked_line: 'none',
      },
      ...{ fed_line: 'none', problem: 'none', created_by: 'colleague:name', created_at: 'none', checked_at: 'none' },
      ...{ started_at: 'none', finished_at: 'none', told_at: 'none' },
    },
    key: ['id'],
    rows: {
      where: `(${looksForThem}
        or exists (select from campaign_rows r where r.portfolio_id = t.portfolio_id and r.campaign_id = t.id
                   and (r.holder_id = any(:holders) or r.contact_id = any(:contact_ids) or r.key = any(:lease_keys)))
           and jsonb_path_exists(t.file, '$.columns[*].samples[*]'))`,
    },
    erase: {
      replace: {
        // A filter for one person is answered by nobody from now on, instead of by everybody.
        audience: `case when t.audience #>> '{filter,q}' is null then t.audience
          when ${looksForThem}
          then jsonb_set(t.audience, '{filter,q}', '"(erased)"') else t.audience end`,
        file: `case when t.file is null then null else jsonb_set(t.file, '{columns}',
          (select coalesce(jsonb_agg(c || '{"samples": []}'), '[]') from jsonb_array_elements(t.file -> 'columns') as c)) end`,
      },
    },
    export: { leftOut: 'Samples of the rows of a file; the rows about you are given.' },
    kept: 'campaigns',
  },
  campaign_uploads: {
    what: 'An upload of a file under way.',
    columns: { portfolio_id: 'none', id: 'none', campaign_id: 'none', touched_at: 'none' },
    rows: 'nobody',
    kept: 'queues',
  },
  campaign_rows: {
    what: 'One line of a campaign: who was to be written to, and what became of it.',
    columns: {
      portfolio_id: 'none',
      ...{ upload_id: 'none', line: 'none', campaign_id: 'none' },
      cells: 'customer:content',
      phone: 'customer:phone',
      key: 'customer:phone',
      name: 'customer:name',
      ...{ holder_id: 'pseudonym', contact_id: 'pseudonym', reach: 'none', why: 'none', duplicate_of: 'none' },
      ...{ stage: 'none', message_id: 'pseudonym', sent_at: 'none' },
    },
    key: ['upload_id', 'line'],
    rows: { where: theirs },
    erase: 'delete',
    export: 'Campaigns that wrote to you',
    outdated:
      'exists (select from campaigns c where c.portfolio_id = t.portfolio_id and c.id = t.campaign_id and c.finished_at < :before)',
    kept: 'campaigns',
  },
  campaign_results: {
    what: 'What the counts of a campaign were.',
    columns: { portfolio_id: 'none', campaign_id: 'none', counted_at: 'none', groups: 'none', replies: 'none' },
    rows: 'nobody',
    kept: 'counts',
  },
  campaign_settings: {
    what: 'What a portfolio chose about campaigns.',
    columns: {
      ...{
        portfolio_id: 'none',
        account_only: 'none',
        endpoint: 'none',
        changed_by: 'colleague:name',
        changed_at: 'none',
      },
    },
    rows: 'nobody',
    kept: 'settings',
  },
};
