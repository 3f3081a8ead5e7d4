import { describe, expect, test } from 'vitest';
import { auditHash, detailsHash } from '../../server/core/changes/audit-hash.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { pathThrough } from '../../shared/organisations/path.ts';
import { isOnPostgres } from '../support/database.ts';
import { bodyOf } from '../support/session.ts';
import { unprotect } from '../support/unprotect.ts';
import { shareWorld, type World } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');

describe('[U1] a deed', () => {
  test('leaves who did what to what, where, from where, and what changed', async () => {
    const tenant = await world.create('tenant', 'alder', { displayName: 'Omega' });
    const { account } = await admin.who();

    const path = `/organisations/${tenant.id}`;
    const answer = await admin.patch(path, { displayName: 'Omega Ltd' }, { ifMatch: 1 });

    expect(await lastRecord(world)).toMatchObject({
      action: 'organisation.edit',
      actorId: account.id,
      organisationId: tenant.id,
      path: pathThrough(tenant.path.map(({ id }) => id)),
      requestId: answer.headers.get('x-request-id'),
      details: {
        actor: account.displayName,
        address: '127.0.0.1',
        changes: [
          {
            resource: 'organisation',
            id: tenant.id,
            op: 'update',
            before: { displayName: 'Omega' },
            after: { displayName: 'Omega Ltd' },
          },
        ],
      },
    });
  });

  test('that was refused leaves nothing', async () => {
    const before = await lastRecord(world);

    await admin.patch(world.at('acme'), { displayName: '' }, { ifMatch: 1 });
    await admin.patch(world.at('birch'), { displayName: 'Mine' }, { ifMatch: 1 });

    expect(await lastRecord(world)).toEqual(before);
  });

  test('that changed nothing leaves nothing', async () => {
    const { displayName, version } = bodyOf(await admin.get<Organisation>(world.at('acme')));
    const before = await lastRecord(world);

    bodyOf(await admin.patch(world.at('acme'), { displayName }, { ifMatch: version }));

    expect(await lastRecord(world)).toEqual(before);
  });

  test('of failing to sign in is kept, under the address that was tried', async () => {
    const email = 'nobody-at-all@alder.example';

    await world.stranger().post('/auth/sign-in', { email, password: 'wrong' });

    expect(await lastRecord(world)).toMatchObject({
      action: 'session.signInFailed',
      details: { email },
    });
  });
});

describe('[U4] the chain of records', () => {
  test('is whole', async () => {
    const records = await allRecords(world);

    expect(records.length).toBeGreaterThan(10);
    expect(firstBroken(records)).toBeNull();
  });

  test.each([
    ['a changed value', `update audit_records set details = '{}' where seq = 5`, 5],
    ['another action', `update audit_records set action = 'nothing' where seq = 5`, 5],
    ['another actor', `update audit_records set actor_id = 'nobody' where seq = 5`, 5],
    ['another place', `update audit_records set organisation_id = null where seq = 5`, 5],
    [
      'another time',
      `update audit_records set at = ${isOnPostgres() ? 'now()' : 1} where seq = 5`,
      5,
    ],
    ['a record left out', 'delete from audit_records where seq = 5', 6],
    [
      'a hash made anew',
      `update audit_records set details = '{}', details_hash = 'x', hash = 'y' where seq = 5`,
      5,
    ],
  ])('shows %s', async (_, tampering, seq) => {
    const found = await tampered(tampering);

    expect(found?.seq).toBe(seq);
  });
});

/** The first record that no longer fits, after such a change that is then taken back. */
async function tampered(sql: string): Promise<AuditRecord | null> {
  let found: AuditRecord | null = null;
  const rolledBack = new Error('rolled back');
  const attempt = world.em.transactional(async (em) => {
    await unprotect(em);
    await em.execute(sql);
    found = firstBroken(await em.find(AuditRecord, {}, { orderBy: { seq: 'asc' } }));
    throw rolledBack;
  });
  await expect(attempt).rejects.toBe(rolledBack);
  return found;
}

function firstBroken(records: readonly AuditRecord[]): AuditRecord | null {
  const isBroken = (record: AuditRecord, index: number) =>
    record.previousHash !== (records[index - 1]?.hash ?? '') ||
    record.hash !== auditHash(record) ||
    record.detailsHash !== detailsHash(record.salt, record.details);
  return records.find(isBroken) ?? null;
}

function allRecords({ em }: World): Promise<AuditRecord[]> {
  return em.find(AuditRecord, {}, { orderBy: { seq: 'asc' } });
}

async function lastRecord({ em }: World): Promise<AuditRecord | undefined> {
  const [last] = await em.find(AuditRecord, {}, { orderBy: { seq: 'desc' }, limit: 1 });
  return last;
}
