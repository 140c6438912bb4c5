-- Why: a correction names what is to be corrected before somebody carries it out, and what a person is handed is in their own language.

-- What a person is called by their own word.
alter table words drop constraint words_kind_check;
alter table words add constraint words_kind_check check (kind in ('merge', 'split', 'never-merge', 'undo', 'settled', 'rename'));

alter table privacy_requests
  -- What is to be corrected, as it was named: see contract/corrections.ts.
  add column corrections jsonb not null default '[]',
  -- The person's language, where it is known: of what they are handed.
  add column language text check (language in ('en', 'es', 'pt', 'de', 'hi', 'ar')),
  -- How far the archive has come that is being taken, or was last: rows and moments alone.
  add column download jsonb;
