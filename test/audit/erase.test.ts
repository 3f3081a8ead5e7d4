import { describe, expect, test } from 'vitest';
import { findAuditKey } from '../../server/audit/audit-key.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { MINUTE } from '../../server/core/clock.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { AuditEntry, AuditErased } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { unprotect } from '../support/unprotect.ts';
import { bodyOf } from '../support/session.ts';
import { createWorld, type World } from '../support/world.ts';

const EMAIL = 'ada.lovelace@engines.example';
const NAME = 'Ada Lovelace';

/** Somebody who was invited, signed in, did things, was a contact, and failed to sign in. */
async function haveAda(world: World): Promise<string> {
  const { founder } = world;
  const tenant = await world.create('tenant', 'alder');
  const path = `/organisations/${tenant.id}`;
  const person = { email: EMAIL, displayName: NAME, grants: [{ role: 'TenantAdministrator' }] };
  const { id } = bodyOf(await founder.post<AccountWithGrants>(`${path}/accounts`, person));
  const [mail] = await world.mailsTo(EMAIL);
  const ada = await world.accept(mail, NAME);
  await ada.patch(path, { description: 'by its administrator' }, { ifMatch: '*' });
  const contact = { name: NAME, email: EMAIL, phone: '+44 1' };
  await founder.patch(`${path}/billing`, { contact }, { ifMatch: '*' });
  await world.stranger().post('/auth/sign-in', { email: EMAIL, password: 'wrong' });
  await founder.patch(`/accounts/${id}`, { displayName: 'Augusta Ada King' }, { ifMatch: '*' });
  return id;
}

async function everything({ em }: World): Promise<string> {
  return JSON.stringify(await em.find(AuditRecord, {}, { orderBy: { seq: 'asc' } }));
}

const erase = ({ founder }: World, id: string) =>
  founder.post<AuditErased>(`/accounts/${id}/erase-audit`);

const verdictOf = ({ em, server }: World) =>
  verifyChain(em, findAuditKey(server.running.context.config));

describe('[U8] erasing somebody from the audit', () => {
  test('leaves what was done, but nothing that tells who it was', async () => {
    await using world = await createWorld();
    const id = await haveAda(world);
    const before = await everything(world);

    const { records } = bodyOf(await erase(world, id));

    const after = await everything(world);
    for (const value of [EMAIL, NAME, 'Augusta Ada King']) {
      expect(before).toContain(value);
      expect(after).not.toContain(value);
    }
    expect(records).toBeGreaterThan(4);
    expect(after).toContain('by its administrator');
    expect(after).toContain(id);
    expect(after).toContain('platform admin of platform');
    const theirs = await world.em.find(AuditRecord, { actorId: id });
    expect(new Set(theirs.map(({ details }) => details['address']))).toEqual(new Set(['erased']));
  });

  test('leaves the chain whole, the records counted as erased, and itself on record', async () => {
    await using world = await createWorld();
    const id = await haveAda(world);
    await world.server.running.context.checkpoints.look();

    const { records } = bodyOf(await erase(world, id));

    const { items } = bodyOf(await world.founder.get<Page<AuditEntry>>('/audit?limit=200'));
    expect(await verdictOf(world)).toMatchObject({ erased: records, checkpoints: 1, broken: null });
    expect(items.filter(({ isErased }) => isErased)).toHaveLength(records);
    expect(items[0]).toMatchObject({
      action: 'audit.erase',
      organisationId: world.ids.platform,
      notes: { accountId: id, records },
    });
  });

  test('works when the account is gone, and once more for what came later', async () => {
    await using world = await createWorld();
    const id = await haveAda(world);
    bodyOf(await erase(world, id));
    expect((await world.founder.delete(`/accounts/${id}`)).status).toBe(204);

    const again = bodyOf(await erase(world, id));

    expect(again.records).toBeGreaterThan(0);
    expect(await everything(world)).not.toContain('Augusta Ada King');
    expect(await verdictOf(world)).toMatchObject({ broken: null });
  });

  test('excuses no other change of the same record', async () => {
    await using world = await createWorld();
    const id = await haveAda(world);
    bodyOf(await erase(world, id));
    const [record] = await world.em.find(AuditRecord, { actorId: id });
    await unprotect(world.em);

    await world.em.execute(`update audit_records set details = '{}' where seq = ?`, [record?.seq]);

    const { broken } = await verdictOf(world);
    expect(broken).toBe(`The details of record ${record?.seq} were changed.`);
  });

  test('is refused for an account that nobody ever knew', async () => {
    await using world = await createWorld();

    const unknown = await erase(world, '01900000-0000-7000-8000-000000000000');
    const wrong = await erase(world, 'x');

    expect([unknown.status, wrong.status]).toEqual([404, 404]);
  });

  test('takes a platform administrator who has just shown who they are', async () => {
    await using world = await createWorld();
    const id = await haveAda(world);
    const reader = await world.signIn('platform-reader@platform');
    const path = `/accounts/${id}/erase-audit`;

    const denied = await reader.post(path);
    world.clock.advance(6 * MINUTE);
    const late = await world.founder.post(path);

    expect([denied.body.code, late.body.code]).toEqual(['access.denied', 'auth.reauthenticate']);
  });
});
