-- Why: what colleagues noted is found by its words, as what customers wrote is.

-- Made by the program (conversations/rules-words.ts). Null: not made yet, for a note from before; jobs/give-words.ts makes them.
alter table notes add column words tsvector;
create index notes_words on notes using gin (words);
create index notes_recent on notes (portfolio_id, at);
create index notes_wordless on notes (portfolio_id, id) where words is null;
