create table "documents" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "kind" varchar(255) not null,
  "visibility" varchar(255) not null,
  "name" varchar(255) not null,
  "size" int not null,
  "type" varchar(255) not null,
  "sha256" varchar(255) not null,
  "number" int not null,
  "uploaded_by_id" varchar(255) not null,
  "uploaded_by_display_name" varchar(255) not null,
  "uploaded_at" timestamptz(3) not null,
  "removed_at" timestamptz(3) null,
  "version" int not null default 1
);
create index "documents_organisation_id_kind_index" on "documents" ("organisation_id", "kind");
create index "documents_removed_at_index" on "documents" ("removed_at");
create table "document_versions" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "document_id" uuid not null,
  "number" int not null,
  "name" varchar(255) not null,
  "size" int not null,
  "type" varchar(255) not null,
  "sha256" varchar(255) not null,
  "file_key" varchar(255) not null,
  "uploaded_by_id" varchar(255) not null,
  "uploaded_by_display_name" varchar(255) not null,
  "uploaded_at" timestamptz(3) not null
);
create unique index "document_versions_document_id_number_unique" on "document_versions" ("document_id", "number");
create index "document_versions_organisation_id_sha256_index" on "document_versions" ("organisation_id", "sha256");
create table "document_uploads" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "document_id" uuid not null,
  "account_id" uuid not null,
  "kind" varchar(255) not null,
  "visibility" varchar(255) not null,
  "is_new" boolean not null,
  "name" varchar(255) not null,
  "size" int not null,
  "received" int not null,
  "state" varchar(255) not null,
  "refusal" jsonb null,
  "same_as_id" uuid null,
  "touched_at" timestamptz(3) not null,
  "file_key" varchar(255) not null,
  "account_name" varchar(255) not null,
  "lease_token" varchar(255) null,
  "lease_until" timestamptz(3) null,
  "is_lease_wanted" boolean not null
);
create index "document_uploads_account_id_state_index" on "document_uploads" ("account_id", "state");
create index "document_uploads_organisation_id_index" on "document_uploads" ("organisation_id");
create index "document_uploads_touched_at_index" on "document_uploads" ("touched_at");
create table "discarded_files" (
  "file_key" varchar(255) not null primary key,
  "organisation_id" uuid not null,
  "until" timestamptz(3) not null
);
create index "discarded_files_organisation_id_index" on "discarded_files" ("organisation_id");
create index "discarded_files_until_index" on "discarded_files" ("until");
