create table `deleted_organisations` (
  `id` text not null primary key,
  `kind` text not null,
  `display_name` text not null,
  `sort_name` text not null,
  `parent_id` text not null,
  `parent_path` text not null,
  `deleted_by_id` text not null,
  `deleted_by_name` text not null,
  `deleted_at` datetime not null,
  `kept` json not null
);
create index `deleted_organisations_parent_id_index` on `deleted_organisations` (`parent_id`);
create index `deleted_organisations_parent_path_index` on `deleted_organisations` (`parent_path`);
create index `deleted_organisations_deleted_at_index` on `deleted_organisations` (`deleted_at`);
