import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { expect, test } from 'vitest';
import { Grant } from '../../server/access/grant.entity.ts';
import { type ColumnName, flushOr } from '../../server/core/db/flush-or.ts';
import { newId } from '../../server/core/new-id.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const ben = await world.signIn('partner-admin@alder');
const { account } = await ben.who();

/** Gives Ben a role where he has one, and refuses by what must be unique in the column. */
function giveAgain(column: ColumnName): Promise<void> {
  const work = world.server.running.context.openOwnWork();
  return work.transaction(
    'test.giveAgain',
    async (tx) => {
      tx.signAs({ id: '', displayName: 'A test' });
      const rest = { createdAt: tx.now, expiresAt: null, accessRequestId: null };
      const place = { accountId: account.id, organisationId: world.ids.alder };
      tx.em.create(Grant, { id: newId(), role: 'PartnerReader', ...place, ...rest });
      await flushOr(tx, column, () => new Refusal('grant.exists'));
    },
    { changesAccess: true },
  );
}

test.each(['grants.account_id', 'grants.organisation_id'] as const)(
  'what another row has already in %s is refused',
  async (column) => {
    await expect(giveAgain(column)).rejects.toThrow(Refusal);
  },
);

test.each(['accounts.email_key', 'grants.account', 'grants.id'] as const)(
  'what is no matter of %s is no refusal of it',
  async (column) => {
    await expect(giveAgain(column)).rejects.toThrow(UniqueConstraintViolationException);
  },
);
