create table half (id text primary key);
insert into nowhere (id) values ('x');
