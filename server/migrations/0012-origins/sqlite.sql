alter table `accounts` add column `added_by_id` text null;
alter table `accounts` add column `added_by_name` text null;
alter table `accounts` add column `added_from_id` text null;

alter table `api_tokens` add column `made_by_id` text null;
alter table `api_tokens` add column `made_by_name` text null;
alter table `api_tokens` add column `made_from_id` text null;
