-- Why: what is no longer needed is not kept. How long that is differs by what it is, and by the law and the trade of a business.

-- Without a row: the defaults of flows/retention.ts. Null: for as long as nobody asks for it to be erased.
-- room: privacy
create table retention (
  portfolio_id text primary key,
  -- Webhooks as they came. Meta sends again for 7 days.
  raw_days int not null check (raw_days between 8 and 365),
  -- Parts of webhooks that could not be applied, and wait for somebody.
  parked_days int check (parked_days between 8 and 3650),
  conversations_days int check (conversations_days between 30 and 3650),
  files_days int check (files_days between 1 and 3650),
  campaigns_days int check (campaigns_days between 30 and 3650),
  -- A person who was not heard from, and not written to, for so long is erased.
  inactive_days int check (inactive_days between 30 and 3650),
  changed_at timestamptz not null,
  changed_by text not null
);

-- Who has not been heard of for longest.
create index contact_activity_oldest on contact_activity (portfolio_id, last_seen_at);
