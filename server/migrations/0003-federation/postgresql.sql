alter table "sessions" add column "sign_in_path" varchar(255) not null default 'password';

alter table "organisation_settings" add column "sign_in_paths" jsonb null;

create table "linked_identities" (
  "id" uuid not null,
  "account_id" uuid not null,
  "provider_id" uuid not null,
  "issuer" text not null,
  "subject" text not null,
  "email" varchar(255) not null,
  "created_at" timestamptz(3) not null,
  "last_used_at" timestamptz(3) null,
  primary key ("id")
);
create index "linked_identities_account_id_index" on "linked_identities" ("account_id");
create index "linked_identities_provider_id_index" on "linked_identities" ("provider_id");
alter table "linked_identities" add constraint "linked_identities_issuer_subject_unique" unique ("issuer", "subject");

create table "identity_providers" (
  "id" uuid not null,
  "organisation_id" uuid not null,
  "kind" varchar(255) not null,
  "label" varchar(255) not null,
  "issuer" text not null,
  "client_id" text not null,
  "sealed_secret" text null,
  "secret_set_at" timestamptz(3) null,
  "scopes" text not null,
  "directories" jsonb not null,
  "domain" varchar(255) null,
  "enabled" boolean not null,
  "test" jsonb null,
  "created_at" timestamptz(3) not null,
  "updated_at" timestamptz(3) not null,
  "version" int not null default 1,
  primary key ("id")
);

create table "federated_flows" (
  "state_hash" varchar(255) not null,
  "browser_hash" varchar(255) not null,
  "provider_id" uuid not null,
  "purpose" varchar(255) not null,
  "account_id" uuid null,
  "invitation_hash" varchar(255) null,
  "next" text not null,
  "sealed" text not null,
  "expires_at" timestamptz(3) not null,
  primary key ("state_hash")
);
create index "federated_flows_expires_at_index" on "federated_flows" ("expires_at");
