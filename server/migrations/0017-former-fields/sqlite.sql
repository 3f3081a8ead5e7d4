alter table `changes` add column `former` json null;
