alter table "jobs" add column "is_stepped" boolean not null default false;
alter table "jobs" add column "session_id" uuid null;
create table "job_outcomes" (
  "job_id" uuid not null,
  "row" int not null,
  "subject" varchar(255) not null,
  "title" text null,
  "outcome" varchar(255) not null,
  "problem" jsonb null,
  primary key ("job_id", "row")
);
