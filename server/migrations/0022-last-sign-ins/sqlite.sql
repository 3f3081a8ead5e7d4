alter table `accounts` add column `last_sign_in_at` datetime null;
