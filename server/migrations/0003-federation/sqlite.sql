alter table `sessions` add column `sign_in_path` text not null default 'password';

alter table `organisation_settings` add column `sign_in_paths` json null;

create table `linked_identities` (
  `id` text not null primary key,
  `account_id` text not null,
  `provider_id` text not null,
  `issuer` text not null,
  `subject` text not null,
  `email` text not null,
  `created_at` datetime not null,
  `last_used_at` datetime null
);
create index `linked_identities_account_id_index` on `linked_identities` (`account_id`);
create index `linked_identities_provider_id_index` on `linked_identities` (`provider_id`);
create unique index `linked_identities_issuer_subject_unique` on `linked_identities` (`issuer`, `subject`);

create table `identity_providers` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `kind` text not null,
  `label` text not null,
  `issuer` text not null,
  `client_id` text not null,
  `sealed_secret` text null,
  `secret_set_at` datetime null,
  `scopes` text not null,
  `directories` json not null,
  `domain` text null,
  `enabled` integer not null,
  `test` json null,
  `created_at` datetime not null,
  `updated_at` datetime not null,
  `version` integer not null default 1
);

create table `federated_flows` (
  `state_hash` text not null primary key,
  `browser_hash` text not null,
  `provider_id` text not null,
  `purpose` text not null,
  `account_id` text null,
  `invitation_hash` text null,
  `next` text not null,
  `sealed` text not null,
  `expires_at` datetime not null
);
create index `federated_flows_expires_at_index` on `federated_flows` (`expires_at`);
