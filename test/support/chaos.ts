import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { billingOf } from './places.ts';
import type { Session } from './session.ts';

/** Numbers that a seed decides. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  number: (below: number) => number;
  pick: <T>(from: readonly T[]) => T;
}

/** Who acts, and on what, in a round of random deeds. */
export interface Scene {
  actors: readonly Session[];
  founder: Session;
  insider: Session;
  ids: Record<'alder' | 'birch' | 'grove' | 'acme' | 'beta' | 'labs', string>;
  /** The account whose roles come and go. */
  drifter: string;
}

type Deed = (scene: Scene, chance: Chance) => Promise<unknown>;

const MOST_BELOW_ALDER = 8;

/** Random deeds through the API; a refusal is as good as a success, as long as everybody agrees. */
const deeds: Record<string, Deed> = {
  rename: async ({ actors, ids }, chance) => {
    const id = chance.pick(Object.values(ids));
    const path = `/organisations/${id}`;
    const actor = chance.pick(actors);
    const { body } = await actor.get<Organisation>(path);
    const displayName = `Name ${chance.number(1_000)}`;
    return actor.patch(path, { displayName }, { ifMatch: body.version });
  },
  describe: ({ actors, ids }, chance) =>
    chance
      .pick(actors)
      .patch(
        `/organisations/${chance.pick(Object.values(ids))}`,
        { description: `${chance.number(1_000)}` },
        { ifMatch: '*' },
      ),
  bill: ({ actors, ids }, chance) =>
    chance
      .pick(actors)
      .patch(
        `/organisations/${chance.pick([ids.alder, ids.acme, ids.beta])}/billing`,
        { contact: { name: `Contact ${chance.number(1_000)}` } },
        { ifMatch: '*' },
      ),
  delegate: ({ actors, ids }, chance) =>
    chance.pick(actors).patch(
      `/organisations/${ids.alder}/settings`,
      {
        selfProvisioning: { 'tenant.createUnit': chance.pick(['allow', 'deny', 'inherit']) },
      },
      { ifMatch: '*' },
    ),
  create: async ({ actors, ids }, chance) => {
    const actor = chance.pick(actors);
    const parentId = chance.pick([ids.alder, ids.grove]);
    const { body } = await actor.get<Page<Organisation>>(`/organisations/${parentId}/children`);
    if ((body.items?.length ?? 0) >= MOST_BELOW_ALDER) return;
    const displayName = `Tenant ${chance.number(1_000)}`;
    const billing = billingOf(displayName);
    return actor.post('/organisations', { kind: 'tenant', parentId, displayName, billing });
  },
  remove: async ({ founder, ids }, chance) => {
    const path = `/organisations/${chance.pick([ids.alder, ids.grove])}/children`;
    const { body } = await founder.get<Page<Organisation>>(path);
    const own = Object.values(ids);
    const loose = (body.items ?? []).filter(({ id }) => !own.includes(id));
    if (loose.length === 0) return;
    const { id } = chance.pick(loose);
    await founder.post(`/organisations/${id}/suspend`);
    return founder.delete(`/organisations/${id}`);
  },
  move: ({ founder, ids }, chance) =>
    founder.post(`/organisations/${chance.pick([ids.acme, ids.beta])}/move`, {
      parentId: chance.pick([ids.alder, ids.birch, ids.grove]),
    }),
  moveFolder: ({ founder, ids }, chance) =>
    founder.post(`/organisations/${ids.grove}/move`, {
      parentId: chance.pick([ids.alder, ids.birch]),
    }),
  suspend: ({ founder, ids }, chance) =>
    founder.post(
      `/organisations/${chance.pick([ids.labs, ids.beta])}/${chance.pick(['suspend', 'activate'])}`,
    ),
  barrier: ({ insider, ids }, chance) =>
    insider.put(`/organisations/${ids.acme}/access`, {
      managementMode: chance.pick(['managed', 'self-managed']),
    }),
  give: ({ founder, drifter, ids }, chance) => {
    const [organisationId, role] = chance.pick([
      [ids.alder, 'PartnerAdministrator'],
      [ids.birch, 'PartnerReader'],
      [ids.acme, 'TenantAdministrator'],
      [ids.labs, 'TenantReader'],
    ]);
    return founder.post(`/accounts/${drifter}/grants`, { role, organisationId });
  },
  take: async ({ founder, drifter }, chance) => {
    const { body } = await founder.get<Page<{ id: string }>>(`/accounts/${drifter}/grants`);
    if (!body.items || body.items.length === 0) return;
    return founder.delete(`/grants/${chance.pick(body.items).id}`);
  },
  renamePerson: ({ founder, drifter }, chance) =>
    founder.patch(
      `/accounts/${drifter}`,
      { displayName: `Drifter ${chance.number(1_000)}` },
      { ifMatch: '*' },
    ),
};

/** Carries out one random deed and names it; what a dying server does not answer is lost. */
export async function act(scene: Scene, chance: Chance): Promise<string> {
  const name = chance.pick(Object.keys(deeds));
  await deeds[name]?.(scene, chance).catch(() => undefined);
  return name;
}

/** A small generator of its own, so that a seed gives the same deeds everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const number = (below: number) => next() % below;
  return { number, pick: (from) => from[number(from.length)] as (typeof from)[number] };
}
