create table `onboarding_notes` (
  `id` text not null primary key,
  `organisation_id` text not null,
  `subject_id` text not null,
  `onboarding_id` text not null,
  `visibility` text not null,
  `text` text not null,
  `author_id` text not null,
  `author_name` text not null,
  `mentions` json not null,
  `written_at` datetime not null,
  `version` integer not null default 1
);
create index `onboarding_notes_organisation_id_index` on `onboarding_notes` (`organisation_id`);
create index `onboarding_notes_subject_id_index` on `onboarding_notes` (`subject_id`);
