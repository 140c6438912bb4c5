-- Who may come in: people with their passwords and sessions, and API keys. Needed by every door but the webhook's.
--
-- These tables are coordinator-local: a person works across portfolios, so none of their keys begins with portfolio_id and
-- none of them is ever distributed. An API key may be narrowed to some portfolios; that is a list in its row, not a shard.
--
-- The four tables of people have the shape better-auth 1.7 reads and writes (it compares them with its own idea at the
-- first request); the names are ours, mapped in access/sign-in.ts.

-- room: access
create table access_users (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  -- Lower case, so that one person is one row however the address is typed.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  role text not null check (role in ('admin', 'supervisor', 'agent', 'privacy_officer', 'developer', 'auditor')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- room: access
create table access_sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access_users (id) on delete cascade,
  -- Worth nothing alone: the cookie carries it with a signature made with the service's secret.
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index access_sessions_user on access_sessions (user_id);
create index access_sessions_expiry on access_sessions (expires_at);

-- How a person proves who they are. Today only 'credential': password is a salted scrypt hash.
-- room: access
create table access_accounts (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access_users (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index access_accounts_user on access_accounts (user_id);

-- room: access
create table access_verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index access_verifications_identifier on access_verifications (identifier);

-- room: access
create table api_keys (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  role text not null check (role in ('admin', 'supervisor', 'agent', 'privacy_officer', 'developer', 'auditor')),
  -- Null: all portfolios, those registered later included.
  portfolio_ids text[] check (cardinality(portfolio_ids) > 0),
  -- sha256 of the key. A plain hash is enough: a key is 32 random bytes, so there is nothing to guess from a dictionary.
  hash bytea not null unique check (length(hash) = 32),
  -- The key's first characters, by which a person tells keys apart in a list.
  prefix text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
