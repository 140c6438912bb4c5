-- Why: word about a message nobody sent here is shown to supervisors after a while, with the business number it came to.
alter table early_statuses add column phone_number_id text;
-- The list, newest first, and the count of those that have waited too long.
create index early_statuses_age on early_statuses (portfolio_id, received_at, event_key);
