create table "audit_marks" (
  "record_seq" bigint not null,
  "request_id" varchar(255) not null,
  "reason" text not null,
  "at" timestamptz(3) not null,
  primary key ("record_seq")
);
create index "audit_marks_request_id_index" on "audit_marks" ("request_id");

create trigger "audit_marks_stay" before update or delete on "audit_marks" for each row execute function "refuse_audit_change"();
create trigger "audit_marks_whole" before truncate on "audit_marks" for each statement execute function "refuse_audit_change"();
