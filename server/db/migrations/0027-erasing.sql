-- Why: a person who is to be forgotten is found in threads of others by the cards that show them, and an erasure that is cut off goes on from
-- where it was, though what it was found from is gone.

-- Messages that are cards are rare, and nothing else finds them among all.
create index messages_cards on messages (portfolio_id, id) where type = 'contacts';

-- Erasures under way. `subject` says whose rows are still to go; the row goes with the last of them.
-- room: privacy
create table erasing (
  portfolio_id text not null,
  id uuid not null,
  subject jsonb not null,
  began_at timestamptz not null,
  -- Steps that are done, in their order, and rows erased so far by table.
  done text[] not null default '{}',
  counts jsonb not null default '{}',
  primary key (portfolio_id, id)
);
