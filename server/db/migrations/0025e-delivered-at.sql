-- Why: a campaign's results are shown over time, and a message that is read no longer told when it had arrived.

-- When it arrived, where WhatsApp said so before it said that it was read.
alter table messages add column delivered_at timestamptz;
