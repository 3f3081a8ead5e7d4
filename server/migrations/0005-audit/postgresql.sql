create index "audit_records_action_index" on "audit_records" ("action");
create index "audit_records_actor_id_index" on "audit_records" ("actor_id");
create index "audit_records_path_index" on "audit_records" ("path");

create table "audit_checkpoints" (
  "number" int not null,
  "record_seq" bigint not null,
  "hash" varchar(255) not null,
  "count" bigint not null,
  "at" timestamptz(3) not null,
  "signature" varchar(255) not null,
  primary key ("number")
);

create table "audit_erasures" (
  "id" bigserial primary key,
  "request_id" varchar(255) not null,
  "record_seq" bigint not null,
  "salt" varchar(255) not null,
  "details_hash" varchar(255) not null
);
create index "audit_erasures_request_id_index" on "audit_erasures" ("request_id");
create index "audit_erasures_record_seq_index" on "audit_erasures" ("record_seq");

-- a function is one line: the file is cut into statements at the ends of lines
create function "refuse_audit_change"() returns trigger language plpgsql as $$ begin raise exception '% are never changed or deleted', tg_table_name; end $$;

-- the one change there is: details and salt together, under an erasure that says so
create function "check_audit_erasure"() returns trigger language plpgsql as $$ begin if to_jsonb(new) - 'details' - 'salt' = to_jsonb(old) - 'details' - 'salt' and new.salt <> old.salt and exists (select 1 from audit_erasures where record_seq = old.seq and salt = new.salt) then return new; end if; raise exception 'audit_records are never changed or deleted'; end $$;

create trigger "audit_records_keep" before update on "audit_records" for each row execute function "check_audit_erasure"();
create trigger "audit_records_stay" before delete on "audit_records" for each row execute function "refuse_audit_change"();
create trigger "audit_records_whole" before truncate on "audit_records" for each statement execute function "refuse_audit_change"();
create trigger "audit_checkpoints_stay" before update or delete on "audit_checkpoints" for each row execute function "refuse_audit_change"();
create trigger "audit_checkpoints_whole" before truncate on "audit_checkpoints" for each statement execute function "refuse_audit_change"();
create trigger "audit_erasures_stay" before update or delete on "audit_erasures" for each row execute function "refuse_audit_change"();
create trigger "audit_erasures_whole" before truncate on "audit_erasures" for each statement execute function "refuse_audit_change"();
