alter table `notices` add column `mail_due_at` datetime null;
create index `notices_mail_due_at_index` on `notices` (`mail_due_at`) where mail_due_at is not null;
create table `notice_preferences` (
  `account_id` text not null primary key,
  `choices` json not null
);
