import { childPath } from '../../../shared/organisations/path.ts';
import { createContext } from '../../../server/context.ts';
import { readConfig } from '../../../server/core/env.ts';
import { createLog } from '../../../server/core/log.ts';
import { newId } from '../../../server/core/new-id.ts';
import { nameColumns } from '../../../server/core/db/name-columns.ts';
import { Organisation } from '../../../server/organisations/organisation.entity.ts';
import { type Crowd, seedCrowd } from './crowd.ts';

/** A big tree: one partner with very many tenants, among many other organisations. */
export interface Forest {
  parentId: string;
  /** Who may see them, and who edits some of them. */
  crowd: Crowd;
}

const CHUNK = 1_000;
const UNITS_PER_TENANT = 99;

export async function seedForest(
  dataDir: string,
  { children, all, sockets = 0 }: { children: number; all: number; sockets?: number },
): Promise<Forest> {
  const crowd = await seedCrowd(dataDir, sockets);
  await using context = await createContext({ ...readConfig({}), dataDir }, createLog('error'));
  const em = context.database.em.fork();
  const parent = await em.findOneOrFail(Organisation, { displayName: 'Halden Systemhaus' });
  const other = await em.findOneOrFail(Organisation, { displayName: 'Copperline Networks' });

  const rows = Array.from({ length: children }, (_, index) => below(parent, 'tenant', index));
  while (rows.length < all) {
    const tenant = below(other, 'tenant', rows.length);
    const units = Array.from({ length: UNITS_PER_TENANT }, (_, index) =>
      below(tenant, 'unit', index),
    );
    rows.push(tenant, ...units);
  }
  await em.transactional(async (inner) => {
    for (let at = 0; at < rows.length; at += CHUNK) {
      await inner.insertMany(Organisation, rows.slice(at, at + CHUNK));
    }
  });
  return { parentId: parent.id, crowd };
}

function below(parent: Pick<Organisation, 'id' | 'path'>, kind: 'tenant' | 'unit', index: number) {
  const id = newId();
  const at = new Date();
  const displayName = `${['Birch', 'Alder', 'Rowan', 'Hazel'][index % 4]} ${kind} ${index}`;
  return {
    id,
    kind,
    parentId: parent.id,
    path: childPath(parent.path, id),
    displayName,
    ...nameColumns(displayName),
    description: 'One of very many.',
    externalId: null,
    status: 'active' as const,
    managementMode: 'managed' as const,
    lockedAt: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}
