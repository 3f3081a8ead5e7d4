import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessRequest } from '../../shared/access-requests/contract.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { DAY, HOUR } from '../../server/core/clock.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import type { PersonName } from '../support/people.ts';
import { BehindAcme } from '../access/behind-acme.ts';
import { failedChecks } from '../access/failed-checks.ts';

const codeOf = ({ body }: Answer<unknown>) => (body as Problem).code;

describe('asking for access through a barrier', () => {
  test('[A31] opens the inside when it is approved, until its end', async () => {
    await using it = await BehindAcme.begin();
    const before = await it.sees(it.partner);

    const asked = bodyOf(await it.ask());
    const meanwhile = await it.sees(it.partner);
    const answered = bodyOf(
      await it.inside.post<AccessRequest>(`/access-requests/${asked.id}/approve`),
    );

    expect([before, meanwhile, await it.sees(it.partner)]).toEqual([false, false, true]);
    expect(asked).toMatchObject({ kind: 'request', status: 'pending', hours: 7 * 24 });
    expect(answered).toMatchObject({
      status: 'approved',
      accountName: 'partner admin of alder',
      decidedByName: 'tenant admin of acme',
    });
    const { grants } = await it.partner.who();
    expect(grants.map(({ role, expiresAt }) => [role, expiresAt])).toContainEqual([
      'TenantAdministrator',
      answered.expiresAt,
    ]);
  });

  const refused: [string, PersonName, object, number, string[]][] = [
    ['from inside', 'tenant-admin@labs', {}, 404, []],
    ['at one’s own place', 'tenant-admin@acme', {}, 403, ['relationship', 'barrier']],
    ['by a reader', 'partner-reader@alder', {}, 403, ['role']],
    ['from beside', 'partner-admin@birch', {}, 404, []],
    ['for a role that fits no tenant', 'partner-admin@alder', { role: 'PartnerReader' }, 422, []],
    [
      'for a role above one’s own',
      'partner-admin@alder',
      { role: 'DistributorReader' },
      403,
      ['role'],
    ],
    ['for no time', 'partner-admin@alder', { days: 0 }, 422, []],
    ['for more than two years', 'partner-admin@alder', { days: 731 }, 422, []],
    ['without a reason', 'partner-admin@alder', { reason: '  ' }, 422, []],
    ['with a long one', 'partner-admin@alder', { reason: 'x'.repeat(501) }, 422, []],
  ];

  test('[A27] is refused to whoever cannot, or asks too much', async () => {
    await using it = await BehindAcme.begin('tenant-admin@labs');

    for (const [what, name, fields, status, checks] of refused) {
      const answer = await it.ask(await it.world.signIn(name), fields);

      expect([what, answer.status, failedChecks(answer)]).toEqual([what, status, checks]);
    }
  });

  test('[A27] is refused where nothing is closed', async () => {
    await using it = await BehindAcme.begin();
    bodyOf(await it.inside.put(it.world.at('acme', '/access'), { managementMode: 'managed' }));

    const answer = await it.ask();

    expect(failedChecks(answer)).toEqual(['barrier']);
  });

  test('[A27] waits once, however fast one asks', async () => {
    await using it = await BehindAcme.begin();

    const answers = await Promise.all([it.ask(), it.ask()]);
    const again = await it.ask();

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(codeOf(again)).toBe('access-request.pending');
    expect(await it.list(it.partner)).toHaveLength(1);
  });

  test('[A30] shows all to those inside, one’s own to whoever asked, and nothing to others', async () => {
    await using it = await BehindAcme.begin('tenant-reader@acme');
    const second = await it.world.signIn('second-partner-admin@alder');
    bodyOf(await it.ask());
    bodyOf(await it.ask(second));

    const seen = await Promise.all(
      [it.inside, await it.world.signIn('tenant-reader@acme'), it.partner, second].map((by) =>
        it.list(by),
      ),
    );

    expect(seen.map((list) => list.length)).toEqual([2, 2, 1, 1]);
    const distributor = await it.world.signIn('distributor-admin@north');
    const stranger = await it.world.signIn('partner-admin@birch');
    expect(await it.list(distributor)).toEqual([]);
    expect((await stranger.get(it.world.at('acme', '/access-requests'))).status).toBe(404);
  });

  test('[A28] can be taken back by whoever asked, and by nobody else', async () => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());

    const byInside = await it.inside.post(`/access-requests/${id}/withdraw`);
    const withdrawn = await it.partner.post<AccessRequest>(`/access-requests/${id}/withdraw`);
    const approval = await it.inside.post(`/access-requests/${id}/approve`);

    expect(byInside.status).toBe(403);
    expect(bodyOf(withdrawn).status).toBe('withdrawn');
    expect(codeOf(approval)).toBe('access-request.decided');
  });

  test('[A30] can be refused, and says why', async () => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());

    bodyOf(await it.inside.post(`/access-requests/${id}/refuse`, { reason: 'Not this week.' }));

    expect(await it.list(it.partner)).toMatchObject([
      { status: 'refused', answer: 'Not this week.', decidedByName: 'tenant admin of acme' },
    ]);
    expect(await it.sees(it.partner)).toBe(false);
  });

  test('[A28] is answered only by administrators from inside', async () => {
    await using it = await BehindAcme.begin('tenant-reader@acme');
    const { id } = bodyOf(await it.ask());
    const names: PersonName[] = [
      'tenant-reader@acme',
      'distributor-admin@north',
      'platform-admin@platform',
      'second-partner-admin@alder',
    ];

    for (const verb of ['approve', 'refuse']) {
      for (const name of names) {
        const by = await it.world.signIn(name);
        const { status } = await by.post(`/access-requests/${id}/${verb}`, {});
        expect([verb, name, status]).toEqual([
          verb,
          name,
          name === 'tenant-reader@acme' ? 403 : 404,
        ]);
      }
      const own = await it.partner.post(`/access-requests/${id}/${verb}`, {});
      expect(failedChecks(own)).toEqual(['barrier', 'state']);
    }
  });

  test('[A28] is not approved once the barrier is gone: nobody lets themselves in', async () => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());
    bodyOf(await it.inside.put(it.world.at('acme', '/access'), { managementMode: 'managed' }));

    const own = await it.partner.post(`/access-requests/${id}/approve`);
    const others = await it.world.founder.post(`/access-requests/${id}/approve`);

    expect(failedChecks(own)).toEqual(['barrier', 'state']);
    expect(failedChecks(others)).toEqual(['barrier']);
  });

  test('[A29] lapses unanswered after ninety days', async () => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());
    await it.pass(90 * DAY);

    const late = await it.inside.post(`/access-requests/${id}/approve`);
    await it.look();

    expect(codeOf(late)).toBe('access-request.decided');
    expect(await it.list(it.partner)).toMatchObject([{ status: 'lapsed' }]);
    expect((await it.ask()).status).toBe(201);
  });

  test('[A29] comes to nothing for whoever lost the role above', async () => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());
    await takeRoleAbove(it);

    const answer = await it.inside.post(`/access-requests/${id}/approve`);

    expect(codeOf(answer)).toBe('access-request.void');
  });
});

describe('access that was granted', () => {
  test('is granted once, however many approve it', async () => {
    await using it = await BehindAcme.begin('second-tenant-admin@acme');
    const { id } = bodyOf(await it.ask());
    const other = await it.world.signIn('second-tenant-admin@acme');

    const answers = await Promise.all(
      [it.inside, other].map((by) => by.post(`/access-requests/${id}/approve`)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await guestsOf(it)).toHaveLength(1);
  });

  test.each(['partner', 'inside'] as const)(
    '[A31] is ended from the side of %s, at once',
    async (side) => {
      await using it = await BehindAcme.begin();
      const { id } = await it.letIn();

      const ended = bodyOf(await it[side].post<AccessRequest>(`/access-requests/${id}/end`));
      const again = await it[side].post(`/access-requests/${id}/end`);

      expect(ended.status).toBe('ended');
      expect(codeOf(again)).toBe('access-request.over');
      expect(await it.sees(it.partner)).toBe(false);
      expect(await guestsOf(it)).toEqual([]);
    },
  );

  test('[A31] is over where its role is taken away', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();
    const [guest] = await guestsOf(it);

    bodyOf(await it.inside.delete(`/grants/${guest?.id}`));

    expect(await it.list(it.inside)).toMatchObject([{ status: 'ended' }]);
  });

  test('[A32] opens nothing without the role above', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();

    await takeRoleAbove(it);

    expect((await it.partner.get(it.world.at('acme', '/accounts'))).status).toBe(404);
  });

  test('[A31] is renewed by asking again, from the answer on', async () => {
    await using it = await BehindAcme.begin();
    const first = await it.letIn({ days: 1 });

    const renewal = await it.letIn({ role: 'TenantReader', days: 30 });

    expect(await it.list(it.inside)).toMatchObject([
      { id: renewal.id, status: 'approved' },
      { id: first.id, status: 'ended' },
    ]);
    expect(await guestsOf(it)).toMatchObject([
      { role: 'TenantReader', expiresAt: renewal.expiresAt },
    ]);
  });

  test('is either ended or renewed where both happen at once', async () => {
    await using it = await BehindAcme.begin();
    const first = await it.letIn();
    const { id } = bodyOf(await it.ask());

    const [end, approval] = await Promise.all([
      it.partner.post(`/access-requests/${first.id}/end`),
      it.inside.post(`/access-requests/${id}/approve`),
    ]);

    expect([200, 409]).toContain(end.status);
    expect(approval.status).toBe(200);
    expect(await it.list(it.inside)).toMatchObject([{ status: 'approved' }, { status: 'ended' }]);
    expect(await guestsOf(it)).toHaveLength(1);
  });

  test('goes with the organisation', async () => {
    await using it = await BehindAcme.begin();
    const { id } = await it.world.create('tenant', 'alder', { managementMode: 'self-managed' });
    const asked = await it.partner.post(`/organisations/${id}/access-requests`, {
      role: 'TenantReader',
      reason: 'Nobody is there.',
      days: 1,
    });
    bodyOf(asked);
    bodyOf(await it.partner.post(`/organisations/${id}/suspend`));

    expect((await it.partner.delete(`/organisations/${id}`)).status).toBe(204);
  });
});

describe('with access for a time', () => {
  // Shared, since what is refused leaves it as it was.
  let it: BehindAcme;
  let request: string;

  beforeAll(async () => {
    it = await BehindAcme.begin();
    request = await waiting(it);
    await it.letIn();
  });
  afterAll(() => it[Symbol.asyncDispose]());

  const doors: Record<string, (by: Session) => Promise<Answer<unknown>>> = {
    'give a role': async (by) =>
      by.post(`/accounts/${await insider(it)}/grants`, {
        role: 'TenantReader',
        organisationId: it.world.ids.labs,
      }),
    'give oneself a role that lasts': async (by) =>
      by.post(`/accounts/${(await by.who()).account.id}/grants`, {
        role: 'TenantAdministrator',
        organisationId: it.world.ids.labs,
      }),
    'take a role away': async (by) =>
      by.delete(`/grants/${(await rolesAt(it)).find(({ expiresAt }) => !expiresAt)?.id}`),
    'invite an administrator with a role': (by) =>
      by.post(it.world.at('acme', '/accounts'), {
        email: 'accomplice@acme.example',
        displayName: 'Accomplice',
        type: 'administrator',
        grants: [{ role: 'TenantAdministrator' }],
      }),
    'change an administrator’s account': async (by) =>
      by.patch(`/accounts/${await insider(it)}`, { displayName: 'Me' }, { ifMatch: '*' }),
    'disable an administrator': async (by) => by.post(`/accounts/${await insider(it)}/disable`),
    'reset an administrator’s password': async (by) =>
      by.post(`/accounts/${await insider(it)}/password-reset`),
    'open the barrier': (by) =>
      by.put(it.world.at('acme', '/access'), { managementMode: 'managed' }),
    'move it out': (by) => by.post(it.world.at('acme', '/move'), { parentId: it.world.ids.grove }),
    'move an account out that holds no role': async (by) =>
      by.post(`/accounts/${await roleless(it)}/move`, { organisationId: it.world.ids.alder }),
    'take an account in': async (by) =>
      by.post(`/accounts/${await outsider(it)}/move`, { organisationId: it.world.ids.acme }),
    'bring back what was deleted, with its roles': async (by) =>
      by.post(`/organisations/${await deletedUnit(it)}/restore`),
    'say how people sign in': (by) =>
      by.patch(it.world.at('acme', '/settings'), { signInPaths: ['password'] }, { ifMatch: '*' }),
    'ask a second factor of everybody': (by) =>
      by.patch(it.world.at('acme', '/settings'), { mfa: 'everybody' }, { ifMatch: '*' }),
    'approve another’s request': (by) => by.post(`/access-requests/${request}/approve`),
    'refuse another’s request': (by) => by.post(`/access-requests/${request}/refuse`, {}),
    'make an API token': (by) =>
      by.post('/tokens', {
        name: 'Back door',
        role: 'TenantAdministrator',
        organisationId: it.world.ids.acme,
        expiresInDays: 30,
      }),
  };

  test.each(Object.entries(doors))('[A33] one does not %s', async (_, door) => {
    const answer = await door(it.partner);

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toContain('barrier');
  });

  test('[A28] one does not approve one’s own renewal', async () => {
    const { id } = bodyOf(await it.ask());

    const answer = await it.partner.post(`/access-requests/${id}/approve`);

    expect(failedChecks(answer)).toEqual(['barrier', 'state']);
  });

  test('one does the rest that the role allows', async () => {
    const user = { email: 'user@acme.example', displayName: 'A user', type: 'user' };

    const answers = await Promise.all([
      it.partner.patch(it.world.at('acme'), { description: 'anvils' }, { ifMatch: '*' }),
      it.partner.post(it.world.at('acme', '/accounts'), user),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 201]);
  });

  test('[A5] one changes nothing as a reader', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn({ role: 'TenantReader' });

    const edit = await it.partner.patch(
      it.world.at('acme'),
      { description: 'anvils' },
      { ifMatch: '*' },
    );

    expect(await it.sees(it.partner)).toBe(true);
    expect(edit.status).toBe(403);
  });

  test('[A34] one owes no second factor elsewhere because the inside asks one', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();
    const asked = { mfa: 'everybody' };

    bodyOf(await it.inside.patch(it.world.at('acme', '/settings'), asked, { ifMatch: '*' }));

    const { next, grants } = await it.partner.who();
    expect([next, grants.map(({ role }) => role)]).toEqual(['done', ['PartnerAdministrator']]);
    expect(await it.sees(it.partner)).toBe(false);
    expect((await it.partner.get(it.world.at('alder', '/accounts'))).status).toBe(200);
  });

  test('[A15] one is no administrator that an organisation could be left with', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn();
    const [last] = (await rolesAt(it)).filter(({ expiresAt }) => expiresAt === null);

    const answer = await it.inside.delete(`/grants/${last?.id}`);

    expect(failedChecks(answer)).toEqual(['state']);
  });
});

describe('the end of access by time', () => {
  test('[A31] holds from the moment on, for reading, lists and the feed', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn({ days: 1 });
    await it.pass(DAY - HOUR);
    const before = await looksInside(it);

    await it.pass(HOUR);

    expect(before).toEqual({ sees: true, holds: true, topics: true });
    expect(await looksInside(it)).toEqual({ sees: false, holds: false, topics: false });
    await it.look();
    expect(await it.list(it.partner)).toMatchObject([{ status: 'expired', endedByName: null }]);
    expect(await guestsOf(it)).toEqual([]);
  });

  test('[A31] takes open sockets out at the moment itself', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn({ days: 1 });
    await it.pass(DAY - 10_000);
    const [outside, inside] = await Promise.all([it.partner.socket(), it.inside.socket()]);
    const wanted = { scope: 'record' as const, organisationId: it.world.ids.acme };
    await outside.subscribe(wanted);
    await inside.subscribe(wanted);
    it.world.clock.advance(9_800);

    await it.look(); // knows now that the end is a fifth of a second away
    await outside.until(({ access }) => access.some(({ ended }) => ended.length > 0));
    await inside.until(({ changes }) =>
      changes.some(({ resource }) => resource === 'accessRequest'),
    );
    const user = { email: 'late@acme.example', displayName: 'Late', type: 'user' };
    bodyOf(await it.inside.post(it.world.at('acme', '/accounts'), user));
    await inside.until(({ changes }) => changes.some(({ resource }) => resource === 'account'));
    await outside.roundTrip();

    const ended = outside.access.flatMap(({ ended }) => ended.flatMap(({ topics }) => topics));
    expect(ended).toEqual(expect.arrayContaining(['accounts', 'access']));
    expect(outside.changes.filter(({ resource }) => resource === 'account')).toEqual([]);
    expect(inside.changes).toContainEqual(
      expect.objectContaining({
        resource: 'accessRequest',
        actor: { id: 'system', displayName: 'Canopy' },
        fields: expect.objectContaining({ status: 'expired' }) as unknown,
      }),
    );
  });

  test('[A35] is announced thirty, seven and one days before, to both sides, each once', async () => {
    await using it = await BehindAcme.begin();
    await it.letIn({ days: 60 });
    const mails = async () => {
      await it.look();
      await it.look();
      const texts = await Promise.all(
        ['partner-admin@alder.example', 'tenant-admin@acme.example'].map((email) =>
          it.world.mailsTo(email),
        ),
      );
      return texts.map((all) => all.filter(({ headers }) => headers.includes('ends soon')).length);
    };

    const counts = [await mails()];
    for (const days of [29, 1, 22, 1, 6, 0.5]) {
      it.world.clock.advance(days * DAY);
      counts.push(await mails());
    }

    expect(counts.map(([guest]) => guest)).toEqual([0, 0, 1, 1, 2, 3, 3]);
    expect(counts.map(([, inside]) => inside)).toEqual([0, 0, 1, 1, 2, 3, 3]);
  });
});

describe('whoever asked, outside', () => {
  test.each([
    ['approve', {}],
    ['refuse', { reason: 'No.' }],
  ])('[A30] is told at once that those inside %s', async (verb, body) => {
    await using it = await BehindAcme.begin();
    const { id } = bodyOf(await it.ask());
    const live = await it.partner.socket();

    bodyOf(await it.inside.post(`/access-requests/${id}/${verb}`, body));

    await live.until(({ access }) => access.length > 0);
    expect(live.changes).toEqual([]);
  });
});

async function rolesAt(it: BehindAcme): Promise<Grant[]> {
  return bodyOf(await it.inside.get<Page<Grant>>(it.world.at('acme', '/grants'))).items;
}

async function guestsOf(it: BehindAcme): Promise<Grant[]> {
  return (await rolesAt(it)).filter(({ expiresAt }) => expiresAt !== null);
}

async function insider(it: BehindAcme): Promise<string> {
  return (await it.inside.who()).account.id;
}

/** Somebody at home inside who holds no role. */
async function roleless(it: BehindAcme): Promise<string> {
  const user = { email: 'plain@acme.example', displayName: 'Plain', type: 'user' };
  return bodyOf(await it.inside.post<{ id: string }>(it.world.at('acme', '/accounts'), user)).id;
}

/** Somebody whom the partner administers, at home outside. */
async function outsider(it: BehindAcme): Promise<string> {
  const user = { email: 'plain@alder.example', displayName: 'Plain', type: 'user' };
  return bodyOf(await it.partner.post<{ id: string }>(it.world.at('alder', '/accounts'), user)).id;
}

/** A unit that those inside have deleted. */
async function deletedUnit(it: BehindAcme): Promise<string> {
  const fields = { kind: 'unit', parentId: it.world.ids.acme, displayName: 'Gone' };
  const { id } = bodyOf(await it.inside.post<{ id: string }>('/organisations', fields));
  bodyOf(await it.inside.post(`/organisations/${id}/suspend`));
  bodyOf(await it.inside.delete(`/organisations/${id}`));
  return id;
}

async function waiting(it: BehindAcme): Promise<string> {
  return bodyOf(await it.ask(await it.world.signIn('second-partner-admin@alder'))).id;
}

async function takeRoleAbove(it: BehindAcme): Promise<void> {
  const { account } = await it.partner.who();
  const { items } = bodyOf(
    await it.world.founder.get<Page<Grant>>(it.world.at('alder', '/grants')),
  );
  const grant = items.find(({ accountId }) => accountId === account.id);
  bodyOf(await it.world.founder.delete(`/grants/${grant?.id}`));
}

async function looksInside(it: BehindAcme) {
  const { grants } = await it.partner.who();
  const feed = bodyOf(
    await it.partner.get<Page<{ topic: string }>>(it.world.at('acme', '/activity')),
  );
  return {
    sees: await it.sees(it.partner),
    holds: grants.some(({ expiresAt }) => expiresAt !== null),
    topics: feed.items.some(({ topic }) => topic === 'accounts'),
  };
}
