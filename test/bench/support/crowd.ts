import { cp } from 'node:fs/promises';
import { sessionCookie } from '../../../server/sign-in/session-cookie.ts';
import { startSession } from '../../../server/sign-in/sessions.ts';
import { Account } from '../../../server/people/account.entity.ts';
import { Grant } from '../../../server/access/grant.entity.ts';
import { createContext } from '../../../server/context.ts';
import { readConfig } from '../../../server/core/env.ts';
import { createLog } from '../../../server/core/log.ts';
import type { EntityManager } from '../../../server/core/db/open-database.ts';
import { newId } from '../../../server/core/new-id.ts';
import { seedDemo } from '../../../server/demo/seed.ts';
import { Organisation } from '../../../server/organisations/organisation.entity.ts';
import { below } from '../../../server/organisations/within.ts';
import type { Role } from '../../../shared/access/roles.ts';
import type { Watcher } from './load-protocol.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A tree with people in it who are signed in already: hashing a thousand passwords takes long. */
export interface Crowd {
  /** One for each socket that may be opened: all of them see every edit, through several rooms. */
  watchers: Watcher[];
  /** The cookie of the one who edits. */
  editor: string;
  /** The organisations that are edited. */
  edited: string[];
}

const DISTRIBUTOR = 'Nordlicht Distribution';
const PARTNER = 'Halden Systemhaus';
const ACCOUNTS = 27;

/** Fills a data directory with the demo's tree, and so many people's sessions. */
export async function seedCrowd(dataDir: string, sockets: number): Promise<Crowd> {
  const config = { ...readConfig({}), dataDir };
  const log = createLog('error');
  await cp(await demoFolder(), dataDir, { recursive: true });

  await using context = await createContext(config, log);
  const em = context.database.em.fork();
  const partner = await em.findOneOrFail(Organisation, { displayName: PARTNER });
  const distributor = await em.findOneOrFail(Organisation, { displayName: DISTRIBUTOR });
  const platform = await em.findOneOrFail(Organisation, { parentId: null });
  const places = [
    { home: platform, role: 'PlatformReader' },
    { home: distributor, role: 'DistributorReader' },
    { home: partner, role: 'PartnerReader' },
  ] as const;

  const cookies: string[] = [];
  for (let index = 0; index < ACCOUNTS; index += 1) {
    const { home, role } = places[index % places.length] ?? places[0];
    cookies.push(await signIn(em, home, role));
  }
  const editor = await signIn(em, partner, 'PartnerAdministrator');
  const edited = await em.find(Organisation, {
    ...below(partner.path),
    kind: 'tenant',
    managementMode: 'managed',
  });
  const watchers = Array.from({ length: sockets }, (_, index): Watcher => {
    const { home } = places[index % places.length] ?? places[0];
    return {
      cookie: cookies[index % ACCOUNTS] ?? '',
      follows: [
        { scope: 'subtree', organisationId: home.id },
        ...(index % 2 === 0 ? [{ scope: 'subtree' as const, organisationId: partner.id }] : []),
        ...(index % 5 === 0 ? [{ scope: 'children' as const, organisationId: partner.id }] : []),
      ],
    };
  });
  return { watchers, editor, edited: edited.map(({ id }) => id) };
}

let seeded: Promise<string> | undefined;

/** The demo, made once for all that a process measures. */
function demoFolder(): Promise<string> {
  seeded ??= (async () => {
    const dataDir = temporaryFolder('demo');
    await seedDemo({ ...readConfig({}), dataDir }, createLog('error'));
    return dataDir;
  })();
  return seeded;
}

/** An account with a role and an open session; answers the cookie header. */
export async function signIn(em: EntityManager, home: Organisation, role: Role): Promise<string> {
  const at = new Date();
  const id = newId();
  em.create(Account, {
    id,
    organisationId: home.id,
    email: `${id}@bench.example`,
    displayName: `Watcher ${id.slice(-4)}`,
    sortName: 'watcher',
    searchText: 'watcher',
    emailKey: null,
    type: 'administrator',
    status: 'active',
    passwordHash: null,
    lockedUntil: null,
    createdAt: at,
    updatedAt: at,
  });
  em.create(Grant, { id: newId(), accountId: id, role, organisationId: home.id, createdAt: at });
  const device = { address: '127.0.0.1', userAgent: 'bench', secondFactorAt: at };
  const { token } = await startSession(em, id, device, at);
  await em.flush();
  return `${sessionCookie(false).name}=${token}`;
}
