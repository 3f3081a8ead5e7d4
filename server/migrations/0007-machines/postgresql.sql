alter table "accounts" alter column "email" drop not null;
alter table "accounts" add column "locked_until" timestamptz(3) null;

create table "sign_in_failures" (
  "id" uuid not null,
  "name_hash" varchar(255) not null,
  "address" varchar(255) not null,
  "at" timestamptz(3) not null,
  primary key ("id")
);
create index "sign_in_failures_name_hash_at_index" on "sign_in_failures" ("name_hash", "at");
create index "sign_in_failures_at_index" on "sign_in_failures" ("at");
