import type { Captured } from '../core/changes/capture.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { advance } from './advance.ts';
import { mayOwn } from './may-own.ts';
import { OnboardingStep } from './step.entity.ts';
import { wholeOf } from './whole.ts';

/** A step whose person can do nothing there any more falls back to its side at once [O7]. */
export async function releaseOwners(tx: Transaction, captured: readonly Captured[]): Promise<void> {
  const accounts = new Set(captured.flatMap(whoseAccessEnded));
  if (accounts.size === 0) return;
  await tx.em.flush();
  const owned = await tx.em.find(OnboardingStep, { ownerId: { $in: [...accounts] } });
  const moved = new Set<string>();
  for (const step of owned) {
    if (step.ownerId && (await mayOwn(tx, step.ownerId, step.organisationId))) continue;
    step.assign(null);
    moved.add(step.onboardingId);
  }
  for (const id of moved) await advance(tx, await wholeOf(tx, id));
}

function whoseAccessEnded({ publication, op, recordId, record, after }: Captured): string[] {
  if (publication.resource === 'grant' && op !== 'create') return [String(record['accountId'])];
  const isOver = op === 'delete' || (op === 'update' && 'status' in after);
  return publication.resource === 'account' && isOver ? [recordId] : [];
}
