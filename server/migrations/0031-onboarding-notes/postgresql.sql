create table "onboarding_notes" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "subject_id" uuid not null,
  "onboarding_id" uuid not null,
  "visibility" varchar(255) not null,
  "text" text not null,
  "author_id" uuid not null,
  "author_name" varchar(255) not null,
  "mentions" jsonb not null,
  "written_at" timestamptz(3) not null,
  "version" int not null default 1
);
create index "onboarding_notes_organisation_id_index" on "onboarding_notes" ("organisation_id");
create index "onboarding_notes_subject_id_index" on "onboarding_notes" ("subject_id");
