alter table `grants` add column `expires_at` datetime null;
alter table `grants` add column `access_request_id` text null;
create index `grants_access_request_id_index` on `grants` (`access_request_id`);

create table `access_requests` (
  `id` text not null primary key,
  `kind` text not null,
  `account_id` text not null,
  `account_name` text not null,
  `organisation_id` text not null,
  `role` text not null,
  `reason` text not null,
  `hours` integer not null,
  `status` text not null,
  `created_at` datetime not null,
  `decided_by_id` text null,
  `decided_by_name` text null,
  `decided_at` datetime null,
  `answer` text null,
  `expires_at` datetime null,
  `ended_by_id` text null,
  `ended_by_name` text null,
  `ended_at` datetime null,
  `reminded_days` integer null,
  `version` integer not null default 1
);
create index `access_requests_account_id_index` on `access_requests` (`account_id`);
create index `access_requests_organisation_id_index` on `access_requests` (`organisation_id`);
create index `access_requests_status_index` on `access_requests` (`status`);
create unique index `access_requests_pending_unique`
  on `access_requests` (`account_id`, `organisation_id`) where `status` = 'pending';
