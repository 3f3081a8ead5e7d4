alter table "accounts" add column "unclaimed_key" varchar(255) null;
update "accounts" set "unclaimed_key" = "email" where "email_key" is null;
create index "accounts_unclaimed_key_index" on "accounts" ("unclaimed_key");
