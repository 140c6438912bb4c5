-- Why: a database from a backup is told by the ledger of erasures outside of it. Where the ledger itself is lost, nothing would tell: so the
-- database names the ledger it goes with, and is not opened beside another, or none.

-- Coordinator-local: one for the whole place, whatever portfolios there are.
-- room: privacy
create table privacy_ledger (
  is_one boolean primary key default true check (is_one),
  id uuid not null
);
