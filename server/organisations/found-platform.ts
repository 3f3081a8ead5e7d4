import type { MfaRule } from '../../shared/organisations/mfa-rule.ts';
import { nameColumns } from '../core/db/name-columns.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { createSettings } from './create-organisation.ts';
import { Organisation } from './organisation.entity.ts';

const PLATFORM_NAME = 'Platform';

/** Whether the root exists: everything else hangs on it. */
export async function hasPlatform(em: EntityManager): Promise<boolean> {
  return (await em.count(Organisation, { parentId: null })) > 0;
}

/** The root; `null` before the platform is set up. */
export async function findPlatformId(em: EntityManager): Promise<string | null> {
  return (await em.findOne(Organisation, { parentId: null }))?.id ?? null;
}

/** The root is created, with a name that its administrators can change. */
export function foundPlatform(tx: Transaction, mfa: MfaRule): Organisation {
  const id = newId();
  createSettings(tx, id, mfa);
  return tx.em.create(Organisation, {
    id,
    kind: 'platform',
    parentId: null,
    path: id,
    displayName: PLATFORM_NAME,
    ...nameColumns(PLATFORM_NAME),
    description: '',
    externalId: null,
    status: 'active',
    managementMode: 'managed',
    modeChosenAt: null,
    lockedAt: null,
    createdAt: tx.now,
  });
}
