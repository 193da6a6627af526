-- Runs on SQLite and PostgreSQL. Instants are epoch milliseconds, dates ISO text, lists JSON arrays.

create table subscription (
  id text primary key,
  scope text not null,
  number integer not null,
  platform text not null,
  space text not null,
  place text not null,
  thread text,
  kind text not null check (kind in ('DIRECT', 'CHANNEL', 'THREAD')),
  destination text not null,
  owner text not null,
  query text not null,
  cadence text not null check (cadence in ('HOURLY', 'DAILY', 'WEEKDAYS', 'WEEKLY')),
  weekday integer,
  local_time text not null,
  zone text not null,
  cap integer not null,
  layout text not null,
  quiet text not null check (quiet in ('SAY', 'SILENT')),
  state text not null check (state in ('ACTIVE', 'PAUSED', 'SUSPENDED')),
  paused_until bigint,
  suspended_why text,
  suspended_at bigint,
  owner_told boolean not null default false,
  probed_at bigint,
  next_at bigint,
  next_occasion text,
  composed_at bigint,
  created_at bigint not null,
  version bigint not null default 0,
  unique (scope, number)
);

create index subscription_due on subscription (next_at) where state = 'ACTIVE';

create index subscription_paused on subscription (paused_until) where state = 'PAUSED';

create index subscription_by_destination on subscription (destination);

create index subscription_by_owner on subscription (owner);

-- the last number given in a scope: a number is never used again
create table subscription_number (
  scope text primary key,
  last_number integer not null
);

create table audit (
  id text primary key,
  at bigint not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null
);

create index audit_by_subject on audit (subject, at);

create index audit_by_actor on audit (actor, at);

create table person (
  person text primary key,
  zone text,
  layout text,
  welcomed_at bigint
);

-- how often the ledger of a destination was written
create table destination (
  destination text primary key,
  version bigint not null
);

create table ledger (
  destination text not null,
  paper_id text not null,
  subscription_id text not null,
  occasion text not null,
  turn integer not null,
  verdict text not null check (verdict in ('SHOWN', 'OVERFLOW', 'HELD')),
  reason text not null,
  upvotes integer not null,
  comments integer not null,
  stars integer,
  had_code boolean not null,
  decided_at bigint not null,
  delivery_id text,
  counts boolean not null,
  primary key (destination, paper_id, subscription_id, occasion)
);

create index ledger_by_digest on ledger (subscription_id, occasion, turn);

create index ledger_by_delivery on ledger (delivery_id);

-- a frozen message; the same one may go to many destinations
create table content (
  hash text primary key,
  body text not null
);

create table delivery (
  id text primary key,
  subscription_id text not null references subscription (id) on delete cascade,
  occasion text not null,
  part integer not null default 1,
  platform text not null,
  space text not null,
  destination text not null,
  state text not null check (state in
    ('PENDING', 'SENDING', 'RETRY', 'UNCERTAIN', 'HELD', 'SENT', 'DEAD', 'SKIPPED')),
  repost boolean not null default false,
  window_from text,
  window_to text,
  content_hash text references content (hash),
  papers integer not null default 0,
  due_at bigint not null,
  not_before bigint not null,
  expires_at bigint,
  attempts integer not null default 0,
  fence integer not null default 0,
  owner text,
  lease_until bigint,
  sending_at bigint,
  absent_at bigint,
  sent_at bigint,
  receipt text,
  last_error text,
  created_at bigint not null,
  unique (subscription_id, occasion, part)
);

create index delivery_open on delivery (platform, not_before)
  where state in ('PENDING', 'SENDING', 'RETRY', 'UNCERTAIN', 'HELD');

create index delivery_by_content on delivery (content_hash) where content_hash is not null;

create index delivery_by_destination on delivery (destination);

create table delivery_attempt (
  delivery_id text not null references delivery (id) on delete cascade,
  number integer not null,
  at bigint not null,
  outcome text not null,
  detail text,
  primary key (delivery_id, number)
);

create table rate_gate (
  scope text primary key,
  not_before bigint not null
);

-- what platforms deliver twice is worked on once
create table inbound_seen (
  platform text not null,
  event_id text not null,
  seen_at bigint not null,
  primary key (platform, event_id)
);

-- command lines behind buttons that are too long for a platform
create table long_line (
  id text primary key,
  line text not null,
  kept_at bigint not null
);

create table embedding_counter (
  id integer primary key check (id = 1),
  last_change bigint not null
);

-- model names its limit of word pieces too; text_mark stands for the text the vector is made of;
-- value i of the vector is byte i times scale
create table embedding (
  paper_id text not null,
  model text not null,
  text_mark bigint not null,
  scale double precision not null,
  vector bytea not null,
  change_no bigint not null,
  primary key (paper_id, model)
);

create index embedding_by_change on embedding (model, change_no);

-- what language models wrote of papers; empty where it was withheld
create table model_summary (
  paper_id text not null,
  model text not null,
  abstract_hash text not null,
  summary text not null,
  made_at bigint not null,
  primary key (paper_id, model)
);

-- servers and workspaces that have let Paperboy in, each key sealed
create table installation (
  platform text not null,
  space text not null,
  name text not null,
  bot text not null,
  grants text not null,
  installed_by text not null,
  sealed text not null,
  installed_at bigint not null,
  primary key (platform, space)
);
