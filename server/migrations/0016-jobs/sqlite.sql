create table `jobs` (
  `id` text not null primary key,
  `kind` text not null,
  `open_key` text null,
  `title` text not null,
  `outline` text not null,
  `subject` text not null,
  `state` text not null,
  `is_leaving` integer not null,
  `organisation_id` text null,
  `account_id` text null,
  `account_name` text null,
  `lease_token` text null,
  `lease_until` datetime null,
  `attempts` integer not null,
  `next_at` datetime not null,
  `done` integer not null,
  `failed` integer not null,
  `total` integer not null,
  `error` text null,
  `created_at` datetime not null,
  `updated_at` datetime not null,
  `ended_at` datetime null,
  `version` integer not null
);
create unique index `jobs_open_key_unique` on `jobs` (`open_key`);
create index `jobs_next_at_index` on `jobs` (`next_at`);
create index `jobs_created_at_id_index` on `jobs` (`created_at`, `id`);
create index `jobs_account_id_index` on `jobs` (`account_id`);
