-- Why: charts of whom one still knows by number, over months, without counting all messages at every look.

-- How many people wrote in a day or a week, and what was known of them; phone_number_id '' stands for all numbers together, since who
-- wrote to two of them is one person. Days are those of `time_zone`. A row is counted again until a day after its period is over.
-- room: reports
create table coverage (
  portfolio_id text not null,
  grain text not null check (grain in ('day', 'week')),
  phone_number_id text not null,
  starts_on date not null,
  time_zone text not null,
  people int not null,
  visible int not null,
  hidden int not null,
  unknown int not null,
  usernames int not null,
  counted_at timestamptz not null,
  primary key (portfolio_id, grain, phone_number_id, starts_on),
  check (people = visible + hidden + unknown)
);

-- What was written in a day, without reading what was written in all others. Messages lie in the table about in the order they came, so a
-- summary of each stretch of pages does: some kilobytes, and nothing to write for most messages, where a tree would take 40 bytes each.
create index messages_written on messages using brin (portfolio_id, at) with (pages_per_range = 32, autosummarize = on);
