create table "jobs" (
  "id" uuid not null primary key,
  "kind" varchar(255) not null,
  "open_key" varchar(255) null,
  "title" text not null,
  "outline" text not null,
  "subject" text not null,
  "state" varchar(255) not null,
  "is_leaving" boolean not null,
  "organisation_id" uuid null,
  "account_id" uuid null,
  "account_name" varchar(255) null,
  "lease_token" uuid null,
  "lease_until" timestamptz(3) null,
  "attempts" int not null,
  "next_at" timestamptz(3) not null,
  "done" int not null,
  "failed" int not null,
  "total" int not null,
  "error" text null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "ended_at" timestamptz(3) null,
  "version" int not null
);
create unique index "jobs_open_key_unique" on "jobs" ("open_key");
create index "jobs_next_at_index" on "jobs" ("next_at");
create index "jobs_created_at_id_index" on "jobs" ("created_at", "id");
create index "jobs_account_id_index" on "jobs" ("account_id");
