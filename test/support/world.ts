import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { CreateOrganisation, Organisation } from '../../shared/organisations/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Config } from '../../server/core/env.ts';
import { headOf } from '../../server/core/changes/append-log.ts';
import type { EntityManager } from '../../server/core/db/open-database.ts';
import { MovableClock } from './clock.ts';
import { invitationToken, mailsTo, readMail, type ReadMail } from './outbox.ts';
import { PASSWORD, type PersonFacts, type PersonName, personOf } from './people.ts';
import { newOrganisation, type PlaceName, seeds, titleOf } from './places.ts';
import type { PostOffice } from './post-office.ts';
import type { Remains } from './remains.ts';
import { SETUP_TOKEN, startTestServer, type TestServer } from './server.ts';
import { BEGINNING, scenes } from './scenes.ts';
import { bodyOf, Session } from './session.ts';

const FOUNDER: PersonName = 'platform-admin@platform';

/**
 * A running Canopy with a small named hierarchy, made through its own API. People come into
 * being, by an invitation that they accept, when they first sign in.
 */
export class World implements AsyncDisposable {
  readonly server: TestServer;
  readonly clock: MovableClock;
  readonly ids = {} as Record<PlaceName, string>;
  /** The first administrator of the platform, who made everything here. */
  readonly founder: Session;
  /** Where its mails go, if not into the outbox folder. */
  readonly #post: PostOffice | null;
  /** Everybody who was invited, with the cookie of their last session. */
  readonly #known = new Map<PersonName, string>();
  #made = 0;
  #provedAt = performance.now();

  constructor(server: TestServer, clock: MovableClock, post: PostOffice | null = null) {
    this.#post = post;
    this.server = server;
    this.clock = clock;
    this.founder = this.stranger();
    this.founder.before = () => this.#keepProved();
  }

  /** The founder does what takes a recent proof, also where a slow machine took minutes so far. */
  async #keepProved(): Promise<void> {
    if (performance.now() - this.#provedAt < PROOF_LASTS_MS) return;
    this.#provedAt = performance.now();
    await this.founder.post('/auth/reauthenticate', { password: PASSWORD });
    this.#known.set(FOUNDER, this.founder.cookie);
  }

  /** What it takes to go on elsewhere, on a copy of the data. */
  get memory(): Memory {
    return { ids: { ...this.ids }, cookies: new Map(this.#known), provedAt: this.#provedAt };
  }

  /** Goes on where the world of this memory was left. */
  recall({ ids, cookies, provedAt }: Memory): this {
    this.#provedAt = provedAt;
    Object.assign(this.ids, ids);
    for (const [name, cookie] of cookies) this.#known.set(name, cookie);
    this.founder.cookie = cookies.get(FOUNDER) ?? '';
    return this;
  }

  /** The last session of somebody, as it is. */
  resume(name: PersonName): Session {
    return new Session(this.url, this.#known.get(name), this.server.publicUrl);
  }

  get url(): string {
    return this.server.url;
  }

  /** A new view of the database behind the API, for what no API tells. */
  get em(): EntityManager {
    return this.server.running.context.database.em.fork();
  }

  /** Everything by the front door: set-up, then the organisations, parents first. */
  async build(): Promise<this> {
    const { email, displayName } = personOf(FOUNDER);
    const input = { token: SETUP_TOKEN, email, displayName, password: PASSWORD };
    bodyOf(await this.founder.post('/setup', input));
    this.#known.set(FOUNDER, this.founder.cookie);
    const { account } = await this.founder.who();
    this.ids.platform = account.organisationId;
    for (const [name, { kind, parent }] of Object.entries(seeds)) {
      const made = await this.create(kind, parent, { displayName: titleOf(name) });
      this.ids[name as PlaceName] = made.id;
    }
    return this;
  }

  /** The path of an organisation's resource below `/api`. */
  at(place: PlaceName, rest = ''): string {
    return `/organisations/${this.ids[place]}${rest}`;
  }

  /** Somebody without a session. */
  stranger(): Session {
    return new Session(this.url, '', this.server.publicUrl);
  }

  /** A new session of somebody, who is invited first where need be. */
  async signIn(name: PersonName): Promise<Session> {
    const person = personOf(name);
    const session = this.#known.has(name) ? this.stranger() : await this.#welcome(person);
    if (!session.cookie) {
      bodyOf(await session.post('/auth/sign-in', { email: person.email, password: PASSWORD }));
    }
    this.#known.set(name, session.cookie);
    return session;
  }

  /** Creates an organisation in the founder's name; its own name where none is given is unique. */
  async create(
    kind: CreateOrganisation['kind'],
    parent: PlaceName | Organisation,
    fields: Partial<CreateOrganisation> = {},
  ): Promise<Organisation> {
    this.#made += 1;
    const parentId = typeof parent === 'string' ? this.ids[parent] : parent.id;
    const input = { ...newOrganisation(kind, `${titleOf(kind)} ${this.#made}`), parentId };
    return bodyOf(await this.founder.post('/organisations', { ...input, ...fields }));
  }

  /** Invites somebody in the founder's name; they have not accepted yet. */
  async invite(name: PersonName): Promise<AccountWithGrants> {
    const { email, displayName, type, role, place } = personOf(name);
    const grants = role ? [{ role }] : [];
    const input = { email, displayName, type, grants };
    const invited = bodyOf(
      await this.founder.post<AccountWithGrants>(this.at(place, '/accounts'), input),
    );
    this.#known.set(name, '');
    return invited;
  }

  /** The mails that somebody got, the oldest first. */
  async mailsTo(email: string): Promise<ReadMail[]> {
    if (this.#post) {
      await this.server.running.context.jobs.settled();
      const got = this.#post.received.filter(({ to }) => to.includes(email));
      return got.map(({ mail }) => readMail(mail));
    }
    return mailsTo(email, join(this.server.dataDir, 'outbox'));
  }

  /** Follows the link of an invitation; the session that it opens. */
  async accept(mail: ReadMail | undefined, displayName = 'Somebody new'): Promise<Session> {
    if (!mail) throw new Error('There is no invitation to accept.');
    const session = this.stranger();
    const path = `/invitations/${invitationToken(mail)}/accept`;
    bodyOf(await session.post(path, { displayName, password: PASSWORD }));
    return session;
  }

  /** Resolves when this node has handed everything committed so far to its sockets. */
  async settled(): Promise<void> {
    const { context, dispatcher } = this.server.running;
    await context.feed.reached(await headOf(this.em));
    dispatcher.outbox.flush();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve(this.server[Symbol.asyncDispose]());
  }

  async #welcome(person: PersonFacts): Promise<Session> {
    await this.invite(person.name);
    const [mail] = await this.mailsTo(person.email);
    return this.accept(mail, person.displayName);
  }
}

/** A proof counts for five minutes. */
const PROOF_LASTS_MS = 240_000;

/** What a world knows besides its data: what is where, and who has been here, with their cookies. */
export interface Memory {
  ids: Record<PlaceName, string>;
  cookies: Map<PersonName, string>;
  /** When the founder last showed who they are, in milliseconds of this process. */
  provedAt: number;
}

/**
 * A world of its own, to be disposed: `await using world = await createWorld()`. One that is
 * configured is built anew, since the configuration may show in what is written.
 */
export async function createWorld(options?: Partial<Config>): Promise<World> {
  if (options) return buildWorld(options);
  return (await createWorldAs(BEGINNING, () => Promise.resolve())).world;
}

/** Everything by the front door, on an empty database. */
async function buildWorld(options: Partial<Config> = {}): Promise<World> {
  const clock = new MovableClock();
  const world = await new World(await startTestServer(clock, options), clock).build();
  await world.settled();
  return world;
}

/** A world that was left for copies of it to go on. */
export interface Scene extends Memory {
  remains: Remains;
  result: unknown;
}

/** A world of its own in which something has happened already, and what came of that. */
export async function createWorldAs<T = void>(
  scene: string,
  happen: (world: World) => Promise<T>,
): Promise<{ world: World; result: T }> {
  const known = scenes.get(scene) ?? setScene(happen);
  scenes.set(scene, known);
  const { remains, result, ...memory } = await known;
  const clock = new MovableClock();
  const world = new World(await startTestServer(clock, {}, remains), clock).recall(memory);
  await world.settled();
  return { world, result: result as T };
}

async function setScene(happen: (world: World) => Promise<unknown>): Promise<Scene> {
  const world = await buildWorld();
  const result = await happen(world);
  const remains = await world.server.leave();
  return { ...world.memory, remains, result };
}

/** A world whose mails go over SMTP. */
export async function createWorldWithPost(post: PostOffice): Promise<World> {
  const clock = new MovableClock();
  const server = await startTestServer(clock, { smtpUrl: post.url });
  return new World(server, clock, post).build();
}

/** The world that the tests of a file share, where they do not disturb each other. */
export async function shareWorld(options?: Partial<Config>): Promise<World> {
  const world = await createWorld(options);
  afterAll(() => world[Symbol.asyncDispose]());
  return world;
}
