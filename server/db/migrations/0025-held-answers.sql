-- Why: a reply taken back in the seconds its author left for it also leaves no trace in the work on its thread.

-- How the work stood before a reply that is held, and as the reply left it. Gone when the reply is taken back, or soon after it went.
-- room: conversations
create table held_answers (
  portfolio_id text not null,
  message_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  held_at timestamptz not null default now(),
  primary key (portfolio_id, message_id)
);
