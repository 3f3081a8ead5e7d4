import { words } from '../../shared/access/words.ts';
import { describe, expect, test } from 'vitest';
import { type Action, actionNames, actions, ruleOf } from '../../shared/access/actions.ts';
import { decide } from '../../shared/access/decide.ts';
import { type Role, roleFamilies, type RoleFamily } from '../../shared/access/roles.ts';
import { type PlaceName, titleOf } from '../support/places.ts';
import { holding, letIn, type Unusual, wayTo } from './situations.ts';

type Cell = 'both' | 'admin' | 'reader' | 'no';

/** Where each family stands: the place at which it holds its roles. */
const standing: Record<RoleFamily, PlaceName> = {
  platform: 'platform',
  distributor: 'north',
  partner: 'alder',
  tenant: 'acme',
};

/** Whether administrators and readers may, or administrators only, each at its own place. */
const atOwnPlace = `
  action                          platform  distributor  partner  tenant
  directory.view                  both      both         both     both
  accounts.view                   both      both         both     both
  services.view                   both      both         both     both
  subscriptions.view              both      both         both     both
  usage.view                      both      both         both     both
  billing.view                    both      both         both     both
  commissions.view                both      both         both     no
  onboarding.view                 both      both         both     both
  progress.view                   both      both         both     both
  ownNotes.view                   both      both         both     both
  documents.view                  both      both         both     both
  ownDocuments.view               both      both         both     both
  settings.view                   both      both         both     both
  audit.view                      both      both         both     both
  access.view                     both      both         both     both
  organisation.createDistributor  admin     no           no       no
  organisation.createPartner      no        admin        no       no
  organisation.createFolder       no        admin        admin    no
  organisation.createTenant       no        no           admin    no
  organisation.createUnit         no        no           no       admin
  organisation.edit               admin     admin        admin    admin
  organisation.move               no        no           admin    no
  organisation.adopt              no        admin        admin    no
  organisation.suspend            no        no           no       no
  organisation.activate           no        no           no       no
  organisation.delete             no        no           no       no
  organisation.restore            admin     admin        admin    admin
  organisation.lock               no        no           no       no
  organisation.unlock             no        no           no       no
  organisation.setManagementMode  no        admin        admin    admin
  billing.edit                    no        admin        admin    admin
  settings.edit                   admin     admin        admin    no
  settings.askMfa                 admin     admin        admin    admin
  settings.allowPaths             admin     admin        admin    admin
  settings.federate               admin     no           no       no
  settings.allowSubPartners       no        no           no       no
  onboarding.start                no        admin        admin    admin
  onboarding.edit                 no        admin        admin    admin
  onboarding.moveOver             no        no           no       no
  onboarding.editTemplates        admin     no           no       no
  documents.edit                  admin     admin        admin    admin
  ownDocuments.edit               admin     admin        admin    admin
  services.manage                 admin     admin        admin    admin
  software.download               no        no           no       admin
  report.create                   admin     admin        admin    admin
  branding.edit                   admin     admin        admin    no
  audit.erase                     admin     no           no       no
  jobs.administer                 admin     no           no       no
  account.invite                  admin     admin        admin    admin
  account.inviteFirst             no        no           no       no
  account.edit                    admin     admin        admin    admin
  account.disable                 admin     admin        admin    admin
  account.enable                  admin     admin        admin    admin
  account.unlock                  admin     admin        admin    admin
  account.delete                  admin     admin        admin    admin
  account.reset                   admin     admin        admin    admin
  account.move                    admin     admin        admin    admin
  account.adopt                   admin     admin        admin    admin
  grant.give                      admin     admin        admin    admin
  grant.revoke                    admin     admin        admin    admin
  access.request                  no        no           no       no
  access.breakGlass               no        no           no       no
  access.answer                   no        no           no       no
  access.end                      no        admin        admin    admin
`;

/** The same at a tenant: from the three places above it, and from within. */
const atTenant = `
  action                          platform  distributor  partner  tenant
  directory.view                  both      both         both     both
  accounts.view                   both      both         both     both
  services.view                   both      both         both     both
  subscriptions.view              both      both         both     both
  usage.view                      both      both         both     both
  billing.view                    both      both         both     both
  commissions.view                both      both         both     no
  onboarding.view                 both      both         both     both
  progress.view                   both      both         both     both
  ownNotes.view                   no        no           no       both
  documents.view                  both      both         both     both
  ownDocuments.view               no        no           no       both
  settings.view                   both      both         both     both
  audit.view                      both      both         both     both
  access.view                     both      both         both     both
  organisation.createDistributor  no        no           no       no
  organisation.createPartner      no        no           no       no
  organisation.createFolder       no        no           no       no
  organisation.createTenant       no        no           no       no
  organisation.createUnit         admin     admin        admin    admin
  organisation.edit               admin     admin        admin    admin
  organisation.move               admin     admin        admin    no
  organisation.adopt              no        no           no       no
  organisation.suspend            admin     admin        admin    no
  organisation.activate           admin     admin        admin    no
  organisation.delete             admin     admin        admin    no
  organisation.restore            admin     admin        admin    admin
  organisation.lock               admin     admin        admin    no
  organisation.unlock             admin     admin        admin    no
  organisation.setManagementMode  no        no           no       admin
  billing.edit                    admin     admin        admin    admin
  settings.edit                   no        no           no       no
  settings.askMfa                 admin     admin        admin    admin
  settings.allowPaths             admin     admin        admin    admin
  settings.federate               no        no           no       no
  settings.allowSubPartners       no        no           no       no
  onboarding.start                admin     admin        admin    admin
  onboarding.edit                 admin     admin        admin    admin
  onboarding.moveOver             admin     no           no       no
  onboarding.editTemplates        no        no           no       no
  documents.edit                  admin     admin        admin    admin
  ownDocuments.edit               no        no           no       admin
  services.manage                 admin     admin        admin    admin
  software.download               no        no           no       admin
  report.create                   admin     admin        admin    admin
  branding.edit                   no        no           no       no
  audit.erase                     no        no           no       no
  jobs.administer                 no        no           no       no
  account.invite                  admin     admin        admin    admin
  account.inviteFirst             no        no           no       no
  account.edit                    admin     admin        admin    admin
  account.disable                 admin     admin        admin    admin
  account.enable                  admin     admin        admin    admin
  account.unlock                  admin     admin        admin    admin
  account.delete                  admin     admin        admin    admin
  account.reset                   admin     admin        admin    admin
  account.move                    admin     admin        admin    admin
  account.adopt                   admin     admin        admin    admin
  grant.give                      admin     admin        admin    admin
  grant.revoke                    admin     admin        admin    admin
  access.request                  no        no           no       no
  access.breakGlass               no        no           no       no
  access.answer                   no        no           no       no
  access.end                      admin     admin        admin    admin
`;

/** What there is to do at the barrier, where the tenant is closed. */
const atClosedTenant = `
  action                          platform  distributor  partner  tenant
  account.inviteFirst             admin     admin        admin    no
  access.request                  admin     admin        admin    no
  access.breakGlass               admin     no           no       no
  access.answer                   no        no           no       admin
  access.end                      no        no           no       admin
`;

const acmeOnly: Record<RoleFamily, PlaceName> = {
  platform: 'acme',
  distributor: 'acme',
  partner: 'acme',
  tenant: 'acme',
};

describe.each([
  ['its own place', atOwnPlace, standing],
  ['a tenant', atTenant, acmeOnly],
])('what each role family may do at %s', (_, table, places) => {
  const rows = rowsOf(table);

  test('is written down for every action', () => {
    expect(rows.map(([action]) => action)).toEqual(actionNames);
  });

  test.each(rows)('%s: %j', (action, expected) => {
    const found = roleFamilies.map((family) => cellFor(action, family, places[family]));

    expect(found).toEqual(expected);
  });
});

describe('[A27] [A28] [A36] what each role family may do at the barrier of a closed tenant', () => {
  test.each(rowsOf(atClosedTenant))('%s: %j', (action, expected) => {
    const closed: Unusual = { acme: { managementMode: 'self-managed' } };

    const found = roleFamilies.map((family) => cellFor(action, family, 'acme', closed));

    expect(found).toEqual(expected);
  });
});

/**
 * What access for a time is enough for, as an administrator let in at a closed partner, and at its
 * tenant: nothing of which anything is left that lets somebody do more once it has ended.
 */
const forGuests = {
  alder: [
    'organisation.createFolder',
    'organisation.createTenant',
    'organisation.edit',
    'billing.edit',
    'onboarding.start',
    'onboarding.edit',
    'documents.edit',
    'ownDocuments.edit',
    'services.manage',
    'branding.edit',
    'account.invite',
    'account.edit',
    'account.disable',
    'account.enable',
    'account.unlock',
    'account.delete',
    'account.reset',
  ],
  acme: [
    'organisation.createUnit',
    'organisation.edit',
    'organisation.lock',
    'organisation.unlock',
    'billing.edit',
    'onboarding.start',
    'onboarding.edit',
    'documents.edit',
    'services.manage',
    'account.invite',
    'account.edit',
    'account.disable',
    'account.enable',
    'account.unlock',
    'account.delete',
    'account.reset',
  ],
} as const satisfies Partial<Record<PlaceName, Action[]>>;

describe('access for a time', () => {
  const closed: Unusual = { alder: { managementMode: 'self-managed' } };
  const guest = letIn('DistributorAdministrator@north', 'PartnerAdministrator@alder');
  const changes = actionNames.filter((action) => ruleOf(action).inside && !/view$/.test(action));

  test.each(Object.keys(forGuests) as (keyof typeof forGuests)[])(
    'is enough at %s for just what is listed',
    (place) => {
      const enough = changes.filter(
        (action) => decide(guest, action, wayTo(place, closed)).allowed,
      );

      expect(enough).toEqual(forGuests[place]);
    },
  );

  test('[A33] is not enough for any account that holds a role, or for giving one', () => {
    const facts = { roles: ['TenantReader'] as Role[] };
    const ofAccounts = changes.filter((action) => action.startsWith('account.'));

    const enough = ofAccounts.filter(
      (action) => decide(guest, action, wayTo('acme', closed), facts).allowed,
    );

    expect(enough).toEqual([]);
  });
});

describe('[A5] a reader', () => {
  const changes = actionNames.filter((action) => !action.endsWith('.view'));
  const places: PlaceName[] = ['platform', 'north', 'alder', 'grove', 'acme', 'labs'];

  test.each(changes)('may not %s, anywhere', (action) => {
    const readers = holding(
      'PlatformReader@platform',
      'DistributorReader@north',
      'PartnerReader@alder',
      'PartnerReader@grove',
      'TenantReader@acme',
      'TenantReader@labs',
    );

    for (const place of places) {
      const { allowed, checks } = decide(readers, action, wayTo(place));

      expect(allowed).toBe(false);
      expect(checks[0]).toMatchObject({ name: 'role', ok: false });
    }
  });
});

describe('the table of actions', () => {
  test.each(Object.entries(actions))(
    '%s is said in words, and possible somewhere',
    (name, rule) => {
      expect(words.actions[name as Action]).toMatch(/^[a-z].*[^.]$/);
      expect(rule.at).not.toEqual([]);
      expect(rule.administrators).not.toEqual([]);
    },
  );
});

/** Who of a family may, when the roles are held where the family stands. */
function cellFor(action: Action, family: RoleFamily, at: PlaceName, unusual: Unusual = {}): Cell {
  const may = (kind: 'Administrator' | 'Reader') => {
    const role = `${titleOf(family)}${kind}` as Role;
    return decide(holding(`${role}@${standing[family]}`), action, wayTo(at, unusual)).allowed;
  };
  if (may('Administrator')) return may('Reader') ? 'both' : 'admin';
  return may('Reader') ? 'reader' : 'no';
}

function rowsOf(table: string): [Action, Cell[]][] {
  const [, ...rows] = table.trim().split('\n');
  return rows.map((row) => {
    const [action, ...cells] = row.trim().split(/\s+/);
    return [action as Action, cells as Cell[]];
  });
}
