alter table `federated_flows` add column `used_at` datetime null;
