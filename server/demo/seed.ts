import type { SetManagementMode } from '../../shared/organisations/contract.ts';
import { createContext } from '../context.ts';
import type { Config } from '../core/env.ts';
import type { Log } from '../core/log.ts';
import { editBilling } from '../organisations/billing.ts';
import { requestAccess } from '../access-requests/request-access.ts';
import { suspendOrganisation } from '../organisations/change-status.ts';
import { noticeStalled } from '../onboarding/notice-stalled.ts';
import { editOrganisation } from '../organisations/edit-organisation.ts';
import { setManagementMode } from '../organisations/set-management-mode.ts';
import { editSettings } from '../organisations/settings.ts';
import { fileDocuments } from './documents.ts';
import { Letters } from './letters.ts';
import { emailOf } from './billing.ts';
import {
  CLOSED_PARTNER,
  CLOSED_TENANT,
  distributors,
  type Plan,
  PLATFORM,
  SUSPENDED_TENANT,
} from './names.ts';
import { type DemoPerson, type PersonKey, people } from './people.ts';
import { takeOn } from './onboardings.ts';
import { Story } from './story.ts';
import { StoryClock } from './story-clock.ts';
import { beginNextVersion } from './templates.ts';

const DAYS = 24;
const closed: SetManagementMode = { managementMode: 'self-managed', keep: [] };

/** An empty database is filled with the demo's tree, people, and what they did in the last days. */
export async function seedDemo(config: Config, log: Log): Promise<void> {
  const clock = new StoryClock(DAYS);
  const letters = new Letters();
  await using context = await createContext(config, log, { clock, mailer: letters });
  const story = new Story(context, clock, letters);
  await foundPlatform(story);
  for (const plan of distributors) await plant(story, 'amara', PLATFORM, plan);
  await takeOn(story, distributors);
  await beginNextVersion(story);
  await livePastDays(story);
  await fileDocuments(story);
  await noticeStalled(context.openOwnWork());
  await liveToday(story);
  await story.end();
}

async function foundPlatform(story: Story): Promise<void> {
  await story.found('amara');
  const platform = story.id(PLATFORM);
  await story.do('amara', (by) => editOrganisation(by, platform, { displayName: PLATFORM }, '*'));
  const delegated = { selfProvisioning: { 'partner.createSubPartner': 'allow' } } as const;
  await story.do('amara', (by) => editSettings(by, platform, delegated, '*'));
  await story.join('amara', 'tomasz');
}

/**
 * The demo creates an organisation, lets its people in, and has its keeper create what stands
 * below.
 */
async function plant(story: Story, by: PersonKey, parent: string, plan: Plan): Promise<void> {
  if (plan.kind === 'distributor' || plan.kind === 'partner') story.clock.sleep();
  await story.create(by, parent, plan);
  const { name, below, keeper = by, subPartners } = plan;
  if (subPartners) {
    await story.do(by, (work) => editSettings(work, story.id(name), { subPartners }, '*'));
  }
  for (const key of peopleAt(name)) await story.join(by, key);
  for (const child of below) await plant(story, keeper, name, child);
}

function peopleAt(name: string): PersonKey[] {
  const all = Object.entries(people) as [PersonKey, DemoPerson][];
  return all.filter(([, { at }]) => at === name).map(([key]) => key);
}

async function livePastDays(story: Story): Promise<void> {
  story.clock.sleep();
  await story.do('claire', (by) => setManagementMode(by, story.id(CLOSED_PARTNER), closed));
  await story.do('lukas', (by) => setManagementMode(by, story.id(CLOSED_TENANT), closed));
  await story.do('amara', (by) => suspendOrganisation(by, story.id(SUSPENDED_TENANT)));
  story.clock.sleep();
  await story.do('emre', (by) =>
    editBilling(by, story.id('Theater am Ring'), { contact: { name: 'Gregor Falk' } }, '*'),
  );
  story.clock.sleep();
  const at = 'Fjellvik IT';
  const email = emailOf('Ole Haugen', at);
  const role = 'PartnerAdministrator';
  const invited = await story.invite('matthias', at, { displayName: 'Ole Haugen', email, role });
  await story.giveRole('matthias', invited, 'TenantReader', 'Fjord Aqua');
  await story.do('emre', (by) => suspendOrganisation(by, story.id('Dachbau Wartberg')));
  await story.invite('emre', 'Theater am Ring', {
    displayName: 'Gregor Falk',
    email: emailOf('Gregor Falk', 'Theater am Ring'),
    role: 'TenantAdministrator',
  });
}

async function liveToday(story: Story): Promise<void> {
  const describe = (by: PersonKey, name: string, description: string) =>
    story.do(by, (work) => editOrganisation(work, story.id(name), { description }, '*'));

  story.clock.skipTo(95);
  await describe('jana', 'Landkreis Auental', 'District administration; tender closes in spring.');
  story.clock.skipTo(41);
  await story.do('matthias', (by) =>
    editBilling(by, story.id('Fynbo Mejeri'), { address: { line2: 'Lokale 4' } }, '*'),
  );
  story.clock.skipTo(14);
  await describe('claire', 'Harbourfront Media', 'Film and sound studios; renders on weekends.');
  story.clock.skipTo(6);
  await describe(
    'emre',
    'Weserland Logistik',
    'Groupage and warehousing; a third hall opens soon.',
  );
  story.clock.skipTo(3);
  await describe('jana', 'Hofkäserei Reinhards', 'Dairy with an online shop; wants more backup.');
  story.clock.skipTo(2);
  await story.do('jana', (by) =>
    requestAccess(by, story.id(CLOSED_TENANT), {
      role: 'TenantAdministrator',
      reason: 'The backup of plant Gütersloh has failed since Thursday.',
      days: 7,
    }),
  );
}
