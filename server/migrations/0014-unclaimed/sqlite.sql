alter table `accounts` add column `unclaimed_key` text null;
create index `accounts_unclaimed_key_index` on `accounts` (`unclaimed_key`);
