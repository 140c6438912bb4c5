// What the teams room holds of people who work here: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  teams: {
    what: 'A team.',
    columns: { id: 'none', name: 'none', created_at: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
  team_members: {
    what: 'Who is in which team.',
    columns: { team_id: 'none', user_id: 'pseudonym' },
    rows: 'nobody',
    kept: 'access',
  },
  availability: {
    what: 'Whether somebody takes work now.',
    columns: { user_id: 'pseudonym', state: 'none', since: 'none' },
    rows: 'nobody',
    kept: 'access',
  },
  schedules: {
    what: 'When an office is open.',
    columns: { id: 'none', name: 'none', time_zone: 'none', week: 'none', holidays: 'none', created_at: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
  routing: {
    what: 'How work on a number is handed out, and what is promised there.',
    columns: {
      ...{ portfolio_id: 'none', phone_number_id: 'none', team_id: 'none', mode: 'none', cap: 'none' },
      ...{ last_agent_first: 'none', threading_hours: 'none', schedule_id: 'none', first_reply_minutes: 'none' },
      ...{ next_reply_minutes: 'none', resolve_minutes: 'none', business_hours: 'none' },
    },
    rows: 'nobody',
    kept: 'settings',
  },
  turns: {
    what: 'Whose turn it is.',
    columns: { portfolio_id: 'none', team_id: 'none', user_id: 'pseudonym', turn: 'none' },
    rows: 'nobody',
    kept: 'access',
  },
};
