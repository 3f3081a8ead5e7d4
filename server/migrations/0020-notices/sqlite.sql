create table `notices` (
  `id` text not null primary key,
  `account_id` text not null,
  `kind` text not null,
  `group_key` text not null,
  `record_id` text not null,
  `organisation_id` text null,
  `count` integer not null,
  `seq` integer not null,
  `first_at` datetime not null,
  `last_at` datetime not null,
  `read_at` datetime null
);
create unique index `notices_unread_unique` on `notices` (`account_id`, `group_key`) where read_at is null;
create index `notices_account_id_seq_index` on `notices` (`account_id`, `seq`);
create index `notices_last_at_index` on `notices` (`last_at`);
