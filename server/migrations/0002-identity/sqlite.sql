alter table `accounts` add column `must_change_password` integer not null default false;
alter table `accounts` add column `has_second_factor` integer not null default false;

alter table `sessions` add column `proved_at` datetime null;
alter table `sessions` add column `second_factor_at` datetime null;
alter table `sessions` add column `ruled_at` datetime null;
alter table `sessions` add column `renews_id` text null;

alter table `organisation_settings` add column `mfa` text not null default 'nobody';
insert into `organisation_settings` (`organisation_id`, `sub_partners`, `self_provisioning`, `updated_at`)
  select `id`, false, '{}', `created_at` from `organisations` where `kind` = 'tenant';

create table `password_resets` (
  `token_hash` text not null primary key,
  `account_id` text not null,
  `created_at` datetime not null,
  `expires_at` datetime not null
);
create index `password_resets_account_id_index` on `password_resets` (`account_id`);

create table `totp_factors` (
  `id` text not null primary key,
  `account_id` text not null,
  `sealed_secret` text not null,
  `created_at` datetime not null,
  `confirmed_at` datetime null,
  `last_step` integer not null
);
create index `totp_factors_account_id_index` on `totp_factors` (`account_id`);

create table `recovery_codes` (
  `id` text not null primary key,
  `account_id` text not null,
  `code_hash` text not null,
  `used_at` datetime null
);
create index `recovery_codes_account_id_index` on `recovery_codes` (`account_id`);

create table `passkeys` (
  `id` text not null primary key,
  `account_id` text not null,
  `name` text not null,
  `credential_id` text not null,
  `public_key` text not null,
  `counter` bigint not null,
  `transports` json not null,
  `created_at` datetime not null,
  `last_used_at` datetime null
);
create index `passkeys_account_id_index` on `passkeys` (`account_id`);
create unique index `passkeys_credential_id_unique` on `passkeys` (`credential_id`);

create table `ceremonies` (
  `browser_hash` text not null primary key,
  `challenge` text not null,
  `purpose` text not null,
  `account_id` text null,
  `expires_at` datetime not null
);
create index `ceremonies_expires_at_index` on `ceremonies` (`expires_at`);
