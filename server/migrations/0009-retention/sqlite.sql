create table `audit_floors` (
  `number` integer not null primary key,
  `record_seq` bigint not null,
  `hash` text not null,
  `count` bigint not null,
  `at` datetime not null,
  `signature` text not null
);

-- a trigger is one line: the file is cut into statements at the ends of lines
create trigger `audit_floors_rise` before insert on `audit_floors` when new.`number` <= coalesce((select max(`number`) from `audit_floors`), 0) or not exists (select 1 from `audit_checkpoints` where `number` = new.`number` and `record_seq` = new.`record_seq` and `hash` = new.`hash` and `count` = new.`count`) begin select raise(abort, 'an audit floor never rises but to a later checkpoint'); end;
create trigger `audit_floors_stay` before delete on `audit_floors` begin select raise(abort, 'audit floors are never deleted'); end;
create trigger `audit_floors_keep` before update on `audit_floors` begin select raise(abort, 'audit floors are never changed'); end;

-- records go only up to where a floor says that they were let go
drop trigger `audit_records_stay`;
create trigger `audit_records_stay` before delete on `audit_records` when old.`seq` > coalesce((select `record_seq` from `audit_floors` order by `number` desc limit 1), 0) begin select raise(abort, 'audit records are never deleted above the floor'); end;
