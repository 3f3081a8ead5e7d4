import { type Action, actionNames } from '../../shared/access/actions.ts';
import { type Actor, decide } from '../../shared/access/decide.ts';
import type { Place } from '../../shared/access/place.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { startProduct } from './support/children.ts';
import { seedCrowd } from './support/crowd.ts';
import { HttpClient } from './support/http-client.ts';
import type { Benchmark } from './support/report.ts';
import { now } from './support/schedule.ts';
import { median } from './support/statistics.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { repeat } from './support/throughput.ts';

const RUNS = 3;
const DECISIONS = 1_000_000;

const kinds: OrganisationKind[] = ['platform', 'distributor', 'partner', 'folder', 'tenant'];
const place = kinds.map((kind) => ({
  id: kind,
  kind,
  displayName: `Some ${kind}`,
  status: 'active',
  managementMode: kind === 'tenant' ? 'self-managed' : 'managed',
  lockedAt: null,
  subPartners: false,
  selfProvisioning: kind === 'distributor' ? { 'partner.createTenant': 'deny' } : {},
})) as unknown as Place;

const actors: Actor[] = [
  {
    accountId: 'above',
    grants: [{ role: 'DistributorAdministrator', organisationId: 'distributor' }],
  },
  { accountId: 'inside', grants: [{ role: 'TenantAdministrator', organisationId: 'tenant' }] },
  {
    accountId: 'several',
    grants: [
      { role: 'TenantReader', organisationId: 'elsewhere' },
      { role: 'PartnerReader', organisationId: 'partner' },
      { role: 'PartnerAdministrator', organisationId: 'folder' },
    ],
  },
];

/** The pure decision, over every action and over people above, inside and outside; and its share of a request. */
export const access: Benchmark = {
  about: `access decisions, five levels deep; medians of ${RUNS} runs`,
  async run() {
    decideAll();
    const perSecond = median(Array.from({ length: RUNS }, decideAll));
    const requestMs = await medianRequest();
    const decisionMs = 1_000 / perSecond;
    return [
      { what: 'decisions', value: perSecond, unit: '/s', goal: { least: 1_000_000 } },
      { what: 'GET of one organisation, p50', value: requestMs, unit: 'ms' },
      {
        what: 'share of its one decision',
        value: (decisionMs / requestMs) * 100,
        unit: '%',
        goal: { most: 5 },
      },
    ];
  },
};

function decideAll(): number {
  const actions: readonly Action[] = actionNames;
  let allowed = 0;
  const start = now();
  for (let index = 0; index < DECISIONS; index += 1) {
    const actor = actors[index % actors.length] as Actor;
    const action = actions[index % actions.length] as Action;
    if (decide(actor, action, place).allowed) allowed += 1;
  }
  const perSecond = (DECISIONS / (now() - start)) * 1_000;
  if (allowed === 0 || allowed === DECISIONS) throw new Error('The decisions are all alike.');
  return perSecond;
}

async function medianRequest(): Promise<number> {
  const folder = temporaryFolder('access');
  const { editor, edited } = await seedCrowd(folder, 0);
  await using product = await startProduct(folder);
  using http = new HttpClient(product.url, { cookie: editor });
  const path = `/api/organisations/${edited[0]}`;
  const read = () => repeat({ times: 500, atOnce: 1 }, async () => void (await http.get(path)));
  await read();
  return (await read()).latencies.p50;
}
