import { describe, expect, test } from 'vitest';
import { Account } from '../../server/people/account.entity.ts';
import { type EntityManager, isPostgres } from '../../server/core/db/open-database.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { invitationToken } from '../support/outbox.ts';
import { PASSWORD } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();

async function invite(by: Session, place: PlaceName, email: string): Promise<AccountWithGrants> {
  const input = { email, displayName: 'Eve' };
  return bodyOf(await by.post<AccountWithGrants>(world.at(place, '/accounts'), input));
}

/** Runs these side by side; on PostgreSQL all wait, for the accounts or for their turn, before any writes. */
async function atOnce<T>(em: EntityManager, runs: readonly (() => Promise<T>)[]): Promise<T[]> {
  if (!isPostgres(em)) return Promise.all(runs.map((run) => run()));
  const begun = await em.transactional(async (holding) => {
    await holding.execute('lock table accounts in share mode');
    const answers = runs.map((run) => run());
    const waiting = `select 1 from pg_locks join pg_database d on d.oid = database
      where d.datname = current_database() and not granted`;
    const countWaiting = async () => (await holding.execute<object[]>(waiting)).length;
    await expect.poll(countWaiting).toBe(runs.length);
    return { answers };
  });
  return Promise.all(begun.answers);
}

describe('[S3] an address is claimed by one account', () => {
  test('where two invitations of it are accepted at the same moment', async () => {
    const email = 'tenant-admin@acme.example';
    const owner = await world.signIn('tenant-admin@acme');
    const { account } = await owner.who();
    const admins = [
      { by: await world.signIn('partner-admin@birch'), place: 'birch' },
      { by: await world.signIn('partner-admin@cedar'), place: 'cedar' },
    ] as const;
    const invited = [];
    for (const { by, place } of admins) invited.push({ by, ...(await invite(by, place, email)) });
    bodyOf(await world.founder.delete(`/accounts/${account.id}`));
    for (const { by, id } of invited) bodyOf(await by.post(`/accounts/${id}/invitation`));
    const mails = (await world.mailsTo(email)).slice(-2);

    const input = { displayName: 'Eve', password: PASSWORD };
    const answers = await atOnce(
      world.em,
      mails.map(
        (mail) => () =>
          world.stranger().post(`/invitations/${invitationToken(mail)}/accept`, input),
      ),
    );

    const [won, lost] = answers.sort((one, other) => one.status - other.status);
    expect(won?.status).toBe(200);
    expect(lost).toMatchObject({ status: 409, body: { code: 'invitation.address-taken' } });
  });

  test('where one that does not claim it is deleted with its organisation and restored', async () => {
    const email = 'user@beta.example';
    const owner = await world.signIn('user@beta');
    const birch = await world.signIn('partner-admin@birch');
    const { id } = await invite(birch, 'gamma', email);
    bodyOf(await birch.post(world.at('gamma', '/suspend')));
    bodyOf(await birch.delete(world.at('gamma')));

    const restored = await birch.post(world.at('gamma', '/restore'));

    expect(restored).toMatchObject({ status: 200, body: { leftOut: [] } });
    const again = world.stranger();
    bodyOf(await again.post('/auth/sign-in', { email, password: PASSWORD }));
    expect((await again.who()).account.id).toBe((await owner.who()).account.id);
    expect(await world.em.findOneOrFail(Account, { id })).toMatchObject({ emailKey: null });
    bodyOf(await birch.post(world.at('gamma', '/activate')));
    const another = { email: email.toUpperCase(), displayName: 'Eva' };
    const refused = await birch.post(world.at('gamma', '/accounts'), another);
    expect(refused).toMatchObject({ status: 409, body: { code: 'account.email-taken' } });
  });
});
