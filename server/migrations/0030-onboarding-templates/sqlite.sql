drop index `onboarding_templates_kind_template_version_unique`;
alter table `onboarding_templates` rename column `template_version` to `published_version`;
alter table `onboarding_templates` rename column `stall_days` to `published_stall_days`;
alter table `onboarding_templates` rename column `steps` to `published_steps`;
alter table `onboarding_templates` add column `published_at` datetime null;
alter table `onboarding_templates` add column `published_by` text null;
alter table `onboarding_templates` add column `draft` json null;
alter table `onboarding_templates` add column `version` integer not null default 1;
alter table `onboarding_templates` add column `organisation_id` text null;
update `onboarding_templates` set
  `organisation_id` = (select `id` from `organisations` where `parent_id` is null),
  `published_steps` = (
    select json_group_array(json_object(
      'key', `value` ->> 'key', 'title', `value` ->> 'title', 'why', `value` ->> 'why',
      'side', `value` ->> 'side', 'fact', `value` ->> 'fact',
      'after', json(coalesce(`value` -> 'after', '[]')), 'page', `value` ->> 'page'
    )) from json_each(`onboarding_templates`.`published_steps`)
  );
create unique index `onboarding_templates_kind_unique` on `onboarding_templates` (`kind`);
create table `onboarding_template_versions` (
  `id` text not null primary key,
  `template_id` text not null,
  `number` integer not null,
  `stall_days` integer not null,
  `steps` json not null,
  `published_at` datetime null,
  `published_by` text null
);
create unique index `onboarding_template_versions_template_id_number_unique` on `onboarding_template_versions` (`template_id`, `number`);
insert into `onboarding_template_versions` (`id`, `template_id`, `number`, `stall_days`, `steps`)
select `id`, `id`, `published_version`, `published_stall_days`, `published_steps` from `onboarding_templates`;
create index `onboardings_template_id_template_version_index` on `onboardings` (`template_id`, `template_version`);
alter table `onboardings` add column `current_title` text null;
update `onboardings` set `current_title` = (
  select `title` from `onboarding_steps`
  where `onboarding_steps`.`onboarding_id` = `onboardings`.`id`
    and `onboarding_steps`.`key` = `onboardings`.`current_step`
);
