import type { NoteVisibility } from '../../shared/onboarding/notes-contract.ts';
import { completeStep, waiveStep } from '../onboarding/close-step.ts';
import { editStep } from '../onboarding/edit-step.ts';
import { writeNote } from '../onboarding/notes/write-note.ts';
import { emailOf } from './billing.ts';
import type { Plan } from './names.ts';
import type { PersonKey } from './people.ts';
import type { Story } from './story.ts';

/** A tenant of the demo, and who runs what is around it. */
interface Taken {
  name: string;
  contact: string;
  by: PersonKey;
}

const CONTRACT = 'contract-signed';
const reasons = {
  'second-factor': 'They sign in with the provider of their group, which asks for one.',
  'mode-chosen': 'It stays managed, as the contract says.',
};
const DAY = 24 * 60 * 60_000;

/** How far a tenant has come; the tenants take turns, so that the board has something of each. */
const stages: readonly ((story: Story, tenant: Taken) => Promise<void>)[] = [
  () => Promise.resolve(), // nobody has done anything yet
  invited,
  signed,
  waiting,
  finished,
  blocked,
  decided,
  finished,
];

/** What people have done about the onboardings of the tenants, up to now. */
export async function takeOn(story: Story, plans: readonly Plan[]): Promise<void> {
  const tenants = plans.flatMap((plan) => tenantsIn(plan, 'amara'));
  for (const [at, tenant] of tenants.entries()) {
    if (at % 5 === 0) story.clock.sleep();
    await stages[at % stages.length]?.(story, tenant);
  }
}

function tenantsIn({ kind, name, seat, below, keeper }: Plan, above: PersonKey): Taken[] {
  const by = keeper ?? above;
  // who is at home there has come in already
  const isOpen = kind === 'tenant' && seat !== undefined && keeper === undefined;
  return [
    ...(isOpen ? [{ name, contact: seat.contact, by }] : []),
    ...below.flatMap((plan) => tenantsIn(plan, by)),
  ];
}

function personAt({ name, contact: displayName }: Taken) {
  return { displayName, email: emailOf(displayName, name), role: 'TenantAdministrator' } as const;
}

async function invited(story: Story, tenant: Taken): Promise<void> {
  await story.invite(tenant.by, tenant.name, personAt(tenant));
}

async function signed(story: Story, tenant: Taken): Promise<void> {
  await story.takeIn(tenant.by, tenant.name, personAt(tenant));
  await story.do(tenant.by, (work) => completeStep(work, placeOf(story, tenant, CONTRACT)));
}

async function decided(story: Story, tenant: Taken): Promise<void> {
  await signed(story, tenant);
  await waive(story, tenant, 'second-factor', reasons['second-factor']);
}

async function waiting(story: Story, tenant: Taken): Promise<void> {
  await story.takeIn(tenant.by, tenant.name, personAt(tenant));
  const dueOn = new Date(story.clock.now().getTime() + 18 * DAY).toISOString().slice(0, 10);
  const ownerId = await story.do(tenant.by, (work) =>
    work.read(({ person }) => Promise.resolve(person.accountId)),
  );
  const edit = { waitsOn: 'outside', dueOn, ownerId } as const;
  await story.do(tenant.by, (work) => editStep(work, placeOf(story, tenant, CONTRACT), edit, '*'));
  await note(story, tenant, 'ours', 'Their notary is away until the 14th. I call again then.');
}

async function blocked(story: Story, tenant: Taken): Promise<void> {
  await invited(story, tenant);
  const edit = { blocked: 'Their lawyer asks for another liability cap.' };
  await story.do(tenant.by, (work) => editStep(work, placeOf(story, tenant, CONTRACT), edit, '*'));
  await note(story, tenant, 'all', 'We have sent a new draft with the cap that you asked for.');
  await note(story, tenant, 'ours', 'They want twice the usual cap. Who may agree to that?');
}

async function finished(story: Story, tenant: Taken): Promise<void> {
  await signed(story, tenant);
  for (const [step, reason] of Object.entries(reasons)) await waive(story, tenant, step, reason);
}

async function note(
  story: Story,
  { by, name }: Taken,
  visibility: NoteVisibility,
  text: string,
): Promise<void> {
  await story.do(by, (work) => writeNote(work, story.id(name), { text, visibility }));
}

async function waive(story: Story, tenant: Taken, step: string, reason: string): Promise<void> {
  await story.do(tenant.by, (work) => waiveStep(work, placeOf(story, tenant, step), { reason }));
}

function placeOf(story: Story, { name }: Taken, step: string) {
  return { id: story.id(name), step };
}
