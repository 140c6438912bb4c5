-- Why: what a customer said before somebody resolved the thread waits for no answer any more, though nobody answered it.
alter table conversations add column settled_at timestamptz;
update conversations set settled_at = last_item_at, waiting_since = null where state = 'resolved';
