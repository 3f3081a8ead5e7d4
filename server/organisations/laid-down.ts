import { idsAlong, idsOf } from '../../shared/organisations/path.ts';
import { isPathAllowed, type SignInPaths } from '../../shared/organisations/sign-in-paths.ts';
import { type MfaRule, strictestMfa } from '../../shared/organisations/mfa-rule.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { fromJson, marksFor } from '../core/db/raw.ts';

/** What the levels of some paths lay down for those below them. */
export interface LaidDown {
  /** Whether the path's organisation, or anything above it, is suspended. */
  isSuspended: (path: string) => boolean;
  /** Of whom a second factor is asked there. */
  mfaAt: (path: string) => MfaRule;
  /** Whether people at home there may sign in by this path. */
  allowsPath: (path: string, signInPath: string) => boolean;
}

/** The suspension of each path: whether it, or anything above it, is suspended. */
export async function suspendedPaths(
  em: EntityManager,
  paths: readonly string[],
): Promise<(path: string) => boolean> {
  return (await readLaidDown(em, paths)).isSuspended;
}

interface LevelRow {
  id: string;
  status: string;
  mfa: MfaRule | null;
  sign_in_paths: string | SignInPaths;
}

/** What holds at each of the paths; in one query. */
export async function readLaidDown(em: EntityManager, paths: readonly string[]): Promise<LaidDown> {
  const ids = idsAlong(paths);
  const rows = await em.execute<LevelRow[]>(
    `select o.id, o.status, s.mfa, s.sign_in_paths from organisations o
     left join organisation_settings s on s.organisation_id = o.id
     where o.id in (${marksFor(ids)})
       and (o.status = 'suspended' or s.mfa <> 'nobody' or s.sign_in_paths is not null)`,
    ids,
  );
  const suspended = new Set(rows.flatMap(({ id, status }) => (status === 'suspended' ? id : [])));
  const mfaOf = new Map(rows.map(({ id, mfa }) => [id, mfa ?? 'nobody']));
  const levels = new Map(
    rows.map(({ id, sign_in_paths }) => [id, { signInPaths: fromJson(sign_in_paths) }]),
  );
  return {
    isSuspended: (path) => idsOf(path).some((id) => suspended.has(id)),
    allowsPath: (path, signInPath) =>
      isPathAllowed(
        idsOf(path).flatMap((id) => levels.get(id) ?? []),
        signInPath,
      ),
    mfaAt: (path) => strictestMfa(idsOf(path).map((id) => mfaOf.get(id) ?? 'nobody')),
  };
}
