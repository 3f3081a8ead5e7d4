alter table "accounts" add column "added_by_id" uuid null;
alter table "accounts" add column "added_by_name" varchar(255) null;
alter table "accounts" add column "added_from_id" uuid null;

alter table "api_tokens" add column "made_by_id" uuid null;
alter table "api_tokens" add column "made_by_name" varchar(255) null;
alter table "api_tokens" add column "made_from_id" uuid null;
