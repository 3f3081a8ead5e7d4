create index `organisations_kind_path_index` on `organisations` (`kind`, `path`);
create index `organisations_status_path_index` on `organisations` (`status`, `path`);
drop index `organisations_status_index`;
