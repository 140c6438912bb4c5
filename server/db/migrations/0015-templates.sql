-- Why: templates are written and approved at Meta; a copy here lets agents choose them, fill them in, and hear why one cannot be
-- sent before it is tried.

-- room: templates
create table templates (
  portfolio_id text not null,
  id uuid not null,
  waba_id text not null,
  -- Meta's id: another one after a template was deleted and written again under the same name.
  meta_id text not null,
  name text not null,
  language text not null,
  category text not null,
  status text not null,
  -- Since when, by Meta's clock or by when it was noticed; null where it was so when first seen.
  status_since timestamptz,
  -- Why, in a sentence, where Meta said so.
  reason text,
  quality text not null,
  -- As listed, nothing dropped.
  definition jsonb not null,
  -- Everything people look for in it.
  words text not null,
  -- When the listing that told this was asked for, and when a webhook last told more; by our clock.
  observed_at timestamptz not null,
  heard_at timestamptz,
  -- The last news of each kind, by Meta's clock: older ones change nothing.
  status_at timestamptz,
  quality_at timestamptz,
  category_at timestamptz,
  primary key (portfolio_id, id),
  unique (portfolio_id, waba_id, name, language)
);

-- room: templates
create table template_syncs (
  portfolio_id text not null,
  waba_id text not null,
  state text not null default 'never' check (state in ('never', 'running', 'done', 'failed')),
  wanted_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  listed int not null default 0,
  problem text,
  failures int not null default 0,
  primary key (portfolio_id, waba_id)
);
