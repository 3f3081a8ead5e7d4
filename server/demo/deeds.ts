import type { z } from 'zod';
import { Grant } from '../../shared/access/contract.ts';
import { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { Billing, Organisation } from '../../shared/organisations/contract.ts';
import { OnboardingStep } from '../../shared/onboarding/contract.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { billingOf, emailOf } from './billing.ts';
import type { Colleague } from './colleague.ts';
import { chance, invitees, newcomers, remarks, rooms } from './phrases.ts';

/** What the simulated colleagues have made so far, oldest first, so that they can clear it away. */
export interface Traces {
  organisations: { id: string; displayName: string; by: Colleague }[];
  accounts: { id: string; displayName: string; at: string; by: Colleague }[];
  grants: { id: string; displayName: string; by: Colleague }[];
}

/** One plausible thing to do; answers what was done, or `null` where there was nothing to do. */
export type Deed = (colleague: Colleague, traces: Traces) => Promise<string | null>;

/** How many of their own organisations, and of their own invitations, stand at a time. */
const MOST_ORGANISATIONS = 8;
const MOST_ACCOUNTS = 4;

const reword: Deed = async (colleague) => {
  const tenant = await someOrganisation(colleague, 'tenant');
  if (!tenant) return null;
  const [first = ''] = tenant.description.split(' – ');
  const description = `${first.replace(/\.$/, '')} – ${chance(remarks)}`;
  await colleague.edit(`organisations/${tenant.id}`, tenant, { description });
  return `described ${tenant.displayName} anew`;
};

const rename: Deed = async (colleague) => {
  const tenant = await someOrganisation(colleague, 'tenant');
  if (!tenant) return null;
  const short = tenant.displayName.replace(/ Group$/, '');
  const displayName = short === tenant.displayName ? `${short} Group` : short;
  await colleague.edit(`organisations/${tenant.id}`, tenant, { displayName });
  return `renamed ${tenant.displayName} to ${displayName}`;
};

const changeContact: Deed = async (colleague) => {
  const tenant = await someOrganisation(colleague, 'tenant');
  if (!tenant) return null;
  const path = `organisations/${tenant.id}/billing`;
  const billing = await colleague.read(path, Billing);
  const ending = String(Math.floor(Math.random() * 900) + 100);
  const phone = `${billing.contact.phone.slice(0, -3)}${ending}`;
  await colleague.edit(path, billing, { contact: { phone } });
  return `changed the contact of ${tenant.displayName}`;
};

const openTenant: Deed = async (colleague, traces) => {
  if (traces.organisations.length >= MOST_ORGANISATIONS) return close(traces);
  const taken = new Set(traces.organisations.map(({ displayName }) => displayName));
  const firm = newcomers.find(({ name }) => !taken.has(name));
  const partner = await someOrganisation(colleague, 'partner');
  if (!firm || !partner) return null;
  const { name, town, contact, description } = firm;
  const billing = billingOf({ firm: name, town, contact });
  const body = { kind: 'tenant', parentId: partner.id, displayName: name, description, billing };
  const created = await colleague.create('organisations', Organisation, body);
  traces.organisations.push({ id: created.id, displayName: name, by: colleague });
  return `opened the tenant ${name} at ${partner.displayName}`;
};

/** Signs a contract, or finds that it has to be signed anew: the board moves either way. */
const moveOnboarding: Deed = async (colleague) => {
  const tenant = await someOrganisation(colleague, 'tenant');
  if (!tenant) return null;
  const path = `organisations/${tenant.id}/onboarding/steps`;
  const { items } = await colleague.read(path, pageOf(OnboardingStep));
  const contract = items.find(({ source }) => source === 'manual');
  if (!contract) return null;
  const isDone = contract.state === 'done' || contract.state === 'waived';
  await colleague.act(`${path}/${contract.key}/${isDone ? 'reopen' : 'complete'}`);
  return `${isDone ? 'reopened' : 'signed'} the contract with ${tenant.displayName}`;
};

const openUnit: Deed = async (colleague, traces) => {
  if (traces.organisations.length >= MOST_ORGANISATIONS) return close(traces);
  const tenant = await someOrganisation(colleague, 'tenant');
  if (!tenant || traces.organisations.some(({ id }) => id === tenant.id)) return null;
  const displayName = chance(rooms);
  const body = { kind: 'unit', parentId: tenant.id, displayName };
  const created = await colleague.create('organisations', Organisation, body);
  traces.organisations.push({ id: created.id, displayName, by: colleague });
  return `added the unit ${displayName} to ${tenant.displayName}`;
};

/** Only what the colleagues made themselves is suspended: nobody who looks on is shut out. */
const suspendOrActivate: Deed = async (_, { organisations }) => {
  const own = organisations[0];
  if (!own) return null;
  const { status, displayName } = await own.by.read(`organisations/${own.id}`, Organisation);
  await own.by.act(`organisations/${own.id}/${status === 'active' ? 'suspend' : 'activate'}`);
  return `${status === 'active' ? 'suspended' : 'activated'} ${displayName}`;
};

const invite: Deed = async (colleague, traces) => {
  if (traces.accounts.length >= MOST_ACCOUNTS) return uninvite(traces);
  const partner = await someOrganisation(colleague, 'partner');
  const taken = new Set(traces.accounts.map(({ displayName }) => displayName));
  const displayName = invitees.find((name) => !taken.has(name));
  if (!partner || !displayName) return null;
  const account = await colleague.create(
    `organisations/${partner.id}/accounts`,
    AccountWithGrants,
    { email: emailOf(displayName, partner.displayName), displayName, type: 'administrator' },
  );
  traces.accounts.push({ id: account.id, displayName, at: partner.id, by: colleague });
  return `invited ${displayName} to ${partner.displayName}`;
};

const giveOrTakeRole: Deed = async (_, traces) => {
  const held = traces.grants.shift();
  if (held) {
    await held.by.remove(`grants/${held.id}`);
    return `took the role of ${held.displayName} away`;
  }
  const account = traces.accounts[0];
  if (!account) return null;
  const { by, displayName } = account;
  const grant = await by.create(`accounts/${account.id}/grants`, Grant, {
    role: 'PartnerReader',
    organisationId: account.at,
  });
  traces.grants.push({ id: grant.id, displayName, by });
  return `made ${displayName} a reader`;
};

/** What colleagues do; small edits are listed more than once, since they happen most. */
export const deeds: readonly Deed[] = [
  ...[reword, reword, reword, changeContact, changeContact, changeContact, rename, rename],
  ...[moveOnboarding, moveOnboarding, moveOnboarding],
  ...[openTenant, openUnit, suspendOrActivate, invite, giveOrTakeRole, giveOrTakeRole],
];

async function close({ organisations }: Traces): Promise<string | null> {
  const oldest = organisations.shift();
  if (!oldest) return null;
  const path = `organisations/${oldest.id}`;
  await oldest.by.act(`${path}/suspend`);
  await oldest.by.remove(path);
  return `closed ${oldest.displayName}`;
}

async function uninvite(traces: Traces): Promise<string | null> {
  const oldest = traces.accounts.shift();
  if (!oldest) return null;
  traces.grants = traces.grants.filter(({ displayName }) => displayName !== oldest.displayName);
  await oldest.by.remove(`accounts/${oldest.id}`);
  return `withdrew the invitation of ${oldest.displayName}`;
}

type View = z.infer<typeof Organisation>;

/** Any active organisation of a kind that the colleague sees. */
async function someOrganisation(
  colleague: Colleague,
  kind: OrganisationKind,
): Promise<View | undefined> {
  const path = `organisations?kind=${kind}&status=active&limit=200`;
  const { items } = await colleague.read(path, pageOf(Organisation));
  return chance(items);
}
