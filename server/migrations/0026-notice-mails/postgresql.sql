alter table "notices" add column "mail_due_at" timestamptz(3) null;
create index "notices_mail_due_at_index" on "notices" ("mail_due_at") where mail_due_at is not null;
create table "notice_preferences" (
  "account_id" uuid not null primary key,
  "choices" jsonb not null
);
