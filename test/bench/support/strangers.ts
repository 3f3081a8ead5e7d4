import { createContext } from '../../../server/context.ts';
import { readConfig } from '../../../server/core/env.ts';
import { createLog } from '../../../server/core/log.ts';
import { Organisation } from '../../../server/organisations/organisation.entity.ts';
import { signIn } from './crowd.ts';
import type { Watcher } from './load-protocol.ts';

const PARTNER = 'Copperline Networks';
const SOCKETS_PER_ACCOUNT = 50;

/** Adds people at another partner than the crowd's, whose sockets may see nothing of its edits. */
export async function seedStrangers(dataDir: string, sockets: number): Promise<Watcher[]> {
  await using context = await createContext({ ...readConfig({}), dataDir }, createLog('error'));
  const em = context.database.em.fork();
  const home = await em.findOneOrFail(Organisation, { displayName: PARTNER });
  const cookies: string[] = [];
  for (let seats = 0; seats < sockets; seats += SOCKETS_PER_ACCOUNT) {
    cookies.push(await signIn(em, home, 'PartnerReader'));
  }
  return Array.from({ length: sockets }, (_, index) => ({
    cookie: cookies[index % cookies.length] ?? '',
    follows: [{ scope: 'subtree', organisationId: home.id }],
  }));
}
