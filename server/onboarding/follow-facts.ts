import { organisationRecord } from '../../shared/organisations/records.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { Captured } from '../core/changes/capture.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Fact } from '../core/facts.ts';
import { advance } from './advance.ts';
import { Onboarding } from './onboarding.entity.ts';
import { readFacts } from './read-facts.ts';
import { reviewOwners } from './review-owners.ts';
import { onboardedKinds, start } from './start.ts';
import { OnboardingStep } from './step.entity.ts';
import { wholeOf } from './whole.ts';

/**
 * Onboardings follow what a transaction did, within it: they begin with their organisation, and a
 * step is done when its fact is so and open again when it is not [O1] [O3]. A change says only whose
 * facts are read anew, so one that concerns no fact costs no statement; of what is restored they all
 * are, because what happened meanwhile told nobody.
 */
export async function followFacts(
  tx: Transaction,
  captured: readonly Captured[],
  facts: readonly Fact[],
): Promise<void> {
  const gone = new Set(
    captured.flatMap((change) => (isOf(change, 'delete') ? [change.recordId] : [])),
  );
  const { started, restored } = await startNew(tx, captured, facts);
  const concerned = await concernedBy(tx, captured, facts);
  const keys = new Set(facts.map(({ key }) => key));
  for (const id of restored) concerned.set(id, keys);
  for (const id of [...gone, ...started]) concerned.delete(id);
  await readAnew(tx, concerned, facts);
  await reviewOwners(tx, captured, restored);
}

async function startNew(
  tx: Transaction,
  captured: readonly Captured[],
  facts: readonly Fact[],
): Promise<{ started: string[]; restored: string[] }> {
  const created = captured.filter((change) => isOf(change, 'create')).flatMap(onboarded);
  if (created.length === 0) return { started: [], restored: [] };
  await tx.em.flush();
  const ids = created.map(({ id }) => id);
  const known = await tx.em.find(Onboarding, { organisationId: { $in: ids } });
  const restored = known.map(({ organisationId }) => organisationId);
  const fresh = created.filter(({ id }) => !restored.includes(id));
  for (const each of fresh) await start(tx, each, facts);
  return { started: fresh.map(({ id }) => id), restored };
}

function onboarded({ recordId: id, record }: Captured): { id: string; kind: OrganisationKind }[] {
  const kind = record['kind'] as OrganisationKind;
  return onboardedKinds.includes(kind) ? [{ id, kind }] : [];
}

/** The keys of the facts to be read anew, by organisation. */
async function concernedBy(
  tx: Transaction,
  captured: readonly Captured[],
  facts: readonly Fact[],
): Promise<Map<string, Set<string>>> {
  const concerned = new Map<string, Set<string>>();
  for (const change of captured) {
    for (const [concerns, keys] of byQuestion(facts)) {
      for (const id of await concerns(tx, change)) {
        concerned.set(id, new Set([...(concerned.get(id) ?? []), ...keys]));
      }
    }
  }
  return concerned;
}

/** Facts that ask the same of a change are asked once. */
function byQuestion(facts: readonly Fact[]): Map<Fact['concerns'], string[]> {
  const keys = new Map<Fact['concerns'], string[]>();
  for (const { concerns, key } of facts) keys.set(concerns, [...(keys.get(concerns) ?? []), key]);
  return keys;
}

async function readAnew(
  tx: Transaction,
  concerned: ReadonlyMap<string, ReadonlySet<string>>,
  facts: readonly Fact[],
): Promise<void> {
  if (concerned.size === 0) return;
  await tx.em.flush();
  const keys = new Set([...concerned.values()].flatMap((each) => [...each]));
  const steps = await tx.em.find(OnboardingStep, {
    organisationId: { $in: [...concerned.keys()] },
    fact: { $in: [...keys] },
  });
  for (const [id, ofIt] of Map.groupBy(steps, ({ onboardingId }) => onboardingId)) {
    const { differs, since } = await readFacts(tx, ofIt, facts);
    if (differs) await advance(tx, await wholeOf(tx, id), { since });
  }
}

function isOf({ publication, op }: Captured, wanted: Captured['op']): boolean {
  return publication.resource === organisationRecord.name && op === wanted;
}
