-- Why: a password alone is not enough for everybody; people join and come back by one-time links; and whoever administers sees who is in.
--
-- These tables are coordinator-local, as those of 0002 are: a person works across portfolios.

alter table access_users
  add column two_factor_enabled boolean not null default false,
  -- Null: may sign in.
  add column suspended_at timestamptz;

alter table access_sessions
  -- How it was opened. Passkeys and single sign-on prove more than a password does: see access/rules-second-factor.ts.
  add column via text not null default 'password' check (via in ('password', 'passkey', 'single_sign_on')),
  -- Written once a minute at most.
  add column last_seen_at timestamptz not null default now();

-- Codes from an authenticator app. better-auth writes it; `secret` and `backup_codes` are encrypted with the service's secret.
-- room: access
create table access_second_factors (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references access_users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  -- False until the first code was right.
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index access_second_factors_secret on access_second_factors (secret);

-- better-auth writes it too. A public key is no secret.
-- room: access
create table access_passkeys (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access_users (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index access_passkeys_user on access_passkeys (user_id);

-- One-time links, kept as the sha256 of 32 random bytes, as API keys are. A link of a person goes with the person.
-- room: access
create table access_links (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique check (length(hash) = 32),
  -- first_admin makes the first person; join lets somebody invited choose a password; password replaces one.
  purpose text not null check (purpose in ('first_admin', 'join', 'password')),
  user_id uuid references access_users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'first_admin') = (user_id is null))
);
create index access_links_user on access_links (user_id);

-- One row: what signing in asks for.
-- room: access
create table access_policy (
  id smallint primary key default 1 check (id = 1),
  -- Roles that may do nothing before they have a second factor.
  second_factor_roles text[] not null default '{}',
  changed_at timestamptz not null default now()
);
insert into access_policy default values;
