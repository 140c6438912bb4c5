// What the readiness room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  readiness_runs: {
    what: 'What an audit of another system found: rules, files and lines, kinds of webhooks. Nothing of customers: a probe is of made-up people.',
    columns: {
      ...{
        portfolio_id: 'none',
        id: 'none',
        position: 'none',
        integration: 'none',
        kind: 'none',
        at: 'none',
        created_at: 'none',
      },
      ...{ created_by: 'pseudonym', score: 'none', failing: 'none', looked_at: 'none', found: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  canaries: {
    what: 'Whether a made-up customer goes through other systems each day, and when.',
    columns: {
      ...{ portfolio_id: 'none', enabled: 'none', clock: 'none', zone: 'none', feed: 'none', left_out: 'none' },
      due_at: 'none',
    },
    rows: 'nobody',
    kept: 'settings',
  },
  canary_runs: {
    what: 'One time that the made-up customer went through other systems; who asked for it. The latest 30.',
    columns: {
      ...{ portfolio_id: 'none', id: 'none', number: 'none', begun_by: 'pseudonym', begun_name: 'colleague:name' },
      ...{ began_at: 'none', ended_at: 'none', state: 'none', feed: 'none', contact_id: 'none', attempts: 'none' },
      ...{ lent_to: 'none', lent_until: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  canary_consumers: {
    what: 'What another system made of the made-up customer: status codes and times. Nothing of customers.',
    columns: {
      ...{ portfolio_id: 'none', run_id: 'none', consumer_id: 'none', place: 'none', kind: 'none', name: 'none' },
      ...{ mode: 'none', steps: 'none', calls: 'none', skipped: 'none', verdict: 'none', broken_step: 'none' },
      ...{ cause: 'none', answers: 'none', last_answer: 'none', answered_at: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
};
