create table "deleted_organisations" (
  "id" uuid not null,
  "kind" varchar(255) not null,
  "display_name" varchar(255) not null,
  "sort_name" varchar(255) collate "C" not null,
  "parent_id" uuid not null,
  "parent_path" text collate "C" not null,
  "deleted_by_id" varchar(255) not null,
  "deleted_by_name" varchar(255) not null,
  "deleted_at" timestamptz(3) not null,
  "kept" jsonb not null,
  primary key ("id")
);
create index "deleted_organisations_parent_id_index" on "deleted_organisations" ("parent_id");
create index "deleted_organisations_parent_path_index" on "deleted_organisations" ("parent_path");
create index "deleted_organisations_deleted_at_index" on "deleted_organisations" ("deleted_at");
