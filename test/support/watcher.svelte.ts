import { io } from 'socket.io-client';
import { Api } from '../../client/core/api.ts';
import { Session as ClientSession } from '../../client/core/session.svelte.ts';
import type { LiveSocket } from '../../client/live/connection.svelte.ts';
import { Live } from '../../client/live/live.svelte.ts';
import { type LiveRecord, RecordTypes } from '../../client/live/records.ts';
import { records } from '../../shared/records.ts';
import type { Page } from '../../shared/core/paging.ts';
import type {
  Billing,
  Organisation,
  OrganisationSettings,
} from '../../shared/organisations/contract.ts';
import { hasBilling, hasSettings } from '../../shared/organisations/hierarchy.ts';
import type { Session } from './session.ts';

const LONG_PAUSE_MS = 500;

const types = new RecordTypes(records);
/** The types of record that stand in lists of organisations, children apart. */
const belongings = records.flatMap((type) =>
  type.list?.path.startsWith('/organisations/:id/') && type.name !== 'organisation' ? type : [],
);
type Belonging = Exclude<
  (typeof belongings)[number]['name'],
  'organisation' | 'billing' | 'settings'
>;

/** What somebody sees, record by record, in a form that two ways of looking can be compared in. */
export type Sight = Record<string, unknown>;

/** How long something is on its way. */
export interface Line {
  /** In milliseconds, for what comes over the socket. */
  stream: () => number;
  /** Resolves when the answer that the server gave to a request arrives. */
  answer: (path: string) => Promise<unknown>;
}

/**
 * The product's own client, without a page: it looks at everything that its person may see, all
 * the time, and so holds in its live store what a browser would show.
 */
export class Watcher {
  readonly name: string;
  readonly http: Session;
  readonly #live: Live;
  readonly #session: ClientSession;
  readonly #stop: () => void;
  #socket: LiveSocket | undefined;
  #sight = $state.raw<Sight>({});

  private constructor(name: string, http: Session, session: ClientSession, api: Api, line: Line) {
    this.name = name;
    this.http = http;
    this.#session = session;
    this.#live = new Live({
      records,
      api,
      session,
      open: () => {
        const extraHeaders = { cookie: http.cookie, origin: http.url };
        const socket = io(http.url, {
          transports: ['websocket'],
          autoConnect: false,
          reconnection: false,
          forceNew: true,
          timeout: 3_000, // a server killed during the handshake says nothing
          extraHeaders,
        });
        this.#socket = socket;
        slowDown(socket, line.stream);
        return Promise.resolve(socket);
      },
    });
    this.#live.start();
    this.#stop = $effect.root(() => {
      $effect(() => {
        this.#sight = this.#look();
      });
    });
  }

  static async open(name: string, http: Session, line: Line): Promise<Watcher> {
    const api = new Api(async (path, init) => {
      const answer = await fetch(`${http.url}${path as string}`, {
        ...init,
        headers: { ...(init?.headers as object), cookie: http.cookie, origin: http.url },
      });
      await line.answer(path as string);
      return answer;
    });
    const session = new ClientSession(api);
    await session.load();
    return new Watcher(name, http, session, api, line);
  }

  /** What the store shows. */
  get sight(): Sight {
    return this.#sight;
  }

  /** How its line stands, and whose session it takes itself to be. */
  get standing(): string {
    return JSON.stringify([this.#live.connection.state, this.#session.state]);
  }

  /** Loses the line; the client takes it up again by itself. */
  drop(): void {
    if (!this.#socket?.connected) return;
    this.#socket.disconnect();
    this.#live.connection.retryNow();
  }

  /** Does not wait out long pauses between attempts. */
  hurry(): void {
    const { state } = this.#live.connection;
    const isPausing = state.is === 'offline' && (state.retryAt ?? 0) > Date.now() + LONG_PAUSE_MS;
    if (isPausing) this.#live.connection.retryNow();
  }

  close(): void {
    this.#stop();
    this.#live.stop();
  }

  #look(): Sight {
    const sight: Sight = {};
    for (const { organisation } of this.#session.grants) this.#lookAt(organisation.id, sight);
    return sight;
  }

  #lookAt(id: string, sight: Sight): void {
    if (`organisation ${id}` in sight) return;
    const organisation = this.#live.record('organisation', id).data;
    sight[`organisation ${id}`] = organisation ? plainOrganisation(organisation) : null;
    if (!organisation) return;
    if (hasBilling(organisation.kind)) {
      sight[`billing ${id}`] = this.#live.record('billing', id).data ?? null;
    }
    if (hasSettings(organisation.kind)) {
      sight[`settings ${id}`] = this.#live.record('settings', id).data ?? null;
    }
    for (const { name } of belongings) {
      sight[`${name}s ${id}`] = plainList(name, this.#live.list(name, id).data);
    }
    const children = this.#live.children(id).data;
    sight[`children ${id}`] = children ? [...children].sort() : null;
    for (const child of children ?? []) this.#lookAt(child, sight);
  }
}

/** The same as the server answers it now, to the same person; the tree alone, or all of it. */
export async function readSight(http: Session, depth: 'tree' | 'all'): Promise<Sight> {
  const { body } = await http.get<Page<Organisation>>('/organisations?limit=200');
  const tree = body.items.map((organisation): Sight => {
    const children = body.items.filter(({ parentId }) => parentId === organisation.id);
    return {
      [`organisation ${organisation.id}`]: plainOrganisation(organisation),
      [`children ${organisation.id}`]: children.map(({ id }) => id).sort(),
    };
  });
  const insides =
    depth === 'all' ? await Promise.all(body.items.map((each) => readInside(http, each))) : [];
  return Object.assign({}, ...tree, ...insides) as Sight;
}

/** Of a sight, what stands in the tree. */
export function treeOf(sight: Sight): Sight {
  const entries = Object.entries(sight);
  return Object.fromEntries(entries.filter(([key]) => /^(organisation|children) /.test(key)));
}

async function readInside(http: Session, { id, kind }: Organisation): Promise<Sight> {
  const read = async <T>(rest: string): Promise<T | null> => {
    const { status, body } = await http.get<T>(`/organisations/${id}${rest}`);
    return status === 200 ? body : null;
  };
  const lists = Promise.all(
    belongings.map(async ({ name, list }): Promise<[string, unknown]> => {
      const path = list.path.replace('/organisations/:id', '');
      const page = await read<Page<LiveRecord>>(`${path}?limit=200`);
      return [`${name}s ${id}`, plainList(name, page?.items)];
    }),
  );
  const [billing, settings, listed] = await Promise.all([
    hasBilling(kind) ? read<Billing>('/billing') : undefined,
    hasSettings(kind) ? read<OrganisationSettings>('/settings') : undefined,
    lists,
  ]);
  const inside = Object.fromEntries(listed);
  // who stands outside may list requests of their own; only those inside follow them
  if (inside[`grants ${id}`] === null) inside[`accessRequests ${id}`] = null;
  // above a closed barrier the list holds outlines, which are followed as records of their own
  if (inside[`onboardingSteps ${id}`] === null) inside[`onboardings ${id}`] = null;
  return {
    ...(billing !== undefined && { [`billing ${id}`]: billing }),
    ...(settings !== undefined && { [`settings ${id}`]: settings }),
    ...inside,
  };
}

/** Without what is derived for the moment of reading: counts, and names from other records. */
function plainOrganisation({ path, childCount: _, ...fields }: Organisation) {
  return { ...fields, path: path.map(({ id }) => id) };
}

/** What is compared of each record besides what all have. */
const telling = ['displayName', 'status', 'accountId', 'role', 'name', 'kind'];

function plainList(name: Belonging, list: readonly LiveRecord[] | undefined): unknown {
  const { organisationOf } = types.of(name);
  return (
    list
      ?.map((record) => ({
        id: types.of(name).idOf(record),
        version: record.version,
        organisationId: organisationOf(record),
        ...Object.fromEntries(Object.entries(record).filter(([field]) => telling.includes(field))),
      }))
      .sort(byId) ?? null
  );
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

/** What arrives on a socket arrives later, in its order; what a lost line held is lost. */
function slowDown(socket: LiveSocket, lag: () => number): void {
  const inner = socket as unknown as { onpacket: (packet: unknown) => void };
  const take = inner.onpacket.bind(socket);
  let underWay: unknown[] = [];
  let last = 0;
  socket.on('disconnect', () => {
    underWay = [];
  });
  inner.onpacket = (packet) => {
    const line = underWay;
    line.push(packet);
    const now = performance.now();
    last = Math.max(last, now + lag());
    setTimeout(() => {
      if (line === underWay) take(line.shift());
    }, last - now);
  };
}
