import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../shared/core/paging.ts';
import type { Onboarding } from '../../shared/onboarding/contract.ts';
import type {
  OnboardedKind,
  OnboardingTemplate,
  TemplateDraft,
  TemplateStep,
} from '../../shared/onboarding/templates/contract.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
let colleague: Session;

beforeAll(async () => {
  colleague = await world.signIn('second-platform-admin@platform');
});

const base = '/onboarding-templates';

async function templateOf(kind: OnboardedKind): Promise<OnboardingTemplate> {
  const { items } = bodyOf(await founder.get<Page<OnboardingTemplate>>(base));
  return items.find((each) => each.kind === kind) as OnboardingTemplate;
}

/** The template of a kind, with a draft that nobody has touched. */
async function freshDraft(kind: OnboardedKind) {
  const { id, draft } = await templateOf(kind);
  if (draft) bodyOf(await founder.delete(`${base}/${id}/draft`, { ifMatch: '*' }));
  const begun = bodyOf(await founder.post<OnboardingTemplate>(base, { kind }));
  return { ...begun, draft: begun.draft as TemplateDraft };
}

type Begun = Awaited<ReturnType<typeof freshDraft>>;

const save = (by: Session, { id, version }: OnboardingTemplate, draft: object) =>
  by.put<OnboardingTemplate>(`${base}/${id}/draft`, draft, { ifMatch: version });
const publish = (by: Session, { id }: { id: string }, ifMatch: number | string) =>
  by.post<OnboardingTemplate>(`${base}/${id}/publish`, undefined, { ifMatch });

/** The draft with one of its steps otherwise. */
function having({ draft }: Begun, key: string, fields: Partial<TemplateStep>): TemplateDraft {
  const steps = draft.steps.map((step) => (step.key === key ? { ...step, ...fields } : step));
  return { ...draft, steps };
}

const survey: TemplateStep = {
  ...{ key: 'survey', title: 'Fill in the survey', why: 'We learn from it.', side: 'own' },
  ...{ fact: null, after: ['contract-signed'], page: 'details' },
};

test('[O4] each kind has a template from the start, with its first version', async () => {
  const { items } = bodyOf(await founder.get<Page<OnboardingTemplate>>(base));

  expect(items.map(({ kind, published, draft }) => [kind, published.version, draft])).toEqual([
    ['distributor', 1, null],
    ['partner', 1, null],
    ['tenant', 1, null],
  ]);
  expect(items.map(({ organisationId }) => organisationId)).toEqual(
    Array.from({ length: 3 }, () => world.ids.platform),
  );
  expect(items[2]?.published.steps[5]).toEqual({
    ...{ key: 'contract-signed', title: 'Sign the contract', side: 'parent', fact: null },
    ...{ why: 'Both sides know what they owe each other.', page: 'details' },
    after: ['billing-complete'],
  });
});

test('[O4] what is published is for those who come, and who runs keeps their version', async () => {
  const running = await world.create('partner', 'north');
  const begun = await freshDraft('partner');
  const saved = bodyOf(
    await save(founder, begun, {
      ...{ stallDays: 3, steps: [...begun.draft.steps, survey] },
    }),
  );

  const published = bodyOf(await publish(founder, saved, saved.version));
  const fresh = await world.create('partner', 'north');

  const at = async ({ id }: { id: string }) =>
    bodyOf(await founder.get<Onboarding>(`/organisations/${id}/onboarding`));
  expect(published).toMatchObject({
    ...{ draft: null, published: { version: 2, stallDays: 3 } },
    running: [{ version: 1 }],
  });
  expect(await at(running)).toMatchObject({ template: { version: 1 }, total: 7 });
  expect(await at(fresh)).toMatchObject({ template: { id: begun.id, version: 2 }, total: 8 });
  expect((await at(fresh)).steps.at(-1)).toMatchObject({
    ...{ key: 'survey', title: 'Fill in the survey', source: 'manual', state: 'later' },
    href: `/organisations/${fresh.id}/details`,
  });
  expect((await templateOf('partner')).running.at(-1)).toEqual({ version: 2, open: 1, done: 0 });
});

describe('a draft', () => {
  test('[O14] is one for each template, and goes when it is discarded', async () => {
    const begun = await freshDraft('tenant');
    const again = await colleague.post(base, { kind: 'tenant' });
    bodyOf(await founder.delete(`${base}/${begun.id}/draft`, { ifMatch: begun.version }));

    const late = await save(colleague, begun, having(begun, 'second-factor', { title: 'Late' }));

    expect(again).toMatchObject({ status: 409, body: { code: 'template.draft' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'template.no-draft' } });
    expect((await templateOf('tenant')).draft).toBeNull();
  });

  test('[O14] may be incomplete, and is published only once nothing is wrong', async () => {
    const begun = await freshDraft('tenant');
    const steps = [
      { ...survey, title: '', fact: 'weather', after: ['audit'] },
      { ...survey, key: 'audit', title: 'Audit', after: ['survey'] },
    ];
    const saved = bodyOf(await save(founder, begun, { stallDays: 3, steps }));

    const refused = await publish(founder, saved, saved.version);

    expect(refused).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    const { errors } = refused.body as unknown as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path)).toEqual([
      ...['steps.0.title', 'steps.0.fact', 'steps.0.after', 'steps.1.after'],
    ]);
    expect(errors.at(-1)?.message).toMatch(/circle: Audit → survey → Audit/);
    expect((await templateOf('tenant')).published.version).toBe(1);
  });

  test.each<[string, object, string]>([
    ['a title of 10 KB', { title: 'x'.repeat(10_000) }, 'steps.0.title'],
    ['a reason of 10 KB', { why: 'x'.repeat(10_000) }, 'steps.0.why'],
    ['a key with spaces', { key: 'a b' }, 'steps.0.key'],
    ['a side that is none', { side: 'below' }, 'steps.0.side'],
    ['a field that is none', { colour: 'red' }, 'steps.0.colour'],
  ])('[O14] is refused with %s', async (_, fields, path) => {
    const begun = await freshDraft('tenant');

    const refused = await save(founder, begun, { stallDays: 3, steps: [{ ...survey, ...fields }] });

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  test('[O14] is refused with a key that two steps have, and with too many of them', async () => {
    const begun = await freshDraft('tenant');
    const many = Array.from({ length: 41 }, (_, at) => ({ ...survey, key: `step-${at}` }));

    const twice = await save(founder, begun, { stallDays: 3, steps: [survey, survey] });
    const lots = await save(founder, begun, { stallDays: 3, steps: many });
    const never = await save(founder, begun, { stallDays: 0, steps: [] });

    expect(twice).toMatchObject({ status: 422, body: { errors: [{ path: 'steps.1.key' }] } });
    expect(lots).toMatchObject({ status: 422, body: { errors: [{ path: 'steps' }] } });
    expect(never).toMatchObject({ status: 422, body: { errors: [{ path: 'stallDays' }] } });
  });

  test('[O15] that two change keeps what each of them changed', async () => {
    const begun = await freshDraft('tenant');
    bodyOf(await save(colleague, begun, having(begun, 'second-factor', { title: 'Theirs' })));

    const saved = bodyOf(
      await save(founder, begun, having(begun, 'contract-signed', { title: 'Mine' })),
    );

    const titles = saved.draft?.steps.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Theirs', 'Mine']));
  });

  test('[O15] of which two change the same is refused, with both and who was first', async () => {
    const begun = await freshDraft('tenant');
    const by = await colleague.who();
    bodyOf(await save(colleague, begun, having(begun, 'second-factor', { title: 'Theirs' })));

    const refused = await save(founder, begun, having(begun, 'second-factor', { title: 'Mine' }));

    const changedBy = { id: by.account.id };
    const conflict = { field: 'steps.second-factor.title', yours: 'Mine', theirs: 'Theirs' };
    expect(refused).toMatchObject({ status: 409, body: { code: 'version.conflict' } });
    expect(refused.body).toMatchObject({ conflicts: [{ ...conflict, changedBy }] });
  });

  test('[O15] is saved, published and discarded only by who says what they saw', async () => {
    const { id, draft } = await freshDraft('tenant');

    const answers = await Promise.all([
      founder.put(`${base}/${id}/draft`, draft),
      founder.post(`${base}/${id}/publish`),
      founder.delete(`${base}/${id}/draft`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([428, 428, 428]);
  });

  test('[O15] that two publish at once becomes one version', async () => {
    const begun = await freshDraft('distributor');

    const answers = await Promise.all(
      [founder, colleague].map((by) => publish(by, begun, begun.version)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await templateOf('distributor')).published.version).toBe(2);
  });

  test('[O15] that changed meanwhile is looked at before it is published', async () => {
    const begun = await freshDraft('tenant');
    bodyOf(await save(colleague, begun, having(begun, 'second-factor', { title: 'Theirs' })));

    const refused = await publish(founder, begun, begun.version);

    expect(refused).toMatchObject({ status: 409, body: { code: 'template.changed' } });
  });
});

test('[O14] templates are nobody’s below the platform, and read only for its readers', async () => {
  const partner = await world.signIn('partner-admin@alder');
  const reader = await world.signIn('platform-reader@platform');
  const { id } = await templateOf('tenant');

  const answers = await Promise.all([
    partner.get(base),
    partner.post(base, { kind: 'tenant' }),
    reader.get(base),
    reader.post(base, { kind: 'tenant' }),
    publish(partner, { id }, '*'),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 200, 403, 404]);
});

test('[O14] colleagues follow a draft, and nobody below the platform does', async () => {
  const partner = await world.signIn('partner-admin@alder');
  await using theirs = await colleague.socket();
  await using below = await partner.socket();
  await theirs.subscribe({ scope: 'record', organisationId: world.ids.platform });
  await below.subscribe({ scope: 'subtree', organisationId: world.ids.alder });
  const begun = await freshDraft('tenant');

  bodyOf(await save(founder, begun, having(begun, 'second-factor', { title: 'Seen' })));

  await theirs.until(({ changes }) => JSON.stringify(changes.at(-1)?.fields).includes('Seen'));
  await below.roundTrip();
  expect(theirs.changes.at(-1)?.resource).toBe('onboardingTemplate');
  expect(below.changes).toEqual([]);
});
