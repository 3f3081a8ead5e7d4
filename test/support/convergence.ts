import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { act, type Chance, chanceOf, type Scene } from './chaos.ts';
import { MovableClock } from './clock.ts';
import type { ChildServer } from './child-server.ts';
import type { PersonName } from './people.ts';
import { Session } from './session.ts';
import { type Line, readSight, type Sight, treeOf, Watcher } from './watcher.svelte.ts';
import { World } from './world.ts';

const watched: PersonName[] = [
  'platform-reader@platform',
  'distributor-admin@north',
  'partner-admin@alder',
  'tenant-admin@acme',
  'nobody@north',
];
const MOST_DEEDS = 8;
const AGREE_WITHIN_MS = 30_000;
const LONGEST_LAG_MS = 40;
const LOOK_EVERY_MS = 25;

/** A run after which somebody's store and the server did not agree, with what led there. */
export interface Divergence {
  seed: number;
  run: number;
  deeds: string[];
  watcher: string;
  differences: string[];
}

/** Real clients that look at everything, and the servers that they are connected to. */
export class Experiment implements Disposable {
  readonly #nodes: readonly ChildServer[];
  readonly #watchers: readonly Watcher[];
  readonly #scene: Scene;

  private constructor(nodes: readonly ChildServer[], watchers: readonly Watcher[], scene: Scene) {
    this.#nodes = nodes;
    this.#watchers = watchers;
    this.#scene = scene;
  }

  /** Builds the hierarchy on the first node and spreads the clients over all of them. */
  static async on(nodes: readonly ChildServer[]): Promise<Experiment> {
    const [first] = nodes as [ChildServer];
    const world = await new World(first as never, new MovableClock()).build();
    const sessions = [];
    for (const [index, name] of watched.entries()) {
      const { cookie } = await world.signIn(name);
      const { url } = nodes[index % nodes.length] as ChildServer;
      sessions.push(new Session(url, cookie));
    }
    const line = lineOf(chanceOf(Date.now()));
    const watchers = [];
    for (const [index, session] of sessions.entries()) {
      watchers.push(await Watcher.open(watched[index] ?? '', session, line));
    }
    const [, distributor, partner, tenant, drifter] = sessions as [
      Session,
      Session,
      Session,
      Session,
      Session,
    ];
    return new Experiment(nodes, watchers, {
      actors: [world.founder, distributor, partner, tenant, drifter],
      founder: world.founder,
      insider: tenant,
      ids: world.ids,
      drifter: (await drifter.who()).account.id,
    });
  }

  /** Random deeds, broken lines and killed servers; then everybody must see what is stored. */
  async run(seed: number, run: number): Promise<Divergence[]> {
    const chance = chanceOf(seed * 100_003 + run);
    const deeds: string[] = [];
    const count = 1 + chance.number(MOST_DEEDS);
    for (let index = 0; index < count; index += 1) {
      if (chance.number(6) === 0) {
        const watcher = chance.pick(this.#watchers);
        watcher.drop();
        deeds.push(`drop ${watcher.name}`);
      }
      const batch = Array.from({ length: 1 + chance.number(3) }, () => act(this.#scene, chance));
      deeds.push((await Promise.all(batch)).join(' | '));
    }
    if (chance.number(15) === 0) {
      await chance.pick(this.#nodes).killAndRestart();
      deeds.push('kill -9');
    }
    return this.#compare({ seed, run, deeds });
  }

  [Symbol.dispose](): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  async #compare(facts: Pick<Divergence, 'seed' | 'run' | 'deeds'>): Promise<Divergence[]> {
    // What differs stays: reading all of one client each time finds it a few runs later.
    const { length } = this.#watchers;
    const depths = this.#watchers.map((_, index) =>
      (index + facts.run) % length === 0 ? ('all' as const) : ('tree' as const),
    );
    const stored = await Promise.all(
      this.#watchers.map(({ http }, index) => readSight(http, depths[index] ?? 'all')),
    );
    const limit = performance.now() + AGREE_WITHIN_MS;
    for (;;) {
      const diverged = this.#watchers.flatMap((watcher, index) => {
        const shown = depths[index] === 'tree' ? treeOf(watcher.sight) : watcher.sight;
        const differences = differencesOf(shown, stored[index] ?? {});
        return differences.length > 0
          ? { ...facts, watcher: `${watcher.name} ${watcher.standing}`, differences }
          : [];
      });
      if (diverged.length === 0 || performance.now() > limit) return diverged;
      await sleep(LOOK_EVERY_MS);
      for (const watcher of this.#watchers) watcher.hurry();
    }
  }
}

/** Pages and the stream are late now and then, each for itself, so that either may be ahead. */
function lineOf(chance: Chance): Line {
  const lag = () => (chance.number(3) === 0 ? chance.number(LONGEST_LAG_MS) : 0);
  return { stream: lag, answer: () => sleep(lag()) };
}

function differencesOf(shown: Sight, stored: Sight): string[] {
  const keys = new Set([...Object.keys(shown), ...Object.keys(stored)]);
  return [...keys]
    .filter((key) => !isDeepStrictEqual(shown[key], stored[key]))
    .map((key) => `${key}: shows ${brief(shown[key])}, stored is ${brief(stored[key])}`);
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 400);
}
