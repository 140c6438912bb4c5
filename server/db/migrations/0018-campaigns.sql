-- Why: one template to many people. What is to be sent, to whom, and what became of each.

-- One file at a time is a campaign's; the one being uploaded stands beside it until it is whole, so that a cut upload changes nothing.
-- `checked_line` and `fed_line`: how far the rows were looked at and handed to the sender; both are only shortcuts, what counts stands
-- in each row. `paced_until`: up to when what was handed over uses up the pace.
-- room: campaigns
create table campaigns (
  portfolio_id text not null,
  id uuid not null,
  name text not null,
  state text not null default 'draft'
    check (state in ('draft', 'checking', 'ready', 'scheduled', 'running', 'paused', 'done', 'cancelled')),
  phone_number_id text not null,
  template_name text,
  template_language text,
  audience jsonb,
  file jsonb,
  upload uuid,
  rows int not null default 0,
  mapping jsonb,
  schedule_at text,
  schedule_zone text,
  starts_at timestamptz,
  pace_per_minute int check (pace_per_minute > 0),
  paced_until timestamptz,
  listed boolean not null default false,
  list_cursor uuid,
  checked_line int not null default 0,
  fed_line int not null default 0,
  problem text,
  created_by text not null,
  created_at timestamptz not null,
  checked_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  told_at timestamptz,
  primary key (portfolio_id, id)
);
create index campaigns_recent on campaigns (portfolio_id, created_at desc, id);
-- What the jobs look for, over all portfolios.
create index campaigns_at_work on campaigns (state) where state in ('checking', 'scheduled', 'running');
create index campaigns_finished on campaigns (finished_at) where finished_at is not null;

-- Uploads that are under way, taken over, or to be swept.
-- room: campaigns
create table campaign_uploads (
  portfolio_id text not null,
  id uuid not null,
  campaign_id uuid not null,
  touched_at timestamptz not null default now(),
  primary key (portfolio_id, id)
);
create index campaign_uploads_of on campaign_uploads (portfolio_id, campaign_id);

-- One line of a file, or one contact: raw as it came, what it was read as, and what became of it. `stage` is ours (waiting, queued:
-- owed by the sender, handed: out of the sender's queue); how it went from there is the message's status, joined when asked for.
-- Room on the page: a row is written four times, and its cells are most of it.
-- room: campaigns
create table campaign_rows (
  portfolio_id text not null,
  upload_id uuid not null,
  line int not null,
  campaign_id uuid not null,
  cells text[] not null,
  phone text,
  key text collate "C",
  name text,
  holder_id uuid,
  contact_id uuid,
  reach text,
  why text,
  duplicate_of int,
  stage text not null default 'waiting' check (stage in ('waiting', 'queued', 'handed')),
  message_id uuid,
  sent_at timestamptz,
  primary key (portfolio_id, upload_id, line)
) with (fillfactor = 70);
create unique index campaign_rows_message on campaign_rows (portfolio_id, message_id) where message_id is not null;
create index campaign_rows_queued on campaign_rows (portfolio_id, upload_id) where stage = 'queued';
-- Whom this campaign has written to: nobody twice, also where two people were found to be one meanwhile.
create index campaign_rows_written on campaign_rows (portfolio_id, upload_id, contact_id) where stage <> 'waiting';

-- What the counts were when somebody last looked: lists show these, and a campaign's own page counts anew.
-- room: campaigns
create table campaign_results (
  portfolio_id text not null,
  campaign_id uuid not null,
  counted_at timestamptz not null,
  groups jsonb not null,
  replies int not null,
  primary key (portfolio_id, campaign_id)
);

-- What a portfolio chose about campaigns; without a row: accounts without a number are refused, the plain endpoint is used.
-- room: campaigns
create table campaign_settings (
  portfolio_id text primary key,
  account_only text not null check (account_only in ('refuse', 'send')),
  endpoint text not null check (endpoint in ('messages', 'marketing_messages')),
  changed_by text not null,
  changed_at timestamptz not null
);
