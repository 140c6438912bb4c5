-- Why: how long customers waited is also told in the hours of business, as an office that closes at night counts it.

-- The same times as beside them, counting only while the number's hours of business had it open; around the clock where it has none.
-- Null where nothing was counted: what was answered or resolved before these columns were there.
alter table episodes
  add column first_reply_open_ms bigint,
  add column waited_open_ms bigint,
  add column resolved_open_ms bigint;
update episodes set waited_open_ms = 0 where answered = 0;
