alter table "grants" add column "expires_at" timestamptz(3) null;
alter table "grants" add column "access_request_id" uuid null;
create index "grants_access_request_id_index" on "grants" ("access_request_id");

create table "access_requests" (
  "id" uuid not null,
  "kind" varchar(255) not null,
  "account_id" uuid not null,
  "account_name" varchar(255) not null,
  "organisation_id" uuid not null,
  "role" varchar(255) not null,
  "reason" text not null,
  "hours" int not null,
  "status" varchar(255) not null,
  "created_at" timestamptz(3) not null,
  "decided_by_id" uuid null,
  "decided_by_name" varchar(255) null,
  "decided_at" timestamptz(3) null,
  "answer" text null,
  "expires_at" timestamptz(3) null,
  "ended_by_id" uuid null,
  "ended_by_name" varchar(255) null,
  "ended_at" timestamptz(3) null,
  "reminded_days" int null,
  "version" int not null default 1,
  primary key ("id")
);
create index "access_requests_account_id_index" on "access_requests" ("account_id");
create index "access_requests_organisation_id_index" on "access_requests" ("organisation_id");
create index "access_requests_status_index" on "access_requests" ("status");
create unique index "access_requests_pending_unique"
  on "access_requests" ("account_id", "organisation_id") where "status" = 'pending';
