alter table "federated_flows" add column "used_at" timestamptz(3) null;
