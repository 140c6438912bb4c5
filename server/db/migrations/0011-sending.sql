-- Why: not every send is an answer. Marketing templates have an endpoint of their own, campaigns must not keep answers waiting,
-- and files of ours must be at Meta before the message that shows them.

alter table outbound
  add column endpoint text not null default 'messages' check (endpoint in ('messages', 'marketing_messages')),
  add column priority smallint not null default 0,
  add column awaits_media uuid[] check (awaits_media <> '{}');
drop index outbound_due;
create index outbound_due on outbound (priority, not_before, queued_at) where state = 'waiting' and awaits_media is null;
create index outbound_media on outbound using gin (awaits_media) where awaits_media is not null;
