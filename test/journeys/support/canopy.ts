import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SQLITE_FILE } from '../../../server/core/db/open-database.ts';
import type { Role } from '../../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../../shared/accounts/contract.ts';
import type { CreateOrganisation, Organisation } from '../../../shared/organisations/contract.ts';
import { invitationToken, mailsTo } from '../../support/outbox.ts';
import { PASSWORD } from '../../support/people.ts';
import { newOrganisation } from '../../support/places.ts';
import { Program } from '../../support/program.ts';
import { bodyOf, Session } from '../../support/session.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Somebody with an account and a session, to be put into a browser. */
export interface Person {
  name: string;
  email: string;
  accountId: string;
  session: Session;
}

/** Where a journey takes place: a partner with a tenant, below a distributor of its own. */
export interface Place {
  north: Organisation;
  alder: Organisation;
  acme: Organisation;
}

/**
 * Canopy as it is installed: the program with its built client, over a data directory of its own.
 * Around what a journey is about, organisations and people are made through the API.
 */
export class Canopy implements AsyncDisposable {
  readonly dataDir: string;
  url = '';
  #program: Program;
  #founder: Session | undefined;
  #invited = 0;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
    this.#program = run(dataDir, 0);
  }

  /** Starts one in which nothing was done yet. */
  static async start(): Promise<Canopy> {
    const canopy = new Canopy(await mkdtemp(join(tmpdir(), 'canopy-journey-')));
    canopy.url = await canopy.#program.address();
    return canopy;
  }

  /** The link that is printed at the first start. */
  async setUpLink(): Promise<string> {
    const [, link = ''] = await this.#program.printed(/Set it up \(works once\): (\S+)/);
    return link;
  }

  async stop(): Promise<void> {
    await this.#program.stop();
  }

  /** Starts it again after `stop`, on the same port and the same data. */
  async restart(): Promise<void> {
    this.#program = run(this.dataDir, Number(new URL(this.url).port));
    await this.#program.address();
  }

  /** The first administrator, by the printed link. */
  async founder(): Promise<Session> {
    if (this.#founder) return this.#founder;
    const session = new Session(this.url);
    const token = new URL(await this.setUpLink()).searchParams.get('token');
    const person = { email: 'fay@canopy.example', displayName: 'Fay Founder' };
    bodyOf(await session.post('/setup', { token, ...person, password: PASSWORD }));
    this.#founder = session;
    return session;
  }

  /** Has somebody choose another password, in the founder's name. */
  async requirePasswordChange({ accountId }: Person): Promise<void> {
    const founder = await this.founder();
    bodyOf(await founder.post('/auth/reauthenticate', { password: PASSWORD }));
    bodyOf(await founder.post(`/accounts/${accountId}/require-password-change`));
  }

  /** Creates an organisation in the founder's name. */
  async create(
    kind: CreateOrganisation['kind'],
    parent: Organisation | string,
    displayName: string,
  ): Promise<Organisation> {
    const founder = await this.founder();
    const parentId = typeof parent === 'string' ? parent : parent.id;
    const input = { ...newOrganisation(kind, displayName), parentId };
    return bodyOf(await founder.post<Organisation>('/organisations', input));
  }

  /** A small branch of its own, for one journey. */
  async settle(): Promise<Place> {
    const founder = await this.founder();
    const { account } = await founder.who();
    const north = await this.create('distributor', account.organisationId, 'North');
    const alder = await this.create('partner', north, 'Alder');
    const acme = await this.create('tenant', alder, 'Acme');
    return { north, alder, acme };
  }

  /** Invites somebody in the founder's name; answers with the id of the account. */
  async invite(
    displayName: string,
    email: string,
    home: Organisation,
    role?: Role,
  ): Promise<string> {
    const founder = await this.founder();
    const grants = role ? [{ role }] : [];
    const input = { email, displayName, type: 'administrator', grants };
    const path = `/organisations/${home.id}/accounts`;
    return bodyOf(await founder.post<AccountWithGrants>(path, input)).id;
  }

  /** Somebody at home in an organisation, who was invited with a role or without and came. */
  async welcome(name: string, home: Organisation, role?: Role): Promise<Person> {
    this.#invited += 1;
    const email = `person-${this.#invited}@canopy.example`;
    const accountId = await this.invite(name, email, home, role);
    const session = new Session(this.url);
    const accepted = { displayName: name, password: PASSWORD };
    const path = `/invitations/${await this.invitation(email)}/accept`;
    bodyOf(await session.post(path, accepted));
    return { name, email, accountId, session };
  }

  /** The token in the invitation that was mailed to somebody. */
  async invitation(email: string): Promise<string> {
    const [mail] = await mailsTo(email, join(this.dataDir, 'outbox'));
    if (!mail) throw new Error(`Nothing was mailed to ${email}.`);
    return invitationToken(mail);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** Has every session's proof be too old for sensitive acts. */
export function ageProofs({ dataDir }: Canopy): void {
  const database = new DatabaseSync(join(dataDir, SQLITE_FILE), { timeout: 5_000 });
  database.exec('update sessions set proved_at = null');
  database.close();
}

function run(dataDir: string, port: number): Program {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: {
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: String(port),
      CANOPY_DATA_DIR: dataDir,
      CANOPY_LOG_LEVEL: 'error',
      CANOPY_TRUSTED_PROXIES: '127.0.0.1', // so that a test can come from several addresses
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Program(child, dataDir);
}
