import { raw } from '@mikro-orm/core';
import { withinSql } from '../organisations/within.ts';

/** The condition that an onboarding is at or below an organisation. */
export function inBranch(path: string): object {
  const { sql, values } = withinSql([path], 'o.path');
  return {
    [raw(
      `(case when organisation_id in (select o.id from organisations o where ${sql}) then 1 else 0 end)`,
      values,
    )]: 1,
  };
}
