create table `documents` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `kind` text not null,
  `visibility` text not null,
  `name` text not null,
  `size` integer not null,
  `type` text not null,
  `sha256` text not null,
  `number` integer not null,
  `uploaded_by_id` text not null,
  `uploaded_by_display_name` text not null,
  `uploaded_at` datetime not null,
  `removed_at` datetime null,
  `version` integer not null default 1
);
create index `documents_organisation_id_kind_index` on `documents` (`organisation_id`, `kind`);
create index `documents_removed_at_index` on `documents` (`removed_at`);
create table `document_versions` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `document_id` text not null,
  `number` integer not null,
  `name` text not null,
  `size` integer not null,
  `type` text not null,
  `sha256` text not null,
  `file_key` text not null,
  `uploaded_by_id` text not null,
  `uploaded_by_display_name` text not null,
  `uploaded_at` datetime not null
);
create unique index `document_versions_document_id_number_unique` on `document_versions` (`document_id`, `number`);
create index `document_versions_organisation_id_sha256_index` on `document_versions` (`organisation_id`, `sha256`);
create table `document_uploads` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `document_id` text not null,
  `account_id` text not null,
  `kind` text not null,
  `visibility` text not null,
  `is_new` integer not null,
  `name` text not null,
  `size` integer not null,
  `received` integer not null,
  `state` text not null,
  `refusal` json null,
  `same_as_id` text null,
  `touched_at` datetime not null,
  `file_key` text not null,
  `account_name` text not null,
  `lease_token` text null,
  `lease_until` datetime null,
  `is_lease_wanted` integer not null
);
create index `document_uploads_account_id_state_index` on `document_uploads` (`account_id`, `state`);
create index `document_uploads_organisation_id_index` on `document_uploads` (`organisation_id`);
create index `document_uploads_touched_at_index` on `document_uploads` (`touched_at`);
create table `discarded_files` (
  `file_key` text not null primary key,
  `organisation_id` text not null,
  `until` datetime not null
);
create index `discarded_files_organisation_id_index` on `discarded_files` (`organisation_id`);
create index `discarded_files_until_index` on `discarded_files` (`until`);
