import { describe, expect, test } from 'vitest';
import type { Action } from '../../shared/access/actions.ts';
import type { Explanation } from '../../shared/access/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import { remediesFor } from '../../shared/access/remedies.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { type Held, holding, letIn, type Unusual, wayTo } from './situations.ts';

interface Case {
  who: Held | [Held, Held];
  action: Action;
  at: PlaceName;
  unusual?: Unusual;
  /** *check: what (deed at place)* */
  lifted: string[];
}

function remediesOf({ who, action, at, unusual = {} }: Case): string[] {
  const actor = typeof who === 'string' ? holding(who) : letIn(...who);
  const place = wayTo(at, unusual);
  const { checks } = decide(actor, action, place);
  return remediesFor({ actor, action, place }, checks).map(({ check, what, by }) => {
    const deed = by ? ` (${by.action} at ${by.place.at(-1)?.id ?? ''})` : '';
    return `${check}: ${what.detail}${deed}`;
  });
}

describe('[A9] what lifts a check that failed', () => {
  test.each<Case>([
    {
      who: 'PartnerReader@alder',
      action: 'account.invite',
      at: 'acme',
      lifted: [
        'role: Give the role Tenant administrator at Acme, or one further up. (grant.give at acme)',
      ],
    },
    {
      who: 'TenantAdministrator@acme',
      action: 'organisation.suspend',
      at: 'acme',
      lifted: [
        'relationship: Give the role Partner administrator at Alder, or one further up. (grant.give at alder)',
      ],
    },
    {
      who: 'DistributorAdministrator@north',
      action: 'access.breakGlass',
      at: 'acme',
      unusual: { acme: { managementMode: 'self-managed' } },
      lifted: ['role: Give the role Platform administrator at Platform. (grant.give at platform)'],
    },
    {
      who: 'PartnerAdministrator@alder',
      action: 'organisation.createPartner',
      at: 'alder',
      lifted: [
        'parent: Switch on the option of Alder for sub-partners. (settings.allowSubPartners at alder)',
        'self-provisioning: Allow it in the settings of Platform. (settings.edit at platform)',
      ],
    },
    {
      who: 'PartnerAdministrator@alder',
      action: 'organisation.createTenant',
      at: 'alder',
      unusual: { north: { selfProvisioning: { 'partner.createTenant': 'deny' } } },
      lifted: ['self-provisioning: Allow it in the settings of North. (settings.edit at north)'],
    },
    {
      who: 'TenantAdministrator@acme',
      action: 'organisation.createTenant',
      at: 'north',
      lifted: [
        'role: Give the role Distributor administrator at North, or one further up. (grant.give at north)',
        'relationship: Give the role Distributor administrator at North, or one further up. (grant.give at north)',
        'parent: It is a rule of the tree, which nobody can lift.',
      ],
    },
    {
      who: 'PartnerAdministrator@alder',
      action: 'accounts.view',
      at: 'labs',
      unusual: { acme: { managementMode: 'self-managed' } },
      lifted: [
        'barrier: Open Acme to those above, or let this person in for a time. (organisation.setManagementMode at acme)',
      ],
    },
    {
      who: ['PartnerAdministrator@alder', 'TenantAdministrator@acme'],
      action: 'grant.give',
      at: 'acme',
      unusual: { acme: { managementMode: 'self-managed' } },
      lifted: [
        'barrier: Give the role Tenant administrator at Acme, or one further up. (grant.give at acme)',
      ],
    },
    {
      who: 'TenantAdministrator@acme',
      action: 'account.invite',
      at: 'acme',
      unusual: { alder: { status: 'suspended' } },
      lifted: ['state: Activate Alder. (organisation.activate at alder)'],
    },
    {
      who: 'TenantAdministrator@acme',
      action: 'organisation.edit',
      at: 'acme',
      unusual: { acme: { lockedAt: 'north' } },
      lifted: ['state: Unlock Acme. (organisation.unlock at acme)'],
    },
    { who: 'TenantAdministrator@acme', action: 'organisation.edit', at: 'acme', lifted: [] },
  ])('$action at $at, for $who', (each) => {
    expect(remediesOf(each)).toEqual(each.lifted);
  });
});

describe('[A9] who could lift it', async () => {
  const world = await shareWorld();
  const path = world.at('north', '/settings');
  const patch = { selfProvisioning: { 'partner.createTenant': 'deny' } };
  bodyOf(await world.founder.patch(path, patch, { ifMatch: '*' }));
  const partner = await world.signIn('partner-admin@alder');
  const distributor = await world.signIn('distributor-admin@north');
  await world.signIn('distributor-reader@north');
  const { account } = await partner.who();
  const query = `action=organisation.createTenant&at=${world.ids.alder}&account=${account.id}`;

  test('is named to those who may see who holds roles there', async () => {
    const { remedies } = bodyOf(await distributor.get<Explanation>(`/access/explain?${query}`));

    expect(remedies).toMatchObject([
      {
        check: 'self-provisioning',
        what: 'Allow it in the settings of North.',
        who: {
          accounts: [
            { displayName: 'distributor admin of north', role: 'DistributorAdministrator' },
          ],
        },
        level: { kind: 'distributor', displayName: 'North' },
      },
    ]);
  });

  test('is to all others the level at which somebody could, not who or how many', async () => {
    const { remedies } = bodyOf(await partner.get<Explanation>(`/access/explain?${query}`));

    expect(remedies.map(({ level, who }) => ({ level, who }))).toEqual([
      {
        level: { id: world.ids.north, kind: 'distributor', displayName: 'North' },
        who: { accounts: [] },
      },
    ]);
  });

  test('is not asked where all is well', async () => {
    const allowed = query.replace('createTenant', 'createFolder');

    const answer = bodyOf(await partner.get<Explanation>(`/access/explain?${allowed}`));

    expect(answer).toMatchObject({ allowed: true, remedies: [] });
  });
});
