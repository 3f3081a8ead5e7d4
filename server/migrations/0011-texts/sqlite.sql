-- '' is filled in by the server when it opens the database: what names are found and ordered by
-- is worked out by the same functions as for every name that comes later
alter table `organisations` add column `search_text` text not null default '';
update `organisations` set `sort_name` = '';

alter table `accounts` add column `search_text` text not null default '';
alter table `accounts` add column `email_key` text null;
update `accounts` set `sort_name` = '', `email_key` = `email`;
drop index `accounts_email_unique`;
create unique index `accounts_email_key_unique` on `accounts` (`email_key`);

alter table `deleted_organisations` rename column `sort_name` to `search_text`;
update `deleted_organisations` set `search_text` = '';
