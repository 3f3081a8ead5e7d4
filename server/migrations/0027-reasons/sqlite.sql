alter table `organisations` add column `suspended_by` text null;
alter table `organisations` add column `suspended_on` datetime null;
alter table `organisations` add column `suspend_reason` text null;
alter table `organisations` add column `locked_by` text null;
alter table `organisations` add column `locked_on` datetime null;
alter table `organisations` add column `lock_reason` text null;
