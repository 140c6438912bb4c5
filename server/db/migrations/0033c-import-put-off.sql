-- Why: a list that cannot be gone on with was tried again at once, for ever, and held up every list after it.

-- `retry_at`: not before. `failures`: since it last went on.
alter table imports add column retry_at timestamptz, add column failures int not null default 0;
