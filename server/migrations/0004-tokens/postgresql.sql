create table "api_tokens" (
  "id" uuid not null,
  "token_hash" varchar(255) not null,
  "account_id" uuid not null,
  "organisation_id" uuid not null,
  "role" varchar(255) not null,
  "name" varchar(255) not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "last_used_at" timestamptz(3) null,
  "version" int not null default 1,
  primary key ("id")
);
alter table "api_tokens" add constraint "api_tokens_token_hash_unique" unique ("token_hash");
create index "api_tokens_account_id_index" on "api_tokens" ("account_id");
create index "api_tokens_organisation_id_index" on "api_tokens" ("organisation_id");
