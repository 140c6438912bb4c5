-- Why: evidence is kept for ever, and one row for each message of a customer who writes for years is most of a database. What repeats
-- itself is packed; kinds of evidence to come need no columns of their own; and everybody says under which rules they were decided.

-- Kinds grow with the rules. What no column is made for stands in `detail`.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_named check (kind <> '');
alter table evidence add column detail jsonb;

-- Many pieces of evidence that say the same of somebody: what they say, once, and when and under which ids, packed
-- (identity/runs.ts). Whole hashes are most of it, so trying to compress it is work for nothing.
-- room: contacts
create table evidence_runs (
  portfolio_id text not null,
  id uuid not null,
  neighborhood_id uuid not null,
  first_at timestamptz not null,
  first_tie text collate "C" not null,
  last_at timestamptz not null,
  last_tie text collate "C" not null,
  count int not null check (count > 0),
  content jsonb not null,
  positions bytea not null,
  primary key (portfolio_id, id)
);
alter table evidence_runs alter column positions set storage external;
create index evidence_runs_of on evidence_runs (portfolio_id, neighborhood_id);

-- `loose`: how much evidence came since it was last packed; `crowded`: that it is enough to pack. Apart, because `loose` changes with
-- every message, and a change to a column that an index speaks of rewrites all indexes of the row (0003).
-- `decided_under`: the rules' version and the policy (identity/version.ts); null is older than that.
alter table neighborhoods add column loose int not null default 0;
alter table neighborhoods add column crowded boolean not null default false;
alter table neighborhoods add column decided_under text collate "C";
create index neighborhoods_crowded on neighborhoods (portfolio_id) where crowded;
create index neighborhoods_decided on neighborhoods (portfolio_id, decided_under);

update neighborhoods n set loose = e.count, crowded = true
from (select portfolio_id, neighborhood_id, count(*)::int as count from evidence group by 1, 2 having count(*) > 64) as e
where n.portfolio_id = e.portfolio_id and n.id = e.neighborhood_id;
