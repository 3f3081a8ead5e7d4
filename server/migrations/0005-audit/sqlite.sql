create index `audit_records_action_index` on `audit_records` (`action`);
create index `audit_records_actor_id_index` on `audit_records` (`actor_id`);
create index `audit_records_path_index` on `audit_records` (`path`);

create table `audit_checkpoints` (
  `number` integer not null primary key,
  `record_seq` bigint not null,
  `hash` text not null,
  `count` bigint not null,
  `at` datetime not null,
  `signature` text not null
);

create table `audit_erasures` (
  `id` integer not null primary key autoincrement,
  `request_id` text not null,
  `record_seq` bigint not null,
  `salt` text not null,
  `details_hash` text not null
);
create index `audit_erasures_request_id_index` on `audit_erasures` (`request_id`);
create index `audit_erasures_record_seq_index` on `audit_erasures` (`record_seq`);

-- a trigger is one line: the file is cut into statements at the ends of lines
create trigger `audit_records_stay` before delete on `audit_records` begin select raise(abort, 'audit records are never deleted'); end;

-- the one change there is: details and salt together, under an erasure that says so
create trigger `audit_records_keep` before update on `audit_records` when not (new.`seq` is old.`seq` and new.`at` is old.`at` and new.`action` is old.`action` and new.`actor_id` is old.`actor_id` and new.`organisation_id` is old.`organisation_id` and new.`path` is old.`path` and new.`request_id` is old.`request_id` and new.`details_hash` is old.`details_hash` and new.`previous_hash` is old.`previous_hash` and new.`hash` is old.`hash` and new.`salt` is not old.`salt` and exists (select 1 from `audit_erasures` where `record_seq` = old.`seq` and `salt` = new.`salt`)) begin select raise(abort, 'audit records are never changed'); end;

create trigger `audit_checkpoints_stay` before delete on `audit_checkpoints` begin select raise(abort, 'audit checkpoints are never deleted'); end;
create trigger `audit_checkpoints_keep` before update on `audit_checkpoints` begin select raise(abort, 'audit checkpoints are never changed'); end;
create trigger `audit_erasures_stay` before delete on `audit_erasures` begin select raise(abort, 'audit erasures are never deleted'); end;
create trigger `audit_erasures_keep` before update on `audit_erasures` begin select raise(abort, 'audit erasures are never changed'); end;
