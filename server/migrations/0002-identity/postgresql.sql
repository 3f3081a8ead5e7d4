alter table "accounts" add column "must_change_password" boolean not null default false;
alter table "accounts" add column "has_second_factor" boolean not null default false;

alter table "sessions" add column "proved_at" timestamptz(3) null;
alter table "sessions" add column "second_factor_at" timestamptz(3) null;
alter table "sessions" add column "ruled_at" timestamptz(3) null;
alter table "sessions" add column "renews_id" uuid null;

alter table "organisation_settings" add column "mfa" varchar(255) not null default 'nobody';
insert into "organisation_settings" ("organisation_id", "sub_partners", "self_provisioning", "updated_at")
  select "id", false, '{}', "created_at" from "organisations" where "kind" = 'tenant';

create table "password_resets" (
  "token_hash" varchar(255) not null,
  "account_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  primary key ("token_hash")
);
create index "password_resets_account_id_index" on "password_resets" ("account_id");

create table "totp_factors" (
  "id" uuid not null,
  "account_id" uuid not null,
  "sealed_secret" text not null,
  "created_at" timestamptz(3) not null,
  "confirmed_at" timestamptz(3) null,
  "last_step" int not null,
  primary key ("id")
);
create index "totp_factors_account_id_index" on "totp_factors" ("account_id");

create table "recovery_codes" (
  "id" uuid not null,
  "account_id" uuid not null,
  "code_hash" varchar(255) not null,
  "used_at" timestamptz(3) null,
  primary key ("id")
);
create index "recovery_codes_account_id_index" on "recovery_codes" ("account_id");

create table "passkeys" (
  "id" uuid not null,
  "account_id" uuid not null,
  "name" varchar(255) not null,
  "credential_id" text not null,
  "public_key" text not null,
  "counter" bigint not null,
  "transports" jsonb not null,
  "created_at" timestamptz(3) not null,
  "last_used_at" timestamptz(3) null,
  primary key ("id")
);
create index "passkeys_account_id_index" on "passkeys" ("account_id");
alter table "passkeys" add constraint "passkeys_credential_id_unique" unique ("credential_id");

create table "ceremonies" (
  "browser_hash" varchar(255) not null,
  "challenge" varchar(255) not null,
  "purpose" varchar(255) not null,
  "account_id" uuid null,
  "expires_at" timestamptz(3) not null,
  primary key ("browser_hash")
);
create index "ceremonies_expires_at_index" on "ceremonies" ("expires_at");
