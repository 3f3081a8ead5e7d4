alter table "organisations" add column "suspended_by" varchar(255) null;
alter table "organisations" add column "suspended_on" timestamptz(3) null;
alter table "organisations" add column "suspend_reason" varchar(500) null;
alter table "organisations" add column "locked_by" varchar(255) null;
alter table "organisations" add column "locked_on" timestamptz(3) null;
alter table "organisations" add column "lock_reason" varchar(500) null;
