alter table "accounts" add column "last_sign_in_at" timestamptz(3) null;
