import { describe, expect, test } from 'vitest';
import { type Action, actionNames, ruleOf } from '../../shared/access/actions.ts';
import type { Grant } from '../../shared/access/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { ManagementMode, Organisation } from '../../shared/organisations/contract.ts';
import { type PersonName, personOf } from '../support/people.ts';
import { newOrganisation, pathOf, type PlaceName } from '../support/places.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { failedChecks } from './failed-checks.ts';
import { sessionsOf } from './sessions-of.ts';
import { type Held, holding, type Unusual, wayTo } from './situations.ts';

const world = await shareWorld();
const cast = new Map<PersonName, Session>();
const known = sessionsOf(world);
const sessionFor = async (name: PersonName) => {
  const session = await known(name);
  cast.set(name, session);
  return session;
};
const platform = await sessionFor('platform-admin@platform');
const north = await sessionFor('distributor-admin@north');
const alder = await sessionFor('partner-admin@alder');
const acme = await sessionFor('tenant-admin@acme');

function turn(place: PlaceName, managementMode: ManagementMode, by: Session) {
  return by.put<Organisation>(world.at(place, '/access'), { managementMode });
}

/** Runs while places are closed by those inside, the outermost first. */
async function whileClosed<T>(closed: [PlaceName, Session][], run: () => Promise<T>): Promise<T> {
  for (const [place, by] of closed) bodyOf(await turn(place, 'self-managed', by));
  try {
    return await run();
  } finally {
    for (const [place, by] of closed) bodyOf(await turn(place, 'managed', by));
  }
}

/** What is done at a place, by what it is called; edits change nothing that matters. */
const doors: Record<string, (by: Session, place: PlaceName) => Promise<Answer<unknown>>> = {
  see: (by, place) => by.get(world.at(place)),
  list: (by, place) => by.get(world.at(place, '/children')),
  follow: (by, place) => by.get(world.at(place, '/activity')),
  suspend: (by, place) => by.post(world.at(place, '/suspend')),
  activate: async (by, place) => {
    const answer = await by.post(world.at(place, '/activate'));
    if (answer.status < 300) await comeBack(place);
    return answer;
  },
  accounts: (by, place) => by.get(world.at(place, '/accounts')),
  roles: (by, place) => by.get(world.at(place, '/grants')),
  edit: (by, place) => by.patch(world.at(place), {}, { ifMatch: '*' }),
  lock: (by, place) => by.post(world.at(place, '/lock')),
  unlock: (by, place) => by.post(world.at(place, '/unlock')),
};

/** A suspension has ended the sessions below for good: whoever is at home there signs in again. */
async function comeBack(place: PlaceName): Promise<void> {
  for (const [name, session] of cast) {
    if (!pathOf(personOf(name).place).includes(place)) continue;
    session.cookie = (await world.signIn(name)).cookie;
  }
}

const commercial = ['see', 'list', 'follow', 'suspend', 'activate'];

/** The doors of a place that open to somebody, and the checks that keep the others shut. */
async function openTo(by: Session, place: PlaceName) {
  const open: string[] = [];
  const because = new Set<string>();
  for (const [name, door] of Object.entries(doors)) {
    const answer = await door(by, place);
    if (answer.status < 300) open.push(name);
    else for (const check of failedChecks(answer)) because.add(check);
  }
  return { open, because: [...because] };
}

const everything = { open: Object.keys(doors), because: [] };
const onlyCommercial = { open: commercial, because: ['barrier'] };

describe('[A20] a closed organisation, by the table', () => {
  const stays: Action[] = [
    'directory.view',
    'subscriptions.view',
    'usage.view',
    'billing.view',
    'commissions.view',
    'onboarding.view',
    'organisation.suspend',
    'organisation.activate',
    'organisation.delete',
    'report.create',
  ];
  const asEver = actionNames.filter((action) => !ruleOf(action).atBarrier);
  const closed: Unusual = { alder: { managementMode: 'self-managed' } };
  const places: PlaceName[] = ['alder', 'grove', 'acme', 'beta', 'labs', 'bench'];

  test.each<Held>([
    'PlatformAdministrator@platform',
    'PlatformReader@platform',
    'DistributorAdministrator@north',
    'DistributorReader@north',
  ])('leaves %s above what is commercial', (held) => {
    for (const action of asEver) {
      for (const place of places) {
        const before = decide(holding(held), action, wayTo(place)).allowed;

        const after = decide(holding(held), action, wayTo(place, closed)).allowed;

        expect([action, place, after]).toEqual([action, place, before && stays.includes(action)]);
      }
    }
  });

  test.each<Held>([
    'PartnerAdministrator@alder',
    'PartnerReader@alder',
    'PartnerAdministrator@grove',
    'TenantAdministrator@acme',
    'TenantReader@labs',
  ])('takes nothing from %s inside', (held) => {
    for (const action of asEver) {
      for (const place of places) {
        const before = decide(holding(held), action, wayTo(place)).allowed;

        const after = decide(holding(held), action, wayTo(place, closed)).allowed;

        expect([action, place, after]).toEqual([action, place, before]);
      }
    }
  });
});

describe('closing a partner', () => {
  test('[A20] keeps those above out of it and all below it', async () => {
    const found = await whileClosed([['alder', alder]], async () => ({
      alder: await openTo(north, 'alder'),
      grove: await openTo(north, 'grove'),
      acme: await openTo(north, 'acme'),
      bench: await openTo(platform, 'bench'),
    }));

    expect(found).toEqual({
      alder: onlyCommercial,
      grove: onlyCommercial,
      acme: onlyCommercial,
      bench: onlyCommercial,
    });
  });

  test('[A22] keeps the inside as it was', async () => {
    const insider = await sessionFor('partner-admin@grove');

    const found = await whileClosed([['alder', alder]], async () => ({
      acme: await openTo(alder, 'acme'),
      beta: await openTo(insider, 'beta'),
      labs: await openTo(acme, 'labs'),
    }));

    expect(found).toEqual({ acme: everything, beta: everything, labs: everything });
  });

  test('shows itself to those above, and is taken back whole', async () => {
    const during = await whileClosed([['alder', alder]], () =>
      north.get<Organisation>(world.at('alder')),
    );

    expect(during.body.managementMode).toBe('self-managed');
    expect(await openTo(north, 'acme')).toEqual(everything);
  });

  test('[A20] keeps its billing readable, but not to be changed', async () => {
    const path = world.at('alder', '/billing');

    const [read, edit] = await whileClosed([['alder', alder]], () =>
      Promise.all([north.get(path), north.patch(path, { taxId: 'x' }, { ifMatch: '*' })]),
    );

    expect(read.status).toBe(200);
    expect(failedChecks(edit)).toEqual(['barrier']);
  });

  test('[A20] keeps its settings inside', async () => {
    const path = world.at('alder', '/settings');

    const [read, edit, own] = await whileClosed([['alder', alder]], () =>
      Promise.all([
        north.get(path),
        north.patch(path, { selfProvisioning: {} }, { ifMatch: '*' }),
        alder.get(path),
      ]),
    );

    expect([read, edit].map(failedChecks)).toEqual([['barrier'], ['barrier']]);
    expect(own.status).toBe(200);
  });

  test.each<['tenant' | 'folder' | 'unit', PlaceName]>([
    ['tenant', 'alder'],
    ['folder', 'grove'],
    ['unit', 'acme'],
  ])('[A20] lets nobody above create a %s at %s', async (kind, parent) => {
    const input = { ...newOrganisation(kind, 'New'), parentId: world.ids[parent] };

    const answers = await whileClosed([['alder', alder]], () =>
      Promise.all([
        north.post('/organisations', input),
        platform.post('/organisations', input),
        alder.post('/organisations', input),
      ]),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 201]);
    expect(answers.map(failedChecks)).toEqual([['barrier'], ['barrier'], []]);
  });

  test('[A20] lets nobody above invite, give a role or take one', async () => {
    const { account, grants } = await alder.who();
    const role = { role: 'PartnerReader', organisationId: world.ids.alder };
    const person = { email: 'new@alder.example', displayName: 'New' };

    const answers = await whileClosed([['alder', alder]], () =>
      Promise.all([
        north.post(world.at('alder', '/accounts'), person),
        north.post(`/accounts/${account.id}/grants`, role),
        north.delete(`/grants/${grants[0]?.id}`),
        north.get(`/accounts/${account.id}`),
        north.post(`/accounts/${account.id}/disable`),
      ]),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    for (const answer of answers) expect(failedChecks(answer)).toContain('barrier');
  });

  test('[A20] lets nobody above take its tenants away', async () => {
    const parentId = world.ids.birch;

    const answer = await whileClosed([['alder', alder]], () =>
      north.post(world.at('acme', '/move'), { parentId }),
    );

    expect(failedChecks(answer)).toEqual(['barrier']);
  });

  test('[A20] ends at once what those above follow of its inside', async () => {
    const reader = await sessionFor('distributor-reader@north');
    await using live = await reader.socket();
    const wanted = { scope: 'record', organisationId: world.ids.alder } as const;
    const { topics } = await live.subscribe(wanted);

    await whileClosed([['alder', alder]], () => live.until(({ access }) => access.length > 0));

    const inside = ['accounts', 'access', 'settings'];
    expect(topics).toEqual(expect.arrayContaining(inside));
    const ended = live.access[0]?.ended.flatMap((one) => one.topics);
    expect(ended).toEqual(expect.arrayContaining(inside));
    expect(ended).not.toContain('directory');
  });
});

describe('closing a tenant', () => {
  test('[A20] keeps its partner out, who keeps the rest', async () => {
    const found = await whileClosed([['acme', acme]], async () => ({
      acme: await openTo(alder, 'acme'),
      labs: await openTo(alder, 'labs'),
      grove: await openTo(alder, 'grove'),
    }));

    expect(found).toEqual({ acme: onlyCommercial, labs: onlyCommercial, grove: everything });
  });

  test('[A23] within a closed partner, stays when that one opens', async () => {
    const found = await whileClosed([['acme', acme]], async () => {
      const both = await whileClosed([['alder', alder]], async () => ({
        above: await openTo(north, 'acme'),
        between: await openTo(alder, 'acme'),
      }));
      return { ...both, after: await openTo(north, 'acme'), beside: await openTo(north, 'beta') };
    });

    expect(found).toEqual({
      above: onlyCommercial,
      between: onlyCommercial,
      after: onlyCommercial,
      beside: everything,
    });
  });

  test('[A22] leaves in who holds a role inside as well', async () => {
    const session = await sessionFor('nobody@north');
    const { account } = await session.who();
    for (const [role, place] of [
      ['DistributorReader', 'north'],
      ['TenantAdministrator', 'acme'],
    ] as const) {
      const grant = { role, organisationId: world.ids[place] };
      bodyOf(await platform.post(`/accounts/${account.id}/grants`, grant));
    }

    const answer = await whileClosed([['acme', acme]], () =>
      session.patch(world.at('acme'), {}, { ifMatch: '*' }),
    );

    expect(answer.status).toBe(200);
  });

  test('[A22] hides the roles in it of somebody from outside', async () => {
    const session = await sessionFor('nobody@alder');
    const { account } = await session.who();
    for (const [role, place] of [
      ['PartnerReader', 'grove'],
      ['TenantReader', 'acme'],
    ] as const) {
      const grant = { role, organisationId: world.ids[place] };
      bodyOf(await alder.post(`/accounts/${account.id}/grants`, grant));
    }
    const rolesFor = async (by: Session) => {
      const path = `/accounts/${account.id}/grants`;
      return bodyOf(await by.get<Page<Grant>>(path)).items.map(({ role }) => role);
    };
    const before = await rolesFor(alder);

    const [partner, own] = await whileClosed([['acme', acme]], () =>
      Promise.all([rolesFor(alder), rolesFor(session)]),
    );

    expect(before.sort()).toEqual(['PartnerReader', 'TenantReader']);
    expect(partner).toEqual(['PartnerReader']);
    expect(own.sort()).toEqual(['PartnerReader', 'TenantReader']);
  });
});

describe('[A21] who opens and closes', () => {
  test.each<[PersonName, PlaceName, string[]]>([
    ['platform-admin@platform', 'alder', ['relationship', 'barrier']],
    ['distributor-admin@north', 'alder', ['relationship', 'barrier']],
    ['partner-reader@alder', 'alder', ['role']],
    ['platform-reader@platform', 'alder', ['role', 'relationship', 'barrier']],
  ])('is not %s, to open %s', async (name, place, failed) => {
    const session = await sessionFor(name);

    const answer = await whileClosed([['alder', alder]], () => turn(place, 'managed', session));

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(failed);
  });

  test.each<[PersonName, PlaceName]>([
    ['distributor-admin@north', 'alder'],
    ['partner-admin@alder', 'acme'],
    ['tenant-admin@acme', 'labs'],
  ])('is not %s from above, to close %s', async (name, place) => {
    const answer = await turn(place, 'self-managed', await sessionFor(name));

    expect(failedChecks(answer)).toEqual(['relationship']);
  });

  test('is nobody from below, who cannot even see it', async () => {
    const answer = await turn('alder', 'managed', acme);

    expect(answer.status).toBe(404);
  });

  test.each<[PersonName, PlaceName]>([
    ['distributor-admin@south', 'south'],
    ['partner-admin@birch', 'birch'],
    ['tenant-admin@gamma', 'gamma'],
    ['tenant-admin@bench', 'bench'],
  ])('is %s, at %s', async (name, place) => {
    const session = await sessionFor(name);

    const closed = await turn(place, 'self-managed', session);
    const again = await turn(place, 'self-managed', session);
    const opened = await turn(place, 'managed', session);

    expect(closed.body.managementMode).toBe('self-managed');
    expect(again.body).toEqual(closed.body);
    expect(opened.body).toMatchObject({
      managementMode: 'managed',
      version: closed.body.version + 1,
    });
  });

  test.each<[PersonName, PlaceName]>([
    ['partner-admin@grove', 'grove'],
    ['platform-admin@platform', 'platform'],
  ])('is not %s, since %s has no barrier of its own', async (name, place) => {
    const answer = await turn(place, 'self-managed', await sessionFor(name));

    expect(failedChecks(answer)).toEqual(['parent']);
  });
});
