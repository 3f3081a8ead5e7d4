create table `accounts_anew` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `email` text null,
  `display_name` text not null,
  `sort_name` text not null,
  `type` text not null,
  `status` text not null,
  `password_hash` text null,
  `must_change_password` integer not null default false,
  `has_second_factor` integer not null default false,
  `locked_until` datetime null,
  `created_at` datetime not null,
  `updated_at` datetime not null,
  `version` integer not null default 1
);
insert into `accounts_anew`
  select `id`, `organisation_id`, `email`, `display_name`, `sort_name`, `type`, `status`,
         `password_hash`, `must_change_password`, `has_second_factor`, null, `created_at`,
         `updated_at`, `version`
  from `accounts`;
drop table `accounts`;
alter table `accounts_anew` rename to `accounts`;
create unique index `accounts_email_unique` on `accounts` (`email`);
create index `accounts_organisation_id_sort_name_id_index` on `accounts` (`organisation_id`, `sort_name`, `id`);

create table `sign_in_failures` (
  `id` text not null primary key,
  `name_hash` text not null,
  `address` text not null,
  `at` datetime not null
);
create index `sign_in_failures_name_hash_at_index` on `sign_in_failures` (`name_hash`, `at`);
create index `sign_in_failures_at_index` on `sign_in_failures` (`at`);
