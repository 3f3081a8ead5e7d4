import { organisationRecord } from '../../../shared/organisations/records.ts';
import type { Captured } from '../../core/changes/capture.ts';
import type { Transaction } from '../../core/db/transaction.ts';

/**
 * The templates that come with the product are the platform's from its founding on. Nobody could
 * have seen them before, so there is nothing to log.
 */
export async function giveTemplates(
  { em }: Transaction,
  captured: readonly Captured[],
): Promise<void> {
  const founded = captured.find(
    ({ publication, op, record }) =>
      publication.resource === organisationRecord.name &&
      op === 'create' &&
      record['kind'] === 'platform',
  );
  if (!founded) return;
  const sql = 'update onboarding_templates set organisation_id = ? where organisation_id is null';
  await em.execute(sql, [founded.recordId]);
}
