import { isDeepStrictEqual } from 'node:util';
import { isBelow } from '../../shared/organisations/path.ts';
import type { Captured } from '../core/changes/capture.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { advance } from './advance.ts';
import { inBranch } from './in-branch.ts';
import { mayOwn } from './may-own.ts';
import { OnboardingStep } from './step.entity.ts';
import { wholeOf } from './whole.ts';

/**
 * A step whose person can do nothing there any more falls back to its side at once [O7], and the
 * person goes by their present name. Whatever a transaction did that may take access, those
 * concerned are judged anew by what let them be owner; so are those of an organisation that was
 * restored, as what ended meanwhile told nobody.
 */
export async function reviewOwners(
  tx: Transaction,
  captured: readonly Captured[],
  restored: readonly string[],
): Promise<void> {
  await tx.em.flush(); // what others settled before ends access too
  const accounts = captured.flatMap(whoIsConcerned);
  const branches = topmost(captured.flatMap(whereAccessEnded));
  const concerned = [
    ...(accounts.length > 0 ? [{ ownerId: { $in: accounts } }] : []),
    ...(restored.length > 0 ? [{ organisationId: { $in: [...restored] } }] : []),
    ...branches.map(inBranch),
  ];
  if (concerned.length === 0) return;
  const owned = await tx.em.find(OnboardingStep, { ownerId: { $ne: null }, $or: concerned });
  const moved = new Set<string>();
  for (const step of owned) {
    const owner = step.ownerId ? await mayOwn(tx, step.ownerId, step.organisationId) : null;
    if (isDeepStrictEqual(owner, step.owner)) continue;
    step.assign(owner);
    moved.add(step.onboardingId);
  }
  for (const id of moved) await advance(tx, await wholeOf(tx, id));
}

/** The accounts whose access may have ended, or that are called otherwise. */
function whoIsConcerned({ publication, op, recordId, record, after }: Captured): string[] {
  if (publication.resource === 'grant' && op !== 'create') return [String(record['accountId'])];
  const isOther = op === 'delete' || 'status' in after || 'displayName' in after;
  return publication.resource === 'account' && op !== 'create' && isOther ? [recordId] : [];
}

/** The branches that a barrier closed, or that stand elsewhere, by their paths. */
function whereAccessEnded({ publication, op, path, pathBefore, after }: Captured): string[] {
  const isOther = op === 'update' && (pathBefore !== null || 'managementMode' in after);
  return publication.resource === 'organisation' && isOther && path !== null ? [path] : [];
}

function topmost(paths: readonly string[]): string[] {
  return [...new Set(paths)].filter((path) => !paths.some((other) => isBelow(path, other)));
}
