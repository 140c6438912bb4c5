// What the privacy room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  retention: {
    what: 'How long things are kept.',
    columns: {
      ...{
        portfolio_id: 'none',
        raw_days: 'none',
        parked_days: 'none',
        conversations_days: 'none',
        files_days: 'none',
      },
      ...{
        campaigns_days: 'none',
        events_days: 'none',
        deliveries_days: 'none',
        inactive_days: 'none',
        changed_at: 'none',
        changed_by: 'colleague:name',
      },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  erasing: {
    what: 'An erasure under way: whose rows are still to go. It goes with the last of them.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', began_at: 'none', done: 'none', counts: 'none' },
      subject: {
        $: 'pseudonym',
        '$.bsuids[*]': 'customer:account_id',
        '$.parents[*]': 'customer:account_id',
        '$.phones[*].key': 'customer:phone',
        '$.phones[*].phone': 'customer:phone',
        '$.ownIdentifiers[*]': 'customer:account_id',
        '$.usernames[*]': 'customer:username',
        '$.displayNames[*]': 'customer:name',
      },
    },
    key: ['id'],
    rows: { where: "t.subject -> 'holders' ?| :holders::text[]" },
    erase: { keep: 'Goes by itself when the erasure is done.' },
    export: { leftOut: 'There only while an erasure is under way; all of it is given under its own headings.' },
    kept: 'privacy',
  },
  privacy_requests: {
    what: 'What somebody asked for about their own data, and what became of it.',
    columns: {
      ...{ portfolio_id: 'none', id: 'pseudonym', kind: 'none', law: 'none', state: 'none' },
      ...{ contact_id: 'pseudonym', account_ids: 'pseudonym', received_at: 'none', confirm_by: 'none' },
      ...{ confirmed_at: 'none', due_at: 'none', extended: 'none', recorded_by: 'pseudonym', run_by: 'pseudonym' },
      ...{ approved_by: 'pseudonym', proof: 'none', proven_at: 'none', refusal: 'none', note: 'customer:note' },
      ...{ refusal_note: 'customer:note', held: 'none', hold_note: 'customer:note', reminded: 'none' },
      ...{ state_at: 'none', ended_at: 'none', archive_until: 'none', progress: 'pseudonym', certificate: 'pseudonym' },
      corrections: {
        $: 'pseudonym',
        '$[*].name': 'customer:name',
        '$[*].value': 'customer:note',
      },
      ...{ language: 'none', download: 'none' },
    },
    key: ['id'],
    rows: { where: 't.contact_id = any(:contact_ids) or t.account_ids && :contact_ids' },
    erase: {
      keep: 'The law wants records for 24 months. They name nobody; what was written in them goes with the certificate.',
    },
    export: 'What you asked for',
    withheld: {
      recorded_by: 'The id of a colleague, of use to us alone.',
      run_by: 'The id of a colleague, of use to us alone.',
      approved_by: 'The id of a colleague, of use to us alone.',
    },
    kept: 'privacy',
  },
  privacy_codes: {
    what: 'A code sent to somebody to prove who they are, as a keyed hash, for a quarter of an hour.',
    columns: {
      ...{ portfolio_id: 'none', request_id: 'pseudonym', hash: 'pseudonym', sent_at: 'none', expires_at: 'none' },
      ...{ attempts: 'none', message_id: 'pseudonym' },
    },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_acts: {
    what: 'What was done about requests, in a chain. Ids of ours, codes and counts.',
    columns: {
      ...{ portfolio_id: 'none', number: 'none', at: 'none', act: 'none', request_id: 'pseudonym' },
      ...{ actor_kind: 'none', actor_id: 'pseudonym', actor_role: 'none', detail: 'none', hash: 'pseudonym' },
    },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_chain_ends: {
    what: 'Where the chain of acts ends.',
    columns: { portfolio_id: 'none', number: 'none', hash: 'pseudonym' },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_erasures: {
    what: 'That somebody was erased, and when. Not who.',
    columns: { portfolio_id: 'none', id: 'pseudonym', erased_at: 'none', expires_at: 'none' },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_ledger: {
    what: 'Which ledger of erasures goes with this database.',
    columns: { is_one: 'none', id: 'none' },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_marks: {
    what: 'A keyed hash of what somebody erased was known by: nothing older comes back.',
    columns: { portfolio_id: 'none', mark: 'pseudonym', from_at: 'none', until_at: 'none', expires_at: 'none' },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_erased_ids: {
    what: 'An id of ours that led to somebody erased.',
    columns: { portfolio_id: 'none', id: 'pseudonym', erased_at: 'none' },
    rows: 'nobody',
    kept: 'privacy',
  },
  privacy_dropped: {
    what: 'How much came late about people erased, by day.',
    columns: { portfolio_id: 'none', day: 'none', items: 'none' },
    rows: 'nobody',
    kept: 'counts',
  },
  privacy_settings: {
    what: 'Which law, and whether a second pair of eyes is needed.',
    columns: { portfolio_id: 'none', four_eyes: 'none', law: 'none', changed_at: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
};
