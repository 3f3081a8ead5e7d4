import { expect, test } from 'vitest';
import type { BulkPreview } from '../../shared/bulk/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Job, JobOutcome } from '../../shared/jobs/contract.ts';
import type { Onboarding, StepSpan } from '../../shared/onboarding/contract.ts';
import type {
  MovePreview,
  OnboardingTemplate,
  TemplateStep,
} from '../../shared/onboarding/templates/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const templates = '/onboarding-templates';
const any = { ifMatch: '*' };

async function partnerTemplate(): Promise<OnboardingTemplate> {
  const { items } = bodyOf(await founder.get<Page<OnboardingTemplate>>(templates));
  return items.find(({ kind }) => kind === 'partner') as OnboardingTemplate;
}

/** Publishes the steps of partners otherwise; the template then. */
async function publish(change: (steps: TemplateStep[]) => TemplateStep[]) {
  const { id, draft } = bodyOf(
    await founder.post<OnboardingTemplate>(templates, { kind: 'partner' }),
  );
  const body = { stallDays: 4, steps: change(draft?.steps ?? []) };
  bodyOf(await founder.put(`${templates}/${id}/draft`, body, any));
  return bodyOf(
    await founder.post<OnboardingTemplate>(`${templates}/${id}/publish`, undefined, any),
  );
}

const manual = (key: string): TemplateStep => ({
  ...{ key, title: `The ${key}`, why: 'Because.', side: 'own', fact: null, after: [], page: null },
});

const at = ({ id }: { id: string }, rest = '') => `/organisations/${id}/onboarding${rest}`;
const onboardingOf = async (place: { id: string }) =>
  bodyOf(await founder.get<Onboarding>(at(place)));
const statesOf = ({ steps }: Onboarding) =>
  Object.fromEntries(steps.map(({ key, state }) => [key, state]));

async function moveOver(places: readonly { id: string }[], version: number) {
  const body = { action: 'move-over', ids: places.map(({ id }) => id), version };
  let job = bodyOf(await founder.post<Job>('/bulk', body));
  while (job.endedAt === null) {
    await world.server.running.context.jobs.settled();
    job = bodyOf(await founder.get<Job>(`/jobs/${job.id}`));
  }
  const { items } = bodyOf(await founder.get<Page<JobOutcome>>(`/jobs/${job.id}/outcomes`));
  return items.map(({ outcome }) => outcome);
}

async function previewOf({ id }: Organisation): Promise<MovePreview | undefined> {
  const { id: template } = await partnerTemplate();
  const path = `${templates}/${template}/moves?limit=200`;
  const { items } = bodyOf(await founder.get<Page<MovePreview>>(path));
  return items.find((each) => each.id === id);
}

test('[O16] an onboarding that is moved over keeps what was done, and is foreseen as it comes', async () => {
  await publish((steps) => [...steps, manual('call')]);
  const partner = await world.create('partner', 'north');
  for (const [step, deed] of [
    ['contract-signed', 'complete'],
    ['call', 'complete'],
  ]) {
    bodyOf(await founder.post(at(partner, `/steps/${step}/${deed}`)));
  }
  const dueOn = '2026-12-24';
  bodyOf(await founder.patch(at(partner, '/steps/first-tenant'), { dueOn }, any));
  const { published } = await publish((steps) => [
    manual('welcome'),
    ...steps.filter(({ key }) => key !== 'call' && key !== 'second-factor'),
  ]);

  const preview = await previewOf(partner);
  const before = await onboardingOf(partner);
  const outcomes = await moveOver([partner], published.version);

  const moved = await onboardingOf(partner);
  expect(outcomes).toEqual(['done']);
  expect(preview).toMatchObject({
    ...{ displayName: partner.displayName, from: published.version - 1 },
    added: [{ key: 'welcome', state: 'not-started' }],
    dropped: [
      { key: 'second-factor', state: 'later' },
      { key: 'call', state: 'done' },
    ],
  });
  const foreseen = [...(preview?.added ?? []), ...(preview?.kept ?? [])];
  expect(statesOf(moved)).toEqual(
    Object.fromEntries(foreseen.map(({ key, state }) => [key, state])),
  );
  expect(moved).toMatchObject({
    ...{ template: { version: published.version }, total: 7, done: before.done - 1 },
    ...{ currentStep: 'welcome', currentTitle: 'The welcome' },
  });
  const stays = (onboarding: Onboarding) =>
    onboarding.steps.find(({ key }) => key === 'contract-signed');
  expect(stays(moved)?.evidence).toEqual(stays(before)?.evidence);
  expect(moved.steps.find(({ key }) => key === 'first-tenant')?.dueOn).toBe(dueOn);

  const { items } = bodyOf(await founder.get<Page<StepSpan>>(at(partner, '/spans')));
  const call = items.filter(({ key }) => key === 'call');
  expect(call.map(({ title, state, to }) => [title, state, to !== null])).toEqual([
    ['The call', 'done', true],
    ['The call', 'not-started', true],
  ]);
});

test('[O16] what was completed by hand, or made done by a fact, is not done again', async () => {
  const partner = await world.create('partner', 'north');
  bodyOf(await founder.post(at(partner, '/steps/contract-signed/complete')));
  const { published } = await publish((steps) =>
    steps.map((step) => (step.key === 'billing-complete' ? { ...step, fact: null } : step)),
  );

  await moveOver([partner], published.version);

  const { steps } = await onboardingOf(partner);
  const billing = steps.find(({ key }) => key === 'billing-complete');
  expect(billing).toMatchObject({ source: 'manual', state: 'done' });
  expect(steps.find(({ key }) => key === 'contract-signed')).toMatchObject({ state: 'done' });
});

test('[O16] an onboarding whose open steps are dropped is done', async () => {
  const partner = await world.create('partner', 'north');
  bodyOf(await founder.post(at(partner, '/steps/contract-signed/complete')));
  const { published } = await publish((steps) =>
    steps.flatMap((step) => (step.key === 'contract-signed' ? [{ ...step, after: [] }] : [])),
  );

  await moveOver([partner], published.version);

  const moved = await onboardingOf(partner);
  expect(moved).toMatchObject({ state: 'done', done: 1, total: 1, currentStep: null });
  expect(moved.finishedAt).not.toBeNull();
  const outlines = await founder.get<Page<object>>(at(partner, '/outlines'));
  expect(bodyOf(outlines).items).toMatchObject([{ state: 'done' }]);
});

test('[O16] done ones, newer ones and those behind a barrier stay as they are, and it is said', async () => {
  const closed = await world.create('partner', 'north', { managementMode: 'self-managed' });
  const partner = await world.create('partner', 'north');
  const { published } = await publish((steps) => [...steps, manual('more')]);
  const newer = await world.create('partner', 'north');

  const body = { action: 'move-over', ids: [closed.id], version: published.version };
  const foreseen = bodyOf(await founder.post<BulkPreview>('/bulk?dryRun=true', body));
  const outcomes = await moveOver([closed, newer, partner], published.version);

  expect(await previewOf(closed)).toBeUndefined();
  expect(foreseen.counts).toEqual({ allowed: 0, refused: 1, missing: 0 });
  expect(outcomes).toEqual(['refused', 'refused', 'done']);
});

test('[O16] nobody below the platform moves one over', async () => {
  const distributor = await world.signIn('distributor-admin@north');
  const partner = await world.create('partner', 'north');
  const { published } = await publish((steps) => [...steps, manual('last')]);

  const body = { action: 'move-over', ids: [partner.id], version: published.version };
  const foreseen = bodyOf(await distributor.post<BulkPreview>('/bulk?dryRun=true', body));

  expect(foreseen.counts).toEqual({ allowed: 0, refused: 1, missing: 0 });
});
