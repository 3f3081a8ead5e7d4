import type { Page } from '../../shared/core/paging.ts';
import type { Change, Resource, Subscribed } from '../../shared/live/contract.ts';
import { type PlaceName, placeNames } from '../support/places.ts';
import type { World } from '../support/world.ts';
import type { Reader } from './everybody.ts';

/** What is looked for: the records that travel, and those of the audit. */
export type Looked = Exclude<Resource, 'provider' | 'onboardingTemplate'> | 'audit record';

/** One thing that can be seen, and what decides about it. */
export interface Thing {
  id: string;
  /** How a failure calls it. */
  label: string;
  place: PlaceName;
  /** Whose it is, where one's own shows whatever roles one holds. */
  owner?: string;
  /** Set where only those see it who hold a role at the place itself. */
  forHolders?: boolean;
  /** The home of the account that holds it: for doors that go by way of the account. */
  home?: PlaceName;
}

/** Everything that one reader is told, each question asked once. */
export class Look {
  readonly world: World;
  readonly reader: Reader;
  /** All that there is to look for. */
  readonly all: Record<Looked, Thing[]>;
  readonly #asked = new Map<string, Promise<{ status: number; body: unknown; text: string }>>();
  #resumed: Promise<Change[]> | undefined;

  constructor(world: World, reader: Reader, all: Record<Looked, Thing[]>) {
    this.world = world;
    this.reader = reader;
    this.all = all;
  }

  ask(path: string): Promise<{ status: number; body: unknown; text: string }> {
    const asked = this.#asked.get(path) ?? this.reader.session.get<unknown>(path);
    this.#asked.set(path, asked);
    return asked;
  }

  /** Whether the path opens. */
  async opens(path: string): Promise<boolean> {
    return (await this.ask(path)).status === 200;
  }

  /** All items of a list, page after page; none where it does not open. */
  async items<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor && `${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
      const { status, body } = await this.ask(path + after);
      if (status !== 200) return items;
      const page = body as Page<T>;
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  /** The items of a list of every place. */
  async everywhere<T>(rest: string): Promise<T[]> {
    const lists = placeNames.map((place) => this.items<T>(this.world.at(place, rest)));
    return (await Promise.all(lists)).flat();
  }

  /** The things of which this is true. */
  async those(kind: Looked, isSeen: (thing: Thing) => Promise<boolean>): Promise<string[]> {
    const seen = await Promise.all(this.all[kind].map(isSeen));
    return this.all[kind].filter((_, at) => seen[at]).map(({ id }) => id);
  }

  /** What a page that was away from the beginning is told when it comes back. */
  resume(): Promise<Change[]> {
    this.#resumed ??= this.#resume();
    return this.#resumed;
  }

  async #resume(): Promise<Change[]> {
    const { reader, world } = this;
    await using live = await reader.session.socket();
    const changes: Change[] = [];
    for (const top of reader.tops) {
      const wanted = { scope: 'subtree', organisationId: world.ids[top], since: 0 } as const;
      const { changes: missed = [], reset }: Subscribed = await live.subscribe(wanted);
      if (reset) throw new Error('The log does not go back to the beginning.');
      changes.push(...missed);
    }
    return changes;
  }
}
