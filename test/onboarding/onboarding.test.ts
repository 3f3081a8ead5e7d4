import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type {
  EditStep,
  ListedOnboarding,
  Onboarding,
  OnboardingOutline,
  OnboardingStep,
  StepSpan,
} from '../../shared/onboarding/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const any = { ifMatch: '*' };
let alder: Session;

beforeAll(async () => {
  alder = await world.signIn('partner-admin@alder');
});

const pathOf = ({ id }: { id: string }, rest = '') => `/organisations/${id}/onboarding${rest}`;

async function onboardingOf(at: { id: string }, by: Session = founder): Promise<Onboarding> {
  return bodyOf(await by.get<Onboarding>(pathOf(at)));
}

async function stepOf(at: { id: string }, key: string): Promise<OnboardingStep> {
  const { steps } = await onboardingOf(at);
  return steps.find((step) => step.key === key) as OnboardingStep;
}

async function statesAt(at: { id: string }): Promise<Record<string, string>> {
  const { steps } = await onboardingOf(at);
  return Object.fromEntries(steps.map(({ key, state }) => [key, state]));
}

const edit = (at: { id: string }, key: string, body: EditStep, options: object = any) =>
  founder.patch<OnboardingStep>(pathOf(at, `/steps/${key}`), body, options);
const act = (at: { id: string }, key: string, deed: string, body?: object) =>
  founder.post<OnboardingStep>(pathOf(at, `/steps/${key}/${deed}`), body);

/** Somebody who has not come in yet, invited to administer it. */
async function invite({ id }: Organisation): Promise<{ id: string }> {
  const input = { email: `first@${id}.example`, displayName: 'Dana Ito' };
  const grants = [{ role: 'TenantAdministrator' }];
  return bodyOf(await founder.post(`/organisations/${id}/accounts`, { ...input, grants }));
}

describe('a new organisation', () => {
  test('[O4] begins with an onboarding of its kind, and one without has none', async () => {
    const tenant = await world.create('tenant', 'birch');
    const partner = await world.create('partner', 'south');
    const folder = await world.create('folder', 'birch');

    expect(await onboardingOf(tenant)).toMatchObject({
      ...{ organisationId: tenant.id, state: 'in-progress', done: 1, total: 6 },
      ...{ currentStep: 'administrator-invited', waitsOn: 'parent', template: { version: 1 } },
      organisation: { displayName: tenant.displayName },
      parent: { displayName: 'Birch' },
    });
    expect(await statesAt(partner)).toEqual({
      'administrator-invited': 'not-started',
      'invitation-accepted': 'later',
      'billing-complete': 'done',
      'second-factor': 'later',
      'mode-chosen': 'later',
      'contract-signed': 'not-started',
      'first-tenant': 'later',
    });
    expect((await founder.get(pathOf(folder))).status).toBe(404);
  });

  test('[O1] that names its first administrator has invited them', async () => {
    const firstAdministrator = { email: 'first@closed.example', displayName: 'Rosa' };
    const tenant = await world.create('tenant', 'birch', {
      ...{ managementMode: 'self-managed', firstAdministrator },
    });

    const rows = await world.em.execute<{ key: string }[]>(
      `select "key" from onboarding_steps where organisation_id = ? and state = 'done' order by position`,
      [tenant.id],
    );

    expect(rows.map(({ key }) => key)).toEqual([
      ...['administrator-invited', 'billing-complete', 'mode-chosen'],
    ]);
  });

  test('[O4] has one onboarding only; one from before is started by hand', async () => {
    const tenant = await world.create('tenant', 'birch');
    const again = await founder.post(pathOf(tenant));
    for (const table of ['onboardings', 'onboarding_steps', 'onboarding_outlines']) {
      await world.em.execute(`delete from ${table} where organisation_id = ?`, [tenant.id]);
    }

    const started = await founder.post<Onboarding>(pathOf(tenant));

    expect(again).toMatchObject({ status: 409, body: { code: 'onboarding.exists' } });
    expect(started).toMatchObject({ status: 201, body: { done: 1, total: 6 } });
    expect((await founder.post(world.at('grove', '/onboarding'))).status).toBe(403);
  });
});

describe('a step that a fact tells of', () => {
  test('[O1] is done by what happens, and says by what', async () => {
    const tenant = await world.create('tenant', 'birch');

    const { id } = await invite(tenant);

    expect(await stepOf(tenant, 'administrator-invited')).toMatchObject({
      state: 'done',
      evidence: {
        detail: 'Dana Ito was invited as an administrator.',
        href: `/organisations/${tenant.id}/accounts/${id}`,
      },
    });
    expect(await onboardingOf(tenant)).toMatchObject({
      done: 2,
      currentStep: 'invitation-accepted',
    });
  });

  test('[O1] is done when the invitation is accepted, and the mode confirmed', async () => {
    await world.signIn('tenant-admin@gamma');
    const inside = await world.signIn('tenant-admin@gamma');
    const at = { id: world.ids.gamma };
    bodyOf(await inside.put(world.at('gamma', '/access'), { managementMode: 'managed' }));

    expect(await statesAt(at)).toMatchObject({
      'invitation-accepted': 'done',
      'mode-chosen': 'done',
      'second-factor': 'not-started',
    });
  });

  test('[O3] is open again when its fact is not so any more, and says what it lacks', async () => {
    const tenant = await world.create('tenant', 'birch');
    const billing = `/organisations/${tenant.id}/billing`;
    bodyOf(await founder.patch(billing, { contact: { phone: '' } }, any));

    const open = await stepOf(tenant, 'billing-complete');
    bodyOf(await founder.patch(billing, { contact: { phone: '+49 30 1' } }, any));

    expect(open).toMatchObject({
      ...{ state: 'not-started', reopened: 1 },
      evidence: { detail: 'The billing profile lacks a phone number.' },
    });
    expect(await stepOf(tenant, 'billing-complete')).toMatchObject({ state: 'done', reopened: 1 });
  });

  test('[O3] is read anew where the first tenant comes and goes', async () => {
    const partner = await world.create('partner', 'south');
    const before = await stepOf(partner, 'first-tenant');
    const tenant = await world.create('tenant', partner);
    const with1 = await stepOf(partner, 'first-tenant');
    bodyOf(await founder.post(`/organisations/${tenant.id}/move`, { parentId: world.ids.cedar }));

    expect([before.state, with1.state]).toEqual(['later', 'done']);
    expect(await stepOf(partner, 'first-tenant')).toMatchObject({ state: 'later', reopened: 1 });
  });

  test('[O1] is not ticked by hand', async () => {
    const tenant = await world.create('tenant', 'birch');

    for (const deed of ['complete', 'reopen']) {
      const answer = await act(tenant, 'billing-complete', deed);
      expect(answer).toMatchObject({ status: 409, body: { code: 'onboarding.derived' } });
    }
  });

  test('an ordinary change leaves it alone', async () => {
    const tenant = await world.create('tenant', 'birch');
    const { version } = await onboardingOf(tenant);
    bodyOf(await founder.patch(`/organisations/${tenant.id}`, { description: 'x' }, any));
    bodyOf(await founder.patch(`/organisations/${tenant.id}/billing`, { taxId: 'x' }, any));

    expect((await onboardingOf(tenant)).version).toBe(version);
  });
});

describe('people', () => {
  test('[O2] complete and reopen what no fact tells of', async () => {
    const tenant = await world.create('tenant', 'birch');

    const done = bodyOf(await act(tenant, 'contract-signed', 'complete'));
    const open = bodyOf(await act(tenant, 'contract-signed', 'reopen'));

    expect(done).toMatchObject({
      state: 'done',
      evidence: { detail: 'platform admin of platform completed it.' },
    });
    expect(open).toMatchObject({ state: 'not-started', reopened: 1, evidence: null });
  });

  test('[O5] waive with a reason, and it stays waived when its fact becomes so', async () => {
    const tenant = await world.create('tenant', 'birch');
    const silent = await act(tenant, 'administrator-invited', 'waive', { reason: ' ' });
    bodyOf(await act(tenant, 'administrator-invited', 'waive', { reason: 'They use the API.' }));
    const waived = await stepOf(tenant, 'administrator-invited');
    await invite(tenant);

    expect(silent.status).toBe(422);
    expect(waived).toMatchObject({
      ...{ state: 'waived', reason: 'They use the API.' },
      evidence: { detail: 'platform admin of platform waived it.' },
    });
    expect(await stepOf(tenant, 'administrator-invited')).toMatchObject({
      ...{ state: 'waived', reason: 'They use the API.' },
      evidence: { detail: 'Dana Ito was invited as an administrator.' },
    });
  });

  test('[O2] say whom it waits on, by when, and what blocks it', async () => {
    const tenant = await world.create('tenant', 'birch');
    const key = 'contract-signed';
    const waiting = bodyOf(await edit(tenant, key, { waitsOn: 'outside', dueOn: '2026-03-02' }));
    const blocked = bodyOf(await edit(tenant, key, { blocked: 'The lawyer is away.' }));

    expect(waiting).toMatchObject({ state: 'waiting', waitsOn: 'outside', dueOn: '2026-03-02' });
    expect(blocked).toMatchObject({ state: 'blocked', reason: 'The lawyer is away.' });
    for (const dueOn of ['soon', '1999-12-31', '2201-01-01']) {
      expect((await edit(tenant, key, { dueOn })).status).toBe(422);
    }
    expect((await edit(tenant, key, {}, {})).status).toBe(428);
    expect((await edit(tenant, 'nothing', {})).status).toBe(404);
    expect((await edit(tenant, key, { blocked: 'Twice.' }, { ifMatch: 1 })).status).toBe(409);
  });

  test('[O7] take care of steps as long as they may work there', async () => {
    const tenant = await world.create('tenant', 'alder');
    const second = await world.signIn('second-partner-admin@alder');
    const { account, grants } = await second.who();
    const stranger = (await (await world.signIn('partner-admin@cedar')).who()).account;

    const refused = await edit(tenant, 'contract-signed', { ownerId: stranger.id });
    const owned = bodyOf(await edit(tenant, 'contract-signed', { ownerId: account.id }));
    bodyOf(await alder.delete(`/grants/${grants[0]?.id}`));

    expect(refused).toMatchObject({ status: 422 });
    expect(owned).toMatchObject({
      ...{ state: 'in-progress', owner: { id: account.id, displayName: account.displayName } },
    });
    expect(await stepOf(tenant, 'contract-signed')).toMatchObject({
      ...{ state: 'not-started', owner: null },
    });
  });
});

test('[O8] what became of a step is told in spans, with whose deed it was', async () => {
  const tenant = await world.create('tenant', 'birch');
  bodyOf(await edit(tenant, 'contract-signed', { waitsOn: 'parent' }));
  bodyOf(await edit(tenant, 'contract-signed', { waitsOn: 'outside' }));

  const { items } = bodyOf(await founder.get<Page<StepSpan>>(pathOf(tenant, '/spans')));
  const ofIt = items.filter(({ key }) => key === 'contract-signed');

  expect(ofIt.map(({ state, waitsOn, to }) => [state, waitsOn, to === null])).toEqual([
    ['waiting', 'outside', true],
    ['waiting', 'parent', false],
    ['not-started', null, false],
  ]);
  expect(ofIt[0]).toMatchObject({ title: 'Sign the contract', by: 'platform admin of platform' });
});

test('[O8] a span says why a step was blocked or waived', async () => {
  const tenant = await world.create('tenant', 'birch');
  bodyOf(await edit(tenant, 'contract-signed', { blocked: 'The lawyer is away.' }));
  bodyOf(await edit(tenant, 'contract-signed', { blocked: null }));
  bodyOf(await act(tenant, 'contract-signed', 'waive', { reason: 'It is on paper.' }));

  const { items } = bodyOf(await founder.get<Page<StepSpan>>(pathOf(tenant, '/spans')));
  const ofIt = items.filter(({ key }) => key === 'contract-signed');

  expect(ofIt.map(({ state, reason }) => [state, reason])).toEqual([
    ['waived', 'It is on paper.'],
    ['not-started', null],
    ['blocked', 'The lawyer is away.'],
    ['not-started', null],
  ]);
});

test('[O11] an onboarding goes with its organisation and comes back with it', async () => {
  const tenant = await world.create('tenant', 'birch');
  bodyOf(await act(tenant, 'contract-signed', 'complete'));
  const before = await statesAt(tenant);
  bodyOf(await founder.post(`/organisations/${tenant.id}/suspend`));
  bodyOf(await founder.delete(`/organisations/${tenant.id}`));
  const gone = await world.em.execute<object[]>(
    'select id from onboarding_steps where organisation_id = ?',
    [tenant.id],
  );
  bodyOf(await founder.post(`/organisations/${tenant.id}/restore`));

  expect(gone).toEqual([]);
  expect(await statesAt(tenant)).toEqual(before);
});

test('[O3] what was so before a deletion, and ended meanwhile, is open after restoring', async () => {
  const tenant = await world.create('tenant', 'birch');
  const guest = { email: 'guest@birch.example', displayName: 'Ilja Sand' };
  const { id } = bodyOf(await founder.post<{ id: string }>(world.at('birch', '/accounts'), guest));
  const grant = { role: 'TenantAdministrator', organisationId: tenant.id };
  bodyOf(await founder.post(`/accounts/${id}/grants`, grant));
  const before = await stepOf(tenant, 'administrator-invited');
  bodyOf(await founder.post(`/organisations/${tenant.id}/suspend`));
  bodyOf(await founder.delete(`/organisations/${tenant.id}`));
  bodyOf(await founder.delete(`/accounts/${id}`));
  bodyOf(await founder.post(`/organisations/${tenant.id}/restore`));

  expect(before.state).toBe('done');
  expect(await stepOf(tenant, 'administrator-invited')).toMatchObject({
    ...{ state: 'not-started', reopened: 1 },
  });
});

describe('behind a closed barrier', () => {
  test('[O9] those above see whether it is done, at HTTP and at the socket', async () => {
    const inside = await world.signIn('tenant-admin@delta');
    const cedar = await world.signIn('partner-admin@cedar');
    const delta = { id: world.ids.delta };
    const whole = await onboardingOf(delta, cedar);
    bodyOf(await inside.put(world.at('delta', '/access'), { managementMode: 'self-managed' }));
    await using live = await cedar.socket();
    await using within = await inside.socket();
    const topics = ['onboarding'] as const;
    const followed = await live.subscribe({
      ...{ scope: 'subtree', organisationId: world.ids.cedar, topics: [...topics] },
    });
    await live.subscribe({ scope: 'record', organisationId: delta.id, topics: [...topics] });
    await within.subscribe({ scope: 'record', organisationId: delta.id, topics: [...topics] });

    for (const { key, state } of (await onboardingOf(delta, inside)).steps) {
      if (state === 'done') continue;
      const path = pathOf(delta, `/steps/${key}/waive`);
      bodyOf(await inside.post(path, { reason: 'A small one.' }));
    }
    await live.until(({ changes }) => changes.some(({ fields }) => fields['state'] === 'done'));

    const outline = { id: whole.id, organisationId: delta.id, state: 'done' };
    expect(bodyOf(await cedar.get<OnboardingOutline>(pathOf(delta)))).toEqual(outline);
    expect((await cedar.get(pathOf(delta, '/steps'))).status).toBe(403);
    expect((await cedar.get(pathOf(delta, '/spans'))).status).toBe(403);
    const listed = await cedar.get<Page<ListedOnboarding>>(
      world.at('cedar', '/onboardings?within=branch'),
    );
    expect(bodyOf(listed).items).toContainEqual(outline);
    expect(followed.topics).toEqual(['onboarding', 'progress']);
    expect(live.changes.map(({ resource, fields }) => [resource, fields])).toEqual([
      ['onboardingState', { state: 'done' }],
    ]);
    expect(within.changes.map(({ resource, topic }) => `${topic}: ${resource}`)).toEqual(
      expect.arrayContaining(['onboarding: onboarding', 'onboarding: onboardingStep']),
    );
  });

  test('[O9] nobody above works on it', async () => {
    const cedar = await world.signIn('partner-admin@cedar');
    const path = world.at('delta', '/onboarding/steps/contract-signed');

    expect((await cedar.post(`${path}/reopen`)).status).toBe(403);
    expect((await cedar.patch(path, { dueOn: null }, any)).status).toBe(403);
  });
});

test('the list is counted, narrowed by the state, and turned page by page', async () => {
  const rest = '/onboardings?within=branch&state=in-progress&count=true&limit=2';
  const first = bodyOf(await founder.get<Page<ListedOnboarding>>(world.at('north', rest)));
  const second = bodyOf(
    await founder.get<Page<ListedOnboarding>>(
      world.at('north', `${rest}&cursor=${first.nextCursor}`),
    ),
  );

  const rows = await world.em.execute<{ count: string }[]>(
    `select count(*) as count from onboardings n join organisations o on o.id = n.organisation_id
     where n.state = 'in-progress' and o.path like ?`,
    [`%${world.ids.north}%`],
  );
  expect(first.count?.total).toBe(Number(rows[0]?.count));
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
    [...new Set([...first.items, ...second.items].map(({ id }) => id))].sort().reverse(),
  );
});
