-- Why: what people note of a person or a thread beyond what WhatsApp says: tags, and fields of their own; and what was written is found by its words.

-- Coordinator-local: a tag means the same in every portfolio, since one list shows threads of several.
-- room: labels
create table tags (
  id uuid primary key,
  name text not null,
  color text not null,
  archived boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index tags_name on tags (lower(name)) where not archived;

-- Coordinator-local, for the same reason. Choices are `[{id, label, archived}]`: what was chosen keeps its meaning when the list changes.
-- room: labels
create table fields (
  id uuid primary key,
  subject text not null check (subject in ('contact', 'conversation')),
  name text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices jsonb not null default '[]',
  required boolean not null default false,
  place int not null,
  archived boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index fields_name on fields (subject, lower(name)) where not archived;

-- On an account, with the identifiers it had at that moment, so that it goes where they go. The same tag may stand on an account twice
-- after two turned out to be one; readers do not mind, and nothing has to be thrown away.
-- room: labels
create table contact_tags (
  portfolio_id text not null,
  id uuid not null,
  holder_id uuid not null,
  tag_id uuid not null,
  at timestamptz not null,
  phone text,
  bsuid text,
  actor_id text not null,
  actor_name text not null,
  primary key (portfolio_id, id)
);
create index contact_tags_of on contact_tags (portfolio_id, holder_id);
create index contact_tags_with on contact_tags (portfolio_id, tag_id, holder_id);

-- The same. Of several values of one field the newest counts. `search`: what it is found by, see folding.ts.
-- room: labels
create table contact_values (
  portfolio_id text not null,
  id uuid not null,
  holder_id uuid not null,
  field_id uuid not null,
  value text not null,
  search text not null,
  at timestamptz not null,
  phone text,
  bsuid text,
  actor_id text not null,
  actor_name text not null,
  primary key (portfolio_id, id)
);
create index contact_values_of on contact_values (portfolio_id, holder_id);
create index contact_values_with on contact_values (portfolio_id, field_id, value collate "C");
create index contact_values_search on contact_values using gin (search gin_trgm_ops);

-- room: labels
create table conversation_tags (
  portfolio_id text not null,
  conversation_id uuid not null,
  tag_id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  primary key (portfolio_id, conversation_id, tag_id)
);
create index conversation_tags_with on conversation_tags (portfolio_id, tag_id, conversation_id);

-- room: labels
create table conversation_values (
  portfolio_id text not null,
  conversation_id uuid not null,
  field_id uuid not null,
  value text not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  primary key (portfolio_id, conversation_id, field_id)
);
create index conversation_values_with on conversation_values (portfolio_id, field_id, value collate "C");

-- What a person is looked for by, with accents folded and every letter beyond ASCII written as four ASCII letters: an index of trigrams
-- knows no others where the database's character type is C. As `searchable` of folding.ts writes it; a test compares them.
create function pg_temp.searchable(line text) returns text language plpgsql as $$
declare
  folded text := normalize(translate(regexp_replace(replace(replace(replace(lower(normalize(line, NFKD)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
                   '[\u0300-\u036f\u0640\u064b-\u065f\u0670\u093c]', '', 'g'), 'øłđı', 'oldi'), NFC);
  letter text;
  code int;
  written text := '';
begin
  foreach letter in array regexp_split_to_array(folded, '') loop
    code := ascii(letter);
    if code < 128 then
      written := written || letter;
    else
      written := written || chr(65 + code / 17576 % 26) || chr(97 + code / 676 % 26) || chr(97 + code / 26 % 26) || chr(97 + code % 26);
    end if;
  end loop;
  return written;
end $$;

update contacts c set search = (
  select string_agg(line, e'\n' order by line collate "C")
  from (select distinct pg_temp.searchable(l) as line from unnest(string_to_array(c.search, e'\n')) l) lines)
where search ~ '[^\u0001-\u007f]';

-- A list of people by name, and by when they were first seen.
create index contacts_name on contacts (portfolio_id, (lower(display_name)) collate "C", id);
create index contacts_first on contacts (portfolio_id, first_seen_at, id);

-- People are found by the e-mail addresses of cards that were kept with them.
alter table saved_cards add column emails text not null generated always as (lower(jsonb_path_query_array(card, '$.emails[*].email')::text)) stored;
create index saved_cards_emails on saved_cards using gin (emails gin_trgm_ops);

-- The words of each message, apart from it, since statuses rewrite its row. Words are made by the program (conversations/rules-words.ts), so
-- that they do not depend on the language of the database. `at`: newest first is found without looking at all of them.
-- room: conversations
create table message_words (
  portfolio_id text not null,
  message_id uuid not null,
  at timestamptz not null,
  words tsvector not null,
  primary key (portfolio_id, message_id)
);
create index message_words_of on message_words using gin (words);
create index message_words_recent on message_words (portfolio_id, at);

-- How far the messages from before this table have been given words: jobs/give-words.ts.
-- room: conversations
create table word_backlogs (
  portfolio_id text primary key,
  after_id uuid not null default '00000000-0000-0000-0000-000000000000'
);
insert into word_backlogs (portfolio_id) select portfolio_id from portfolios;
