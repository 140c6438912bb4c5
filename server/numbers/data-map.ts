// What the numbers room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

const who = { actor_id: 'pseudonym', actor_name: 'colleague:name' } as const;

export const dataMap: RoomMap = {
  portfolios: {
    what: 'A business portfolio of ours.',
    columns: { portfolio_id: 'none', name: 'none', created_at: 'none', group_id: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
  wabas: {
    what: 'A WhatsApp Business account of ours.',
    columns: { waba_id: 'none', portfolio_id: 'none' },
    rows: 'nobody',
    kept: 'settings',
  },
  business_numbers: {
    what: 'A number of ours.',
    columns: {
      ...{ portfolio_id: 'none', phone_number_id: 'none', waba_id: 'none', display_phone: 'none', name: 'none' },
      created_at: 'none',
    },
    rows: 'nobody',
    kept: 'settings',
  },
  policies: {
    what: 'How readily people are taken for one person, as somebody chose it.',
    columns: {
      ...{ portfolio_id: 'none', number: 'none', chosen_at: 'none', adoption_limit_days: 'none', strict: 'none' },
      ...{ join_on_shared_number: 'none', across_portfolios: 'none', read_receipts: 'none' },
      ...who,
    },
    rows: 'nobody',
    kept: 'settings',
  },
  contact_book_settings: {
    what: "What somebody said of Meta's Contact Book.",
    columns: { portfolio_id: 'none', number: 'none', setting: 'none', chosen_at: 'none', ...who },
    rows: 'nobody',
    kept: 'settings',
  },
  contact_book_counts: {
    what: 'How many people are known by what.',
    columns: { portfolio_id: 'none', counted_at: 'none', counts: 'none' },
    rows: 'nobody',
    kept: 'counts',
  },
};
