-- Runs on SQLite and PostgreSQL. Instants are epoch milliseconds, dates ISO text, lists JSON arrays.

create table change_counter (
  id integer primary key check (id = 1),
  last_change bigint not null
);

insert into change_counter (id, last_change) values (1, 0);

-- upvotes, comments, stars and signal_at are the latest signal known; signal holds the earlier ones
create table paper (
  id text primary key,
  title text not null,
  abstract_text text not null,
  authors text not null,
  organization text,
  topics text not null,
  ai_summary text,
  published text,
  code text,
  project text,
  thumbnail text,
  withdrawn boolean not null,
  listed text,
  upvotes integer not null,
  comments integer not null,
  stars integer,
  signal_at bigint,
  origin text not null,
  change_no bigint not null
);

create index paper_by_change on paper (change_no, id);

create index paper_by_listed on paper (listed, id);

create table signal (
  paper_id text not null references paper (id) on delete cascade,
  seen_at bigint not null,
  upvotes integer not null,
  comments integer not null,
  stars integer,
  primary key (paper_id, seen_at)
);

create table paper_list (
  period text primary key,
  kind text not null check (kind in ('day', 'week', 'month')),
  papers text not null,
  size integer not null,
  fetched_at bigint not null,
  origin text not null
);

create index paper_list_by_kind on paper_list (kind, period);

create table saved_paper (
  person text not null,
  paper_id text not null,
  saved_at bigint not null,
  turn integer not null,
  primary key (person, paper_id)
);

create table last_list (
  person text primary key,
  papers text not null
);
