-- Why: how long the log of events and what was delivered of it are kept had no setting.

alter table retention
  -- The log: what feeds and streams can still be asked for, and what was given up can be sent again from. Seven days: an address is tried for three,
  -- and turned off after three.
  add column events_days int not null default 30 check (events_days between 7 and 366),
  -- That a delivery was taken.
  add column deliveries_days int not null default 7 check (deliveries_days between 1 and 90);

-- It had a default, and nothing ever wrote another.
alter table event_logs drop column days;
