create table "saved_views" ("id" uuid not null, "organisation_id" uuid not null, "account_id" uuid null, "list" varchar(255) not null, "name" varchar(255) not null, "query" jsonb not null, "is_default" boolean not null default false, "updated_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));
create index "saved_views_account_id_index" on "saved_views" ("account_id");
create index "saved_views_organisation_id_list_index" on "saved_views" ("organisation_id", "list");
