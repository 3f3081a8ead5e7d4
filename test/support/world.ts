import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { CreateOrganisation, Organisation } from '../../shared/organisations/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Config } from '../../server/core/env.ts';
import { headOf } from '../../server/core/changes/append-log.ts';
import type { EntityManager } from '../../server/core/db/open-database.ts';
import { MovableClock } from './clock.ts';
import { invitationToken, mailsTo, type ReadMail } from './outbox.ts';
import { PASSWORD, type PersonFacts, type PersonName, personOf } from './people.ts';
import { newOrganisation, type PlaceName, seeds, titleOf } from './places.ts';
import { SETUP_TOKEN, startTestServer, type TestServer } from './server.ts';
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
  readonly #known = new Set<PersonName>();
  #made = 0;

  constructor(server: TestServer, clock: MovableClock) {
    this.server = server;
    this.clock = clock;
    this.founder = this.stranger();
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
    this.#known.add(FOUNDER);
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
    if (!this.#known.has(name)) return this.#welcome(person);
    const session = this.stranger();
    bodyOf(await session.post('/auth/sign-in', { email: person.email, password: PASSWORD }));
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
    this.#known.add(name);
    return invited;
  }

  /** The mails that somebody got, the oldest first. */
  mailsTo(email: string): Promise<ReadMail[]> {
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

/** A world of its own, to be disposed: `await using world = await createWorld()`. */
export async function createWorld(options: Partial<Config> = {}): Promise<World> {
  const clock = new MovableClock();
  const server = await startTestServer(clock, options);
  const world = await new World(server, clock).build();
  await world.settled();
  return world;
}

/** The world that the tests of a file share, where they do not disturb each other. */
export async function shareWorld(options: Partial<Config> = {}): Promise<World> {
  const world = await createWorld(options);
  afterAll(() => world[Symbol.asyncDispose]());
  return world;
}
