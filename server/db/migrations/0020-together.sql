-- Why: colleagues talk in a thread without the customer, take ready answers from one shelf, and may take a reply back while it is hot.

-- What colleagues say to one another beside a thread. Never sent to anybody. `about_id` is the message it was written under: should
-- that message turn out to be somebody else's, the note goes along with it.
-- room: notes
create table notes (
  portfolio_id text not null,
  id uuid not null,
  conversation_id uuid not null,
  about_id uuid,
  at timestamptz not null,
  tie text collate "C" not null,
  text text not null,
  -- Whom it calls, as they were named then: [{kind, id, name}].
  mentions jsonb not null default '[]',
  -- A person's id, or a key's.
  author_id text not null,
  author_name text not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (portfolio_id, id)
);
create index notes_of on notes (portfolio_id, conversation_id, at, tie, id);

-- Append-only: what a note said before it was edited or deleted.
-- room: notes
create table note_versions (
  portfolio_id text not null,
  note_id uuid not null,
  number int not null,
  text text not null,
  mentions jsonb not null,
  ended_by text not null check (ended_by in ('edit', 'delete')),
  ended_at timestamptz not null,
  primary key (portfolio_id, note_id, number)
);

-- One row a person called by a note, whether by name or with their team. Stands in the note's thread, wherever that goes.
-- room: notes
create table note_mentions (
  portfolio_id text not null,
  note_id uuid not null,
  user_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (portfolio_id, note_id, user_id)
);
create index note_mentions_of on note_mentions (portfolio_id, user_id, at desc, note_id);
create index note_mentions_unread on note_mentions (portfolio_id, user_id, note_id) where read_at is null;

-- Coordinator-local: people work across portfolios, and so does their shelf of ready answers; no key begins with portfolio_id.
-- room: canned-replies
create table canned_replies (
  id uuid primary key,
  scope text not null check (scope in ('everyone', 'team', 'me')),
  team_id uuid check ((scope = 'team') = (team_id is not null)),
  -- A person's id, or a key's.
  owner_id text check ((scope = 'me') = (owner_id is not null)),
  shortcut text not null check (shortcut = lower(shortcut)),
  title text not null,
  body text not null,
  uses int not null default 0,
  used_at timestamptz,
  changed_by text not null,
  changed_at timestamptz not null
);
-- One shortcut on each shelf: everyone's, a team's, a person's.
create unique index canned_replies_shortcut on canned_replies (scope, coalesce(team_id::text, owner_id, ''), shortcut);

-- Taken back by its author in the seconds before it was to go: never sent, and not shown in the thread.
alter table messages add column undone boolean not null default false;
