create table `audit_marks` (
  `record_seq` bigint not null primary key,
  `request_id` text not null,
  `reason` text not null,
  `at` datetime not null
);
create index `audit_marks_request_id_index` on `audit_marks` (`request_id`);

-- a trigger is one line: the file is cut into statements at the ends of lines
create trigger `audit_marks_stay` before delete on `audit_marks` begin select raise(abort, 'audit marks are never deleted'); end;
create trigger `audit_marks_keep` before update on `audit_marks` begin select raise(abort, 'audit marks are never changed'); end;

-- replacing a row deletes it without telling the triggers of deletion, so no row is inserted over another
create trigger `audit_records_once` before insert on `audit_records` when exists (select 1 from `audit_records` where `seq` = new.`seq`) begin select raise(abort, 'audit records are never replaced'); end;
create trigger `audit_checkpoints_once` before insert on `audit_checkpoints` when exists (select 1 from `audit_checkpoints` where `number` = new.`number`) begin select raise(abort, 'audit checkpoints are never replaced'); end;
create trigger `audit_erasures_once` before insert on `audit_erasures` when exists (select 1 from `audit_erasures` where `id` = new.`id`) begin select raise(abort, 'audit erasures are never replaced'); end;
create trigger `audit_floors_once` before insert on `audit_floors` when exists (select 1 from `audit_floors` where `number` = new.`number`) begin select raise(abort, 'audit floors are never replaced'); end;
create trigger `audit_marks_once` before insert on `audit_marks` when exists (select 1 from `audit_marks` where `record_seq` = new.`record_seq`) begin select raise(abort, 'audit marks are never replaced'); end;
