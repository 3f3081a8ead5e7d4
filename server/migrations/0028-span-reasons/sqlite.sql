alter table `onboarding_spans` add column `reason` text null;
update `onboarding_spans` set `reason` = (
  select `reason` from `onboarding_steps`
  where `onboarding_steps`.`onboarding_id` = `onboarding_spans`.`onboarding_id`
    and `onboarding_steps`.`key` = `onboarding_spans`.`step_key`
) where `ended_at` is null and `state` in ('blocked', 'waived');
