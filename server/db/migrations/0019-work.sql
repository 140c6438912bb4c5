-- Why: who works on what, until when, and how long it took. A thread is one line for ever; the work on it comes in episodes.
--
-- For whoever reports on it: everything is in `episodes`, a row for each stretch of work. Time to first reply is first_replied_at - began_at;
-- mean time to a reply is waited_ms / answered; time to resolve is resolved_at - began_at. Those not resolved are what is going on, and
-- how they stand now (open or snoozed, waiting since when, due when) is in their conversation (conversations.episode_id). A target
-- that was missed has its *_breached_at, or is counted in next_breaches. People and teams are ids: access_users and teams know their names.

-- `episode_id`: the stretch of work going on, or the last one; null where nobody ever asked for anything (only we wrote, or it is history).
-- Such a thread is in no queue. `priority`: 0 urgent, 1 high, 2 normal, 3 low. `awaits_agent`: routing wanted somebody and nobody could.
-- `reply_*`, `resolve_*`: the clocks of what was promised. While one runs it has a due time, while it is paused what is left of it.
-- `due_at`: the nearest of both. `breach_at`: the nearest of which no note was taken.
alter table conversations drop constraint conversations_state_check;
alter table conversations add constraint conversations_state_check check (state in ('open', 'snoozed', 'resolved'));
alter table conversations
  add column episode_id uuid,
  add column assignee_id uuid,
  add column team_id uuid,
  add column priority smallint not null default 2 check (priority between 0 and 3),
  add column snoozed_until timestamptz,
  add column awaits_agent boolean not null default false,
  add column reply_for text check (reply_for in ('first_reply', 'next_reply')),
  add column reply_due_at timestamptz,
  add column reply_left_ms bigint,
  add column reply_breached boolean not null default false,
  add column resolve_due_at timestamptz,
  add column resolve_left_ms bigint,
  add column resolve_breached boolean not null default false,
  add column due_at timestamptz generated always as (least(reply_due_at, resolve_due_at)) stored,
  add column breach_at timestamptz generated always as
    (least(case when not reply_breached then reply_due_at end, case when not resolve_breached then resolve_due_at end)) stored,
  add constraint conversations_snoozed check ((state = 'snoozed') = (snoozed_until is not null));

-- One stretch of work: from the customer's first word, or ours, until it is resolved and the time is over in which a word takes it up again.
-- `waited_ms`: how long the customer waited for each of the `answered` replies that ended a wait, together. `routed`: how it came to its
-- first assignee. `first_due_at`: what was promised for the first reply, where something was.
-- room: conversations
create table episodes (
  portfolio_id text not null,
  id uuid not null,
  conversation_id uuid not null,
  phone_number_id text not null,
  began_at timestamptz not null,
  began_by text not null check (began_by in ('customer', 'business')),
  team_id uuid,
  assignee_id uuid,
  routed text not null default 'none' check (routed in ('none', 'last_agent', 'round_robin', 'least_busy')),
  first_due_at timestamptz,
  first_replied_at timestamptz,
  first_replied_by uuid,
  replies int not null default 0,
  answered int not null default 0,
  waited_ms bigint not null default 0,
  resolved_at timestamptz,
  resolved_by uuid,
  reopened int not null default 0,
  first_breached_at timestamptz,
  next_breaches int not null default 0,
  resolve_breached_at timestamptz,
  primary key (portfolio_id, id)
);
create index episodes_of on episodes (portfolio_id, conversation_id, began_at desc);
create index episodes_began on episodes (portfolio_id, began_at desc);
create index episodes_resolved on episodes (portfolio_id, resolved_at desc) where resolved_at is not null;

-- What was done with a thread, for its timeline. `fact`: contract/work.ts; names in it are as they were then.
-- room: conversations
create table work_events (
  portfolio_id text not null,
  id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  tie text collate "C" not null,
  fact jsonb not null,
  primary key (portfolio_id, id)
);
create index work_events_timeline on work_events (portfolio_id, conversation_id, at, tie, id);

-- Coordinator-local: people work across portfolios, and so do their teams.
-- room: teams
create table teams (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default now()
);
create unique index teams_name on teams (lower(name));

-- Coordinator-local, as teams are.
-- room: teams
create table team_members (
  team_id uuid not null references teams (id) on delete cascade,
  user_id uuid not null,
  primary key (team_id, user_id)
);
create index team_members_of on team_members (user_id);

-- Coordinator-local: a person is here or is not, whatever the portfolio. Without a row: available.
-- room: teams
create table availability (
  user_id uuid primary key,
  state text not null check (state in ('available', 'away')),
  since timestamptz not null
);

-- Coordinator-local: an office has its hours, whatever numbers it answers. `week`: seven lists of [from, until] in minutes after midnight,
-- Monday first; until may pass midnight (1,440) into the next day. `holidays`: days as YYYY-MM-DD.
-- room: teams
create table schedules (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  time_zone text not null,
  week jsonb not null,
  holidays jsonb not null default '[]',
  created_at timestamptz not null default now()
);
create unique index schedules_name on schedules (lower(name));

-- How work on a number of ours is handed out, and what is promised there. Without a row: the defaults below.
-- room: teams
create table routing (
  portfolio_id text not null,
  phone_number_id text not null,
  team_id uuid,
  mode text not null default 'manual' check (mode in ('manual', 'round_robin', 'least_busy')),
  cap int check (cap > 0),
  last_agent_first boolean not null default true,
  threading_hours int not null default 72 check (threading_hours between 0 and 72),
  schedule_id uuid,
  first_reply_minutes int check (first_reply_minutes > 0),
  next_reply_minutes int check (next_reply_minutes > 0),
  resolve_minutes int check (resolve_minutes > 0),
  business_hours boolean not null default true,
  primary key (portfolio_id, phone_number_id)
);

-- Whose turn it is: when somebody last got something by round robin. By portfolio, so that two portfolios' lanes never wait for each other.
-- room: teams
create table turns (
  portfolio_id text not null,
  team_id uuid not null,
  user_id uuid not null,
  turn bigint not null,
  primary key (portfolio_id, team_id, user_id)
);

-- What there is already: every thread in which a customer wrote becomes one episode, begun when the thread was.
insert into episodes (portfolio_id, id, conversation_id, phone_number_id, began_at, began_by, first_replied_at, replies, resolved_at)
select c.portfolio_id, gen_random_uuid(), c.id, c.phone_number_id, c.created_at, 'customer',
       (select min(m.at) from messages m where m.portfolio_id = c.portfolio_id and m.conversation_id = c.id and m.direction = 'out'),
       (select count(*) from messages m where m.portfolio_id = c.portfolio_id and m.conversation_id = c.id and m.direction = 'out'),
       case when c.state = 'resolved' then c.last_item_at end
from conversations c where c.last_customer_at is not null;
update conversations c set episode_id = e.id from episodes e where e.portfolio_id = c.portfolio_id and e.conversation_id = c.id;

-- The queues, each of what it lists only: a thread that rests costs those of open ones nothing.
create index conversations_assigned on conversations (portfolio_id, assignee_id, last_item_at desc, id) where state = 'open' and episode_id is not null;
create index conversations_open on conversations (portfolio_id, last_item_at desc, id) where state = 'open' and episode_id is not null;
create index conversations_team on conversations (portfolio_id, team_id, last_item_at desc, id) where state = 'open' and team_id is not null;
create index conversations_waiting on conversations (portfolio_id, waiting_since, id) where state = 'open' and waiting_since is not null;
create index conversations_due on conversations (portfolio_id, due_at, id) where due_at is not null;
create index conversations_breach on conversations (portfolio_id, breach_at) where breach_at is not null;
create index conversations_wakes on conversations (portfolio_id, snoozed_until) where snoozed_until is not null;
create index conversations_resolved on conversations (portfolio_id, last_item_at desc, id) where state = 'resolved';
create index conversations_awaiting on conversations (portfolio_id, waiting_since) where awaits_agent;
