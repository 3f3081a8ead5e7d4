create table "audit_floors" (
  "number" int not null,
  "record_seq" bigint not null,
  "hash" varchar(255) not null,
  "count" bigint not null,
  "at" timestamptz(3) not null,
  "signature" varchar(255) not null,
  primary key ("number")
);

-- a function is one line: the file is cut into statements at the ends of lines
create function "check_audit_floor"() returns trigger language plpgsql as $$ begin if new.number > coalesce((select max(number) from audit_floors), 0) and exists (select 1 from audit_checkpoints c where c.number = new.number and c.record_seq = new.record_seq and c.hash = new.hash and c.count = new.count) then return new; end if; raise exception 'an audit floor never rises but to a later checkpoint'; end $$;

create trigger "audit_floors_rise" before insert on "audit_floors" for each row execute function "check_audit_floor"();
create trigger "audit_floors_stay" before update or delete on "audit_floors" for each row execute function "refuse_audit_change"();
create trigger "audit_floors_whole" before truncate on "audit_floors" for each statement execute function "refuse_audit_change"();

-- records go only up to where a floor says that they were let go
create function "check_audit_release"() returns trigger language plpgsql as $$ begin if old.seq <= (select record_seq from audit_floors order by number desc limit 1) then return old; end if; raise exception 'audit_records are never deleted above the floor'; end $$;

drop trigger "audit_records_stay" on "audit_records";
create trigger "audit_records_stay" before delete on "audit_records" for each row execute function "check_audit_release"();
