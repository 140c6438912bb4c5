-- Why: a reaction, an edit, a deletion and a quote name another message, and WhatsApp may call one message by two ids: one made with
-- the phone in it, one with the account. Both end in the same random part, which is what they are matched by within a thread.

-- Meta documents nothing about the inside of a message id; decoded samples are base64 of `.. 18 <length> <hex digits> 00`. What does
-- not look so is its own key, so a change at Meta loses only the matching of two ids for one message.
create function message_key(wamid text) returns text language plpgsql immutable strict parallel safe as $$
declare
  tail text[];
begin
  if wamid !~ '^wamid\.(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$' then
    return wamid;
  end if;
  tail := regexp_match(encode(decode(substr(wamid, 7), 'base64'), 'hex'), '18([0-9a-f]{2})((?:3[0-9]|4[1-6]|6[1-6])+)00$');
  if tail is null or length(tail[2]) < 32 or get_byte(decode(tail[1], 'hex'), 0) * 2 <> length(tail[2]) then
    return wamid;
  end if;
  return tail[2];
end $$;

create index messages_key on messages (portfolio_id, conversation_id, message_key(wamid)) where wamid is not null;
create index messages_about on messages (portfolio_id, conversation_id, message_key(target_wamid)) where target_wamid is not null;

-- WhatsApp took the template and keeps it back until it has judged its quality.
alter table messages add column held boolean not null default false;

-- Whether customers see that their message was read.
alter table policies add column read_receipts boolean not null default true;
