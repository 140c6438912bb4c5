-- Why: every message writes when its contact was last active, and this index held the same columns as `contact_activity_recent`, which is
-- read backwards just as well: each message wrote both.
drop index contact_activity_oldest;
