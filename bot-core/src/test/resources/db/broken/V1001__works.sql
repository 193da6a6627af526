create table works (id text primary key);
