import { io } from 'socket.io-client';
import { Api } from '../../client/core/api.ts';
import { Session as ClientSession } from '../../client/core/session.svelte.ts';
import type { LiveSocket } from '../../client/live/connection.svelte.ts';
import { Live } from '../../client/live/live.svelte.ts';
import type { Grant } from '../../shared/access/contract.ts';
import type { Account } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type {
  Billing,
  Organisation,
  OrganisationSettings,
} from '../../shared/organisations/contract.ts';
import { hasBilling, hasSettings } from '../../shared/organisations/hierarchy.ts';
import type { Session } from './session.ts';

const LONG_PAUSE_MS = 500;

/** What somebody sees, record by record, in a form that two ways of looking can be compared in. */
export type Sight = Record<string, unknown>;

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

  private constructor(name: string, http: Session, session: ClientSession, api: Api) {
    this.name = name;
    this.http = http;
    this.#session = session;
    this.#live = new Live({
      api,
      session,
      open: () => {
        const extraHeaders = { cookie: http.cookie, origin: http.url };
        this.#socket = io(http.url, {
          transports: ['websocket'],
          autoConnect: false,
          reconnection: false,
          forceNew: true,
          timeout: 3_000, // a server killed during the handshake says nothing
          extraHeaders,
        });
        return Promise.resolve(this.#socket);
      },
    });
    this.#live.start();
    this.#stop = $effect.root(() => {
      $effect(() => {
        this.#sight = this.#look();
      });
    });
  }

  static async open(name: string, http: Session): Promise<Watcher> {
    const api = new Api((path, init) =>
      fetch(`${http.url}${path as string}`, {
        ...init,
        headers: { ...(init?.headers as object), cookie: http.cookie, origin: http.url },
      }),
    );
    const session = new ClientSession(api);
    await session.load();
    return new Watcher(name, http, session, api);
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
    const accounts = this.#live.accounts(id).data;
    const grants = this.#live.grants(id).data;
    sight[`accounts ${id}`] = accounts ? accounts.map(plainAccount).sort(byId) : null;
    sight[`grants ${id}`] = grants ? grants.map(plainGrant).sort(byId) : null;
    const children = this.#live.children(id).data;
    sight[`children ${id}`] = children ? [...children].sort() : null;
    for (const child of children ?? []) this.#lookAt(child, sight);
  }
}

/** The same as the server answers it now, to the same person, asked one by one. */
export async function readSight(http: Session): Promise<Sight> {
  const sight: Sight = {};
  const { grants } = await http.who();
  await Promise.all(grants.map(({ organisation }) => readBelow(http, organisation.id, sight)));
  return sight;
}

async function readBelow(http: Session, id: string, sight: Sight): Promise<void> {
  if (`organisation ${id}` in sight) return;
  sight[`organisation ${id}`] = null;
  const read = async <T>(rest: string): Promise<T | null> => {
    const { status, body } = await http.get<T>(`/organisations/${id}${rest}`);
    return status === 200 ? body : null;
  };
  const organisation = await read<Organisation>('');
  if (!organisation) return;
  sight[`organisation ${id}`] = plainOrganisation(organisation);
  const [billing, settings, accounts, grants, children] = await Promise.all([
    hasBilling(organisation.kind) ? read<Billing>('/billing') : undefined,
    hasSettings(organisation.kind) ? read<OrganisationSettings>('/settings') : undefined,
    read<Page<Account>>('/accounts?limit=200'),
    read<Page<Grant>>('/grants'),
    read<Page<Organisation>>('/children?limit=200'),
  ]);
  if (billing !== undefined) sight[`billing ${id}`] = billing;
  if (settings !== undefined) sight[`settings ${id}`] = settings;
  sight[`accounts ${id}`] = accounts ? accounts.items.map(plainAccount).sort(byId) : null;
  sight[`grants ${id}`] = grants ? grants.items.map(plainGrant).sort(byId) : null;
  sight[`children ${id}`] = children ? children.items.map((child) => child.id).sort() : null;
  await Promise.all((children?.items ?? []).map((child) => readBelow(http, child.id, sight)));
}

/** Without what is derived for the moment of reading: counts, and names from other records. */
function plainOrganisation({ path, childCount: _, ...fields }: Organisation) {
  return { ...fields, path: path.map(({ id }) => id) };
}

function plainAccount({ id, displayName, status, organisationId, version }: Account) {
  return { id, displayName, status, organisationId, version };
}

function plainGrant({ id, accountId, role, organisation, version }: Grant) {
  return { id, accountId, role, organisationId: organisation.id, version };
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
