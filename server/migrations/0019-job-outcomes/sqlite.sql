alter table `jobs` add column `is_stepped` integer not null default false;
alter table `jobs` add column `session_id` text null;
create table `job_outcomes` (
  `job_id` text not null,
  `row` integer not null,
  `subject` text not null,
  `title` text null,
  `outcome` text not null,
  `problem` json null,
  primary key (`job_id`, `row`)
);
