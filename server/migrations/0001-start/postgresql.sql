create table "accounts" (
  "id" uuid not null,
  "organisation_id" uuid not null,
  "email" varchar(255) not null,
  "display_name" varchar(255) not null,
  "sort_name" varchar(255) collate "C" not null,
  "type" varchar(255) not null,
  "status" varchar(255) not null,
  "password_hash" varchar(255) null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "version" int not null default 1,
  primary key ("id")
);
alter table "accounts" add constraint "accounts_email_unique" unique ("email");
create index "accounts_organisation_id_sort_name_id_index" on "accounts" ("organisation_id", "sort_name", "id");

create table "audit_records" (
  "seq" bigserial primary key,
  "at" timestamptz(3) not null,
  "action" varchar(255) not null,
  "actor_id" varchar(255) not null,
  "organisation_id" uuid null,
  "path" text collate "C" not null,
  "request_id" varchar(255) not null,
  "details" jsonb not null,
  "salt" varchar(255) not null,
  "details_hash" varchar(255) not null,
  "previous_hash" varchar(255) not null,
  "hash" varchar(255) not null
);
create index "audit_records_organisation_id_index" on "audit_records" ("organisation_id");

create table "billing_profiles" (
  "organisation_id" uuid not null,
  "contact_name" varchar(255) not null,
  "contact_email" varchar(255) not null,
  "contact_phone" varchar(255) not null,
  "address_line1" varchar(255) not null,
  "address_line2" varchar(255) not null,
  "address_postal_code" varchar(255) not null,
  "address_city" varchar(255) not null,
  "address_region" varchar(255) not null,
  "address_country" varchar(2) not null,
  "currency" varchar(3) not null,
  "tax_id" varchar(255) null,
  "updated_at" timestamptz(3) not null,
  "version" int not null default 1,
  primary key ("organisation_id")
);

create table "changes" (
  "seq" bigserial primary key,
  "commit" uuid not null,
  "at" timestamptz(3) not null,
  "actor_id" varchar(255) not null,
  "actor_name" varchar(255) not null,
  "action" varchar(255) not null,
  "topic" varchar(255) null,
  "resource" varchar(255) not null,
  "record_id" varchar(255) not null,
  "organisation_id" uuid null,
  "path" text collate "C" not null,
  "path_before" text null,
  "op" varchar(255) not null,
  "version" int not null,
  "fields" jsonb not null,
  "record" jsonb null
);
create index "changes_organisation_id_index" on "changes" ("organisation_id");
create index "changes_resource_record_id_version_index" on "changes" ("resource", "record_id", "version");

create table "grants" (
  "id" uuid not null,
  "account_id" uuid not null,
  "role" varchar(255) not null,
  "organisation_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "version" int not null default 1,
  primary key ("id")
);
create index "grants_organisation_id_index" on "grants" ("organisation_id");
alter table "grants" add constraint "grants_account_id_organisation_id_unique" unique ("account_id", "organisation_id");

create table "idempotency_keys" (
  "account_id" varchar(255) not null,
  "key" varchar(255) not null,
  "request_hash" varchar(255) not null,
  "answer" json not null,
  "created_at" timestamptz(3) not null,
  primary key ("account_id", "key")
);
create index "idempotency_keys_created_at_index" on "idempotency_keys" ("created_at");

create table "invitations" (
  "id" uuid not null,
  "account_id" uuid not null,
  "token_hash" varchar(255) not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "used_at" timestamptz(3) null,
  primary key ("id")
);
create index "invitations_account_id_index" on "invitations" ("account_id");
alter table "invitations" add constraint "invitations_token_hash_unique" unique ("token_hash");

create table "log_state" (
  "id" int not null,
  "epoch" uuid not null,
  "floor" bigint not null,
  primary key ("id")
);

create table "organisations" (
  "id" uuid not null,
  "kind" varchar(255) not null,
  "parent_id" uuid null,
  "path" text collate "C" not null,
  "display_name" varchar(255) not null,
  "sort_name" varchar(255) collate "C" not null,
  "description" text not null,
  "external_id" varchar(256) null,
  "status" varchar(255) not null,
  "management_mode" varchar(255) not null,
  "locked_at" uuid null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "version" int not null default 1,
  primary key ("id")
);
create index "organisations_path_index" on "organisations" ("path");
create index "organisations_parent_id_sort_name_id_index" on "organisations" ("parent_id", "sort_name", "id");
create index "organisations_sort_name_id_index" on "organisations" ("sort_name", "id");
create index "organisations_created_at_id_index" on "organisations" ("created_at", "id");
create index "organisations_status_index" on "organisations" ("status");
alter table "organisations" add constraint "organisations_parent_id_external_id_unique" unique ("parent_id", "external_id");

create table "organisation_settings" (
  "organisation_id" uuid not null,
  "sub_partners" boolean not null,
  "self_provisioning" jsonb not null,
  "updated_at" timestamptz(3) not null,
  "version" int not null default 1,
  primary key ("organisation_id")
);

create table "sessions" (
  "token_hash" varchar(255) not null,
  "id" uuid not null,
  "account_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "last_used_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "address" varchar(255) not null,
  "user_agent" varchar(255) not null,
  primary key ("token_hash")
);
alter table "sessions" add constraint "sessions_id_unique" unique ("id");
create index "sessions_account_id_index" on "sessions" ("account_id");
create index "sessions_expires_at_index" on "sessions" ("expires_at");
