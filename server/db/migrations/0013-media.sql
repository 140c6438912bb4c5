-- Why: what people send beside words must be fetched before Meta forgets it, kept within bounds, shown, and taken away again.

-- A file: one that came with a message, or one uploaded here to be sent. `reason` is a code (server/media/rules-reasons.ts): why it is
-- not there, or not yet. A file being fetched has `not_before` after the longest time that may take, so one whose process
-- died comes up again by itself.
-- room: media
create table media (
  portfolio_id text not null,
  id uuid not null,
  origin text not null check (origin in ('message', 'upload')),
  type text not null check (type in ('image', 'video', 'audio', 'document', 'sticker')),
  state text not null check (state in ('waiting', 'ready', 'expired', 'too_large', 'refused', 'failed', 'erased')),
  reason text,
  meta_id text,
  phone_number_id text,
  claimed_type text,
  declared_hash text,
  filename text,
  voice boolean not null default false,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  settled_at timestamptz,
  blob_id uuid,
  size bigint,
  mime_type text,
  width int,
  height int,
  duration_s double precision,
  primary key (portfolio_id, id),
  check ((state = 'ready') = (blob_id is not null))
);
create index media_due on media (created_at desc) where state = 'waiting';
create index media_not_kept on media (state) where state in ('failed', 'expired', 'too_large', 'refused');
create index media_of_blob on media (portfolio_id, blob_id) where blob_id is not null;
create index media_kept_since on media (settled_at) where blob_id is not null;
create index media_unused on media (created_at) where origin = 'upload' and blob_id is not null;

-- Which message shows which file. A file uploaded once may be in several; a template of several cards shows several.
-- room: media
create table media_uses (
  portfolio_id text not null,
  message_id uuid not null,
  media_id uuid not null,
  caption text,
  primary key (portfolio_id, message_id, media_id)
);
create index media_uses_of on media_uses (portfolio_id, media_id);

-- The bytes: one row for each content of a portfolio. `object` names them in the store, `key` opens them (decision 0020).
-- room: media
create table blobs (
  portfolio_id text not null,
  id uuid not null,
  hash bytea not null,
  size bigint not null check (size > 0),
  store text not null check (store in ('disk', 's3')),
  object uuid not null,
  key bytea not null,
  created_at timestamptz not null default now(),
  missing_since timestamptz,
  primary key (portfolio_id, id),
  unique (portfolio_id, hash)
);
create index blobs_by_object on blobs (portfolio_id, store, object);

-- Objects nothing refers to any more. The row of the blob goes first, in the transaction that writes this one, then the object.
-- room: media
create table blob_removals (
  portfolio_id text not null,
  object uuid not null,
  store text not null,
  since timestamptz not null default now(),
  primary key (portfolio_id, object)
);

-- What the blobs of a portfolio come to, kept along with them: summing a million rows before each fetch would take 0.1 s.
-- room: media
create table media_usage (
  portfolio_id text primary key,
  bytes bigint not null check (bytes >= 0)
);

-- Our files at Meta: each has an id there for each business number, for thirty days.
-- room: media
create table meta_uploads (
  portfolio_id text not null,
  media_id uuid not null,
  phone_number_id text not null,
  state text not null check (state in ('waiting', 'ready')),
  meta_id text,
  uploaded_at timestamptz,
  attempts int not null default 0,
  not_before timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (portfolio_id, media_id, phone_number_id),
  check (state = 'waiting' or meta_id is not null)
);
create index meta_uploads_due on meta_uploads (created_at) where state = 'waiting';
