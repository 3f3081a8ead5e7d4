import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/core/env.ts';
import { createLog } from '../../server/core/log.ts';
import { attempt } from '../../server/demo/busy.ts';
import { Colleague } from '../../server/demo/colleague.ts';
import { deeds, type Traces } from '../../server/demo/deeds.ts';
import { type DemoPerson, emailOfPerson, people } from '../../server/demo/people.ts';
import { seedDemo } from '../../server/demo/seed.ts';
import { signInTable } from '../../server/demo/sign-in-table.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { roles } from '../../shared/access/roles.ts';
import { SessionView } from '../../shared/sign-in/contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { Activity } from '../../shared/live/contract.ts';
import {
  Billing,
  Organisation,
  OrganisationSettings,
} from '../../shared/organisations/contract.ts';
import { hasBilling } from '../../shared/organisations/hierarchy.ts';
import { scanImports } from '../support/imports.ts';

const folder = mkdtempDisposableSync(join(tmpdir(), 'canopy-demo-test-'));
const log = createLog('silent');
let server: RunningServer;
let amara: Colleague;

beforeAll(async () => {
  const config = { ...readConfig({}), port: 0, dataDir: folder.path };
  await seedDemo(config, log);
  server = await startServer({ config, log });
  amara = await signIn(people.amara);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  folder.remove();
});

describe('the demo', () => {
  test('holds two distributors, five partners and forty tenants', async () => {
    const counts = Object.groupBy(await organisations(), ({ kind }) => kind);

    expect(
      Object.fromEntries(Object.entries(counts).map(([kind, all]) => [kind, all.length])),
    ).toEqual({ platform: 1, distributor: 2, partner: 5, folder: 7, tenant: 40, unit: 10 });
  });

  test('has something suspended, something self-managed and a sub-partner', async () => {
    const all = await organisations();
    const names = (some: (one: Organisation) => boolean) =>
      all.filter(some).map(({ displayName }) => displayName);
    const isSubPartner = ({ kind, path }: Organisation) =>
      kind === 'partner' && path.filter((link) => link.kind === 'partner').length > 1;
    const halden = all.find(({ displayName }) => displayName === 'Halden Systemhaus');

    expect(names(({ status }) => status === 'suspended')).toEqual([
      'Dachbau Wartberg',
      'Bluebird Coworking',
    ]);
    expect(names(({ managementMode }) => managementMode === 'self-managed')).toEqual([
      'Ketteler & Voss Maschinenbau',
      'Maple & Stone Technologies',
    ]);
    expect(names(isSubPartner)).toEqual(['Werra Digital']);
    expect(
      await amara.read(`organisations/${halden?.id}/settings`, OrganisationSettings),
    ).toMatchObject({ subPartners: true });
  });

  test('has a complete billing profile wherever there is one', async () => {
    const payers = (await organisations()).filter(({ kind }) => hasBilling(kind));
    const profiles = await Promise.all(
      payers.map(({ id }) => amara.read(`organisations/${id}/billing`, Billing)),
    );

    const isComplete = ({ contact, address, taxId }: Billing) =>
      [contact.name, contact.email, contact.phone, address.line1, address.postalCode].every(
        Boolean,
      ) && taxId !== null;
    expect(profiles.filter((profile) => !isComplete(profile))).toEqual([]);
    expect(new Set(profiles.map(({ currency }) => currency)).size).toBeGreaterThan(4);
    expect(new Set(profiles.map(({ address }) => address.country)).size).toBeGreaterThan(5);
  });

  test('has a past of several days that ends minutes ago', async () => {
    const [platform] = await organisations();
    const items = [];
    for (let cursor = ''; ;) {
      const path = `organisations/${platform?.id}/activity?limit=200${cursor}`;
      const page = await amara.read(path, pageOf(Activity));
      items.push(...page.items);
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }

    const days = new Set(items.map(({ at }) => at.slice(0, 10)));
    const minutesAgo = (Date.now() - Date.parse(items[0]?.at ?? '')) / 60_000;
    expect(days.size).toBeGreaterThan(7);
    expect(minutesAgo).toBeLessThan(30);
    expect(new Set(items.map(({ actor }) => actor.displayName)).size).toBeGreaterThan(4);
  });
});

describe('the people of the demo', () => {
  test('hold all eight roles', () => {
    expect(new Set(Object.values(people).map(({ role }) => role))).toEqual(new Set(roles));
  });

  test.each(Object.values(people))('$displayName signs in as $role', async (person) => {
    const colleague = await signIn(person);

    const session = await colleague.read('auth/session', SessionView);

    expect(session.grants).toMatchObject([
      { role: person.role, organisation: { displayName: person.at } },
    ]);
  });

  test('are all in the printed table', () => {
    const table = signInTable();

    expect(Object.values(people).filter((one) => !table.includes(emailOfPerson(one)))).toEqual([]);
  });
});

describe('busy colleagues', () => {
  test('do every kind of thing, and keep the tree its size', async () => {
    const colleagues = [await signIn(people.matthias), await signIn(people.emre)];
    const traces: Traces = { organisations: [], accounts: [], grants: [] };
    const done: string[] = [];

    for (let round = 0; round < 6; round += 1) {
      for (const deed of new Set(deeds)) {
        for (const colleague of colleagues) {
          done.push((await attempt(colleague, deed, traces)) ?? '');
        }
      }
    }

    const verbs = ['described', 'changed', 'renamed', 'opened', 'added', 'suspended', 'activated'];
    const rest = ['closed', 'invited', 'made', 'took', 'withdrew'];
    const missing = [...verbs, ...rest].filter((verb) => !done.some((it) => it.startsWith(verb)));
    expect(missing).toEqual([]);
    expect(done.filter((sentence) => sentence.startsWith('stumbled'))).toEqual([]);
    expect((await organisations()).length).toBeLessThan(80);
  });
});

describe('the normal server', () => {
  test('knows nothing of the demo', async () => {
    const repository = join(import.meta.dirname, '../..');
    const imports = await scanImports(repository, ['server', 'shared', 'client']);

    const reaching = imports.filter(
      ({ from, to }) => to.startsWith('server/demo/') && !from.startsWith('server/demo/'),
    );
    expect(reaching).toEqual([]);
  });
});

async function signIn(person: DemoPerson): Promise<Colleague> {
  const colleague = new Colleague(server.url, person);
  await colleague.signIn();
  return colleague;
}

async function organisations(): Promise<Organisation[]> {
  const page = await amara.read('organisations?limit=200&sort=createdAt', pageOf(Organisation));
  return page.items;
}
