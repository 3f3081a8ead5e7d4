alter table "organisations" add column "mode_chosen_at" timestamptz(3) null;
create table "onboarding_templates" (
  "id" uuid not null primary key,
  "kind" varchar(255) not null,
  "template_version" int not null,
  "stall_days" int not null,
  "steps" jsonb not null
);
create unique index "onboarding_templates_kind_template_version_unique" on "onboarding_templates" ("kind", "template_version");
create table "onboardings" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "template_id" uuid not null,
  "template_version" int not null,
  "state" varchar(255) not null,
  "done" int not null,
  "total" int not null,
  "current_step" varchar(255) null,
  "waits_on" varchar(255) null,
  "due_on" varchar(255) null,
  "stall_days" int not null,
  "stalls_at" timestamptz(3) not null,
  "stalled_since" timestamptz(3) null,
  "owner" jsonb null,
  "started_at" timestamptz(3) not null,
  "finished_at" timestamptz(3) null,
  "changed_at" timestamptz(3) not null,
  "version" int not null default 1
);
create unique index "onboardings_organisation_id_unique" on "onboardings" ("organisation_id");
create index "onboardings_state_id_index" on "onboardings" ("state", "id");
create index "onboardings_state_stalls_at_index" on "onboardings" ("state", "stalls_at");
create table "onboarding_outlines" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "state" varchar(255) not null,
  "version" int not null default 1
);
create unique index "onboarding_outlines_organisation_id_unique" on "onboarding_outlines" ("organisation_id");
create table "onboarding_steps" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "onboarding_id" uuid not null,
  "key" varchar(255) not null,
  "position" int not null,
  "title" varchar(255) not null,
  "why" text not null,
  "side" varchar(255) not null,
  "source" varchar(255) not null,
  "fact" varchar(255) null,
  "after" jsonb not null,
  "href" varchar(255) null,
  "state" varchar(255) not null,
  "holds" boolean not null,
  "is_completed" boolean not null,
  "waived" text null,
  "blocked" text null,
  "waits_on" varchar(255) null,
  "owner_id" uuid null,
  "owner" jsonb null,
  "due_on" varchar(255) null,
  "since" timestamptz(3) not null,
  "evidence" jsonb null,
  "reopened" int not null,
  "reason" text null,
  "version" int not null default 1
);
create unique index "onboarding_steps_onboarding_id_key_unique" on "onboarding_steps" ("onboarding_id", "key");
create index "onboarding_steps_organisation_id_fact_index" on "onboarding_steps" ("organisation_id", "fact");
create index "onboarding_steps_owner_id_index" on "onboarding_steps" ("owner_id");
create table "onboarding_spans" (
  "id" uuid not null primary key,
  "organisation_id" uuid not null,
  "onboarding_id" uuid not null,
  "step_key" varchar(255) not null,
  "state" varchar(255) not null,
  "waits_on" varchar(255) null,
  "started_at" timestamptz(3) not null,
  "ended_at" timestamptz(3) null,
  "by_name" varchar(255) not null
);
create index "onboarding_spans_organisation_id_index" on "onboarding_spans" ("organisation_id");
create index "onboarding_spans_onboarding_id_step_key_index" on "onboarding_spans" ("onboarding_id", "step_key");
insert into "onboarding_templates" ("id", "kind", "template_version", "stall_days", "steps")
values ('019ac000-0000-7000-8000-000000000001', 'distributor', 1, 10, '[
  {"key": "administrator-invited", "title": "Invite the first administrator", "why": "Somebody inside has to be able to act.", "side": "parent", "fact": "administrator-invited", "page": "accounts"},
  {"key": "invitation-accepted", "title": "Accept the invitation", "why": "From then on the organisation can act for itself.", "side": "own", "fact": "invitation-accepted", "after": ["administrator-invited"], "page": "accounts"},
  {"key": "billing-complete", "title": "Complete the billing profile", "why": "Invoices need somebody to be sent to.", "side": "own", "fact": "billing-complete", "page": "billing"},
  {"key": "second-factor", "title": "Set up a second factor", "why": "A password alone does not protect an administrator.", "side": "own", "fact": "second-factor", "after": ["invitation-accepted"], "page": "/account"},
  {"key": "mode-chosen", "title": "Decide who manages it", "why": "Either the level above acts inside, or nobody but its own administrators.", "side": "own", "fact": "mode-chosen", "after": ["invitation-accepted"], "page": "settings"},
  {"key": "contract-signed", "title": "Sign the contract", "why": "Both sides know what they owe each other.", "side": "parent", "after": ["billing-complete"], "page": "details"},
  {"key": "first-partner", "title": "Create the first partner", "why": "Distributors sell through partners.", "side": "own", "fact": "first-partner", "after": ["invitation-accepted"], "page": ""}
]');
insert into "onboarding_templates" ("id", "kind", "template_version", "stall_days", "steps")
values ('019ac000-0000-7000-8000-000000000002', 'partner', 1, 10, '[
  {"key": "administrator-invited", "title": "Invite the first administrator", "why": "Somebody inside has to be able to act.", "side": "parent", "fact": "administrator-invited", "page": "accounts"},
  {"key": "invitation-accepted", "title": "Accept the invitation", "why": "From then on the organisation can act for itself.", "side": "own", "fact": "invitation-accepted", "after": ["administrator-invited"], "page": "accounts"},
  {"key": "billing-complete", "title": "Complete the billing profile", "why": "Invoices need somebody to be sent to.", "side": "own", "fact": "billing-complete", "page": "billing"},
  {"key": "second-factor", "title": "Set up a second factor", "why": "A password alone does not protect an administrator.", "side": "own", "fact": "second-factor", "after": ["invitation-accepted"], "page": "/account"},
  {"key": "mode-chosen", "title": "Decide who manages it", "why": "Either the level above acts inside, or nobody but its own administrators.", "side": "own", "fact": "mode-chosen", "after": ["invitation-accepted"], "page": "settings"},
  {"key": "contract-signed", "title": "Sign the contract", "why": "Both sides know what they owe each other.", "side": "parent", "after": ["billing-complete"], "page": "details"},
  {"key": "first-tenant", "title": "Create the first tenant", "why": "The first customer shows that everything works.", "side": "own", "fact": "first-tenant", "after": ["invitation-accepted"], "page": ""}
]');
insert into "onboarding_templates" ("id", "kind", "template_version", "stall_days", "steps")
values ('019ac000-0000-7000-8000-000000000003', 'tenant', 1, 10, '[
  {"key": "administrator-invited", "title": "Invite the first administrator", "why": "Somebody inside has to be able to act.", "side": "parent", "fact": "administrator-invited", "page": "accounts"},
  {"key": "invitation-accepted", "title": "Accept the invitation", "why": "From then on the organisation can act for itself.", "side": "own", "fact": "invitation-accepted", "after": ["administrator-invited"], "page": "accounts"},
  {"key": "billing-complete", "title": "Complete the billing profile", "why": "Invoices need somebody to be sent to.", "side": "own", "fact": "billing-complete", "page": "billing"},
  {"key": "second-factor", "title": "Set up a second factor", "why": "A password alone does not protect an administrator.", "side": "own", "fact": "second-factor", "after": ["invitation-accepted"], "page": "/account"},
  {"key": "mode-chosen", "title": "Decide who manages it", "why": "Either the level above acts inside, or nobody but its own administrators.", "side": "own", "fact": "mode-chosen", "after": ["invitation-accepted"], "page": "settings"},
  {"key": "contract-signed", "title": "Sign the contract", "why": "Both sides know what they owe each other.", "side": "parent", "after": ["billing-complete"], "page": "details"}
]');
