create table `api_tokens` (
  `id` text not null primary key,
  `token_hash` text not null,
  `account_id` text not null,
  `organisation_id` text not null,
  `role` text not null,
  `name` text not null,
  `created_at` datetime not null,
  `expires_at` datetime not null,
  `last_used_at` datetime null,
  `version` integer not null default 1
);
create unique index `api_tokens_token_hash_unique` on `api_tokens` (`token_hash`);
create index `api_tokens_account_id_index` on `api_tokens` (`account_id`);
create index `api_tokens_organisation_id_index` on `api_tokens` (`organisation_id`);
