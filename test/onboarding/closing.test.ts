import { expect, test } from 'vitest';
import type { Home } from '../../shared/home/contract.ts';
import type { EditStep, Onboarding, OnboardingStep } from '../../shared/onboarding/contract.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const byHand = 'contract-signed';
const byFact = 'administrator-invited';
const refused = { status: 409, body: { code: 'onboarding.state' } };

interface Place {
  id: string;
}

const pathOf = ({ id }: Place, key: string) => `/organisations/${id}/onboarding/steps/${key}`;
const act = (at: Place, key: string, deed: string, body?: object) =>
  founder.post<OnboardingStep>(`${pathOf(at, key)}/${deed}`, body);
const edit = (at: Place, key: string, body: EditStep, by = founder) =>
  by.patch<OnboardingStep>(pathOf(at, key), body, { ifMatch: '*' });

async function stepOf({ id }: Place, key: string) {
  const { steps } = bodyOf(await founder.get<Onboarding>(`/organisations/${id}/onboarding`));
  return steps.find((step) => step.key === key);
}

test('[O2] a step that is done or waived is not completed or waived again', async () => {
  const tenant = await world.create('tenant', 'birch');
  bodyOf(await act(tenant, byHand, 'complete'));
  bodyOf(await act(tenant, byFact, 'waive', { reason: 'They use the API.' }));
  const before = [await stepOf(tenant, byHand), await stepOf(tenant, byFact)];

  expect(await act(tenant, byHand, 'complete')).toMatchObject(refused);
  for (const key of [byHand, byFact, 'billing-complete']) {
    expect(await act(tenant, key, 'waive', { reason: 'Another.' })).toMatchObject(refused);
  }
  expect([await stepOf(tenant, byHand), await stepOf(tenant, byFact)]).toEqual(before);
});

test('[O2] a waived step is not completed by hand', async () => {
  const tenant = await world.create('tenant', 'birch');
  bodyOf(await act(tenant, byHand, 'waive', { reason: 'It is on paper.' }));

  expect(await act(tenant, byHand, 'complete')).toMatchObject(refused);
});

test('[O2] an open step is not reopened, and stays blocked', async () => {
  const tenant = await world.create('tenant', 'birch');
  bodyOf(await edit(tenant, byHand, { blocked: 'The lawyer is away.' }));

  expect(await act(tenant, byHand, 'reopen')).toMatchObject(refused);
  expect(await stepOf(tenant, byHand)).toMatchObject({
    ...{ state: 'blocked', blocked: 'The lawyer is away.', reopened: 0 },
  });
});

test('[O3] a step that is not waived any more says what it lacks, and not who waived it', async () => {
  const tenant = await world.create('tenant', 'birch');
  const { evidence } = (await stepOf(tenant, byFact)) ?? {};
  bodyOf(await act(tenant, byFact, 'waive', { reason: 'They use the API.' }));

  const open = bodyOf(await act(tenant, byFact, 'reopen'));

  expect(evidence).toBeTruthy();
  expect(open).toMatchObject({ state: 'not-started', evidence, reason: null });
});

test('[O5] a waived step shows who waived it, whatever else its fact lacks', async () => {
  const tenant = await world.create('tenant', 'birch');
  const billing = `/organisations/${tenant.id}/billing`;
  bodyOf(await founder.patch(billing, { contact: { phone: '' } }, { ifMatch: '*' }));
  bodyOf(await act(tenant, 'billing-complete', 'waive', { reason: 'They pay in cash.' }));
  const before = await stepOf(tenant, 'billing-complete');
  bodyOf(await founder.patch(billing, { taxId: 'DE 1' }, { ifMatch: '*' }));

  expect(before?.evidence).toMatchObject({ code: 'onboarding.waivedBy' });
  expect(await stepOf(tenant, 'billing-complete')).toMatchObject({ evidence: before?.evidence });
});

test('[D1] steps of mine are one line for each organisation, and those out of sight hide none', async () => {
  const cedar = await world.signIn('partner-admin@cedar');
  const { account } = await cedar.who();
  for (let count = 0; count < 4; count += 1) {
    const { id } = await world.create('tenant', 'birch');
    await world.em.execute(
      `update onboarding_steps set owner_id = ? where organisation_id = ? and "key" = ?`,
      [account.id, id, byHand],
    );
  }
  const tenant = await world.create('tenant', 'cedar');
  for (const key of [byHand, byFact]) {
    bodyOf(await edit(tenant, key, { ownerId: account.id }, cedar));
  }

  const { needsMe } = bodyOf(await cedar.get<Home>('/home'));

  const mine = needsMe.filter(({ title }) => title.includes('is yours'));
  expect(mine.map(({ organisation }) => organisation?.id)).toEqual([tenant.id]);
});

test('[D1] behind a closed barrier an onboarding is a line for those inside, whoever it waits on', async () => {
  const inside = await world.signIn('tenant-admin@acme');
  const acme = { id: world.ids.acme };
  await founder.post(`/organisations/${acme.id}/onboarding`);
  const { currentStep } = bodyOf(
    await founder.get<Onboarding>(`/organisations/${acme.id}/onboarding`),
  );
  bodyOf(await edit(acme, currentStep ?? '', { waitsOn: 'parent' }));
  const linesOf = async () => {
    const { needsMe } = bodyOf(await inside.get<Home>('/home'));
    return needsMe.filter(({ kind }) => kind === 'onboarding').map(({ title }) => title);
  };
  expect(await linesOf()).toEqual([]);

  const access = `/organisations/${acme.id}/access`;
  bodyOf(await inside.put(access, { managementMode: 'self-managed' }));
  expect(await linesOf()).toEqual([expect.stringContaining('nobody above sees')]);
});
