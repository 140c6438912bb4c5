-- Why: what somebody has typed and not sent goes with them to another browser.

-- One reply and one note of a person in a thread. Gone when it is sent, emptied, or old. Nobody else ever sees it.
-- room: drafts
create table drafts (
  portfolio_id text not null,
  conversation_id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('reply', 'note')),
  body text not null check (body <> ''),
  saved_at timestamptz not null,
  primary key (portfolio_id, conversation_id, user_id, kind)
);
create index drafts_old on drafts (saved_at);
