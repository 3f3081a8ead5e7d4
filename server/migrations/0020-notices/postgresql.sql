create table "notices" (
  "id" uuid not null primary key,
  "account_id" uuid not null,
  "kind" varchar(255) not null,
  "group_key" varchar(255) not null,
  "record_id" uuid not null,
  "organisation_id" uuid null,
  "count" int not null,
  "seq" int not null,
  "first_at" timestamptz(3) not null,
  "last_at" timestamptz(3) not null,
  "read_at" timestamptz(3) null
);
create unique index "notices_unread_unique" on "notices" ("account_id", "group_key") where read_at is null;
create index "notices_account_id_seq_index" on "notices" ("account_id", "seq");
create index "notices_last_at_index" on "notices" ("last_at");
