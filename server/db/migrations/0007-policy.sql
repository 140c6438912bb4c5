-- Why: a deployment may choose how readily people are taken for one person, and what it chose is read later, with who chose it.

-- Append-only: every choice with who made it; the last one of a portfolio holds. Without any, the defaults do.
-- room: numbers
create table policies (
  portfolio_id text not null references portfolios (portfolio_id),
  number int not null,
  chosen_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  adoption_limit_days int not null check (adoption_limit_days between 1 and 3650),
  strict boolean not null,
  join_on_shared_number boolean not null,
  across_portfolios text not null check (across_portfolios in ('apart', 'related')),
  primary key (portfolio_id, number)
);

-- Meta's group of portfolios: within it a parent BSUID means one person.
alter table portfolios add column group_id text;
create index portfolios_grouped on portfolios (group_id) where group_id is not null;

-- Open questions about a person: as the one it is about (reviews_of), and as the other one.
create index reviews_other on reviews (portfolio_id, other_id) where other_id is not null;
-- The settled ones are listed too.
create index reviews_settled on reviews (portfolio_id, at desc, id) where settled;
