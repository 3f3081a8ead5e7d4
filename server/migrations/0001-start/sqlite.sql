create table `accounts` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `email` text not null,
  `display_name` text not null,
  `sort_name` text not null,
  `type` text not null,
  `status` text not null,
  `password_hash` text null,
  `created_at` datetime not null,
  `updated_at` datetime not null,
  `version` integer not null default 1
);
create unique index `accounts_email_unique` on `accounts` (`email`);
create index `accounts_organisation_id_sort_name_id_index` on `accounts` (`organisation_id`, `sort_name`, `id`);

create table `audit_records` (
  `seq` integer not null primary key autoincrement,
  `at` datetime not null,
  `action` text not null,
  `actor_id` text not null,
  `organisation_id` text null,
  `path` text not null,
  `request_id` text not null,
  `details` json not null,
  `salt` text not null,
  `details_hash` text not null,
  `previous_hash` text not null,
  `hash` text not null
);
create index `audit_records_organisation_id_index` on `audit_records` (`organisation_id`);

create table `billing_profiles` (
  `organisation_id` text not null primary key,
  `contact_name` text not null,
  `contact_email` text not null,
  `contact_phone` text not null,
  `address_line1` text not null,
  `address_line2` text not null,
  `address_postal_code` text not null,
  `address_city` text not null,
  `address_region` text not null,
  `address_country` text not null,
  `currency` text not null,
  `tax_id` text null,
  `updated_at` datetime not null,
  `version` integer not null default 1
);

create table `changes` (
  `seq` integer not null primary key autoincrement,
  `commit` text not null,
  `at` datetime not null,
  `actor_id` text not null,
  `actor_name` text not null,
  `action` text not null,
  `topic` text null,
  `resource` text not null,
  `record_id` text not null,
  `organisation_id` text null,
  `path` text not null,
  `path_before` text null,
  `op` text not null,
  `version` integer not null,
  `fields` json not null,
  `record` json null
);
create index `changes_organisation_id_index` on `changes` (`organisation_id`);
create index `changes_resource_record_id_version_index` on `changes` (`resource`, `record_id`, `version`);

create table `grants` (
  `id` text not null primary key,
  `account_id` text not null,
  `role` text not null,
  `organisation_id` text not null,
  `created_at` datetime not null,
  `version` integer not null default 1
);
create index `grants_organisation_id_index` on `grants` (`organisation_id`);
create unique index `grants_account_id_organisation_id_unique` on `grants` (`account_id`, `organisation_id`);

create table `idempotency_keys` (
  `account_id` text not null,
  `key` text not null,
  `request_hash` text not null,
  `answer` json not null,
  `created_at` datetime not null,
  primary key (`account_id`, `key`)
);
create index `idempotency_keys_created_at_index` on `idempotency_keys` (`created_at`);

create table `invitations` (
  `id` text not null primary key,
  `account_id` text not null,
  `token_hash` text not null,
  `created_at` datetime not null,
  `expires_at` datetime not null,
  `used_at` datetime null
);
create index `invitations_account_id_index` on `invitations` (`account_id`);
create unique index `invitations_token_hash_unique` on `invitations` (`token_hash`);

create table `log_state` (
  `id` integer not null primary key,
  `epoch` text not null,
  `floor` bigint not null
);

create table `organisations` (
  `id` text not null primary key,
  `kind` text not null,
  `parent_id` text null,
  `path` text not null,
  `display_name` text not null,
  `sort_name` text not null,
  `description` text not null,
  `external_id` text null,
  `status` text not null,
  `management_mode` text not null,
  `locked_at` text null,
  `created_at` datetime not null,
  `updated_at` datetime not null,
  `version` integer not null default 1
);
create index `organisations_path_index` on `organisations` (`path`);
create index `organisations_parent_id_sort_name_id_index` on `organisations` (`parent_id`, `sort_name`, `id`);
create index `organisations_sort_name_id_index` on `organisations` (`sort_name`, `id`);
create index `organisations_created_at_id_index` on `organisations` (`created_at`, `id`);
create index `organisations_status_index` on `organisations` (`status`);
create unique index `organisations_parent_id_external_id_unique` on `organisations` (`parent_id`, `external_id`);

create table `organisation_settings` (
  `organisation_id` text not null primary key,
  `sub_partners` integer not null,
  `self_provisioning` json not null,
  `updated_at` datetime not null,
  `version` integer not null default 1
);

create table `sessions` (
  `token_hash` text not null primary key,
  `id` text not null,
  `account_id` text not null,
  `created_at` datetime not null,
  `last_used_at` datetime not null,
  `expires_at` datetime not null,
  `address` text not null,
  `user_agent` text not null
);
create unique index `sessions_id_unique` on `sessions` (`id`);
create index `sessions_account_id_index` on `sessions` (`account_id`);
create index `sessions_expires_at_index` on `sessions` (`expires_at`);
