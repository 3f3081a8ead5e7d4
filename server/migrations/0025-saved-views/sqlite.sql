create table `saved_views` (`id` text not null primary key, `organisation_id` text not null, `account_id` text null, `list` text not null, `name` text not null, `query` json not null, `is_default` integer not null default false, `updated_at` datetime not null, `version` integer not null default 1);
create index `saved_views_account_id_index` on `saved_views` (`account_id`);
create index `saved_views_organisation_id_list_index` on `saved_views` (`organisation_id`, `list`);
