drop index "onboarding_templates_kind_template_version_unique";
alter table "onboarding_templates" rename column "template_version" to "published_version";
alter table "onboarding_templates" rename column "stall_days" to "published_stall_days";
alter table "onboarding_templates" rename column "steps" to "published_steps";
alter table "onboarding_templates" add column "published_at" timestamptz(3) null;
alter table "onboarding_templates" add column "published_by" varchar(255) null;
alter table "onboarding_templates" add column "draft" jsonb null;
alter table "onboarding_templates" add column "version" int not null default 1;
alter table "onboarding_templates" add column "organisation_id" uuid null;
update "onboarding_templates" set
  "organisation_id" = (select "id" from "organisations" where "parent_id" is null),
  "published_steps" = (
    select jsonb_agg(jsonb_build_object(
      'key', "step" ->> 'key', 'title', "step" ->> 'title', 'why', "step" ->> 'why',
      'side', "step" ->> 'side', 'fact', "step" ->> 'fact',
      'after', coalesce("step" -> 'after', '[]'::jsonb), 'page', "step" ->> 'page'
    ) order by "place")
    from jsonb_array_elements("published_steps") with ordinality as "each" ("step", "place")
  );
create unique index "onboarding_templates_kind_unique" on "onboarding_templates" ("kind");
create table "onboarding_template_versions" (
  "id" uuid not null primary key,
  "template_id" uuid not null,
  "number" int not null,
  "stall_days" int not null,
  "steps" jsonb not null,
  "published_at" timestamptz(3) null,
  "published_by" varchar(255) null
);
create unique index "onboarding_template_versions_template_id_number_unique" on "onboarding_template_versions" ("template_id", "number");
insert into "onboarding_template_versions" ("id", "template_id", "number", "stall_days", "steps")
select "id", "id", "published_version", "published_stall_days", "published_steps" from "onboarding_templates";
create index "onboardings_template_id_template_version_index" on "onboardings" ("template_id", "template_version");
alter table "onboardings" add column "current_title" varchar(255) null;
update "onboardings" set "current_title" = (
  select "title" from "onboarding_steps"
  where "onboarding_steps"."onboarding_id" = "onboardings"."id"
    and "onboarding_steps"."key" = "onboardings"."current_step"
);
