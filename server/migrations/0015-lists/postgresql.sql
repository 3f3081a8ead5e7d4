create index "organisations_updated_at_id_index" on "organisations" ("updated_at", "id");
