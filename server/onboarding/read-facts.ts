import type { Reading } from '../core/db/reading.ts';
import type { Fact } from '../core/facts.ts';
import type { OnboardingStep } from './step.entity.ts';

/** What reading facts came to. */
interface FactsRead {
  /** Whether anything that they show is not as it was. */
  differs: boolean;
  /** Since when those hold that know it, by the key of their step. */
  since: ReadonlyMap<string, Date>;
}

/**
 * Reads the facts of these steps anew. Of a waived step whose fact is not so yet, what shows is
 * still who waived it [O5].
 */
export async function readFacts(
  reading: Reading,
  steps: readonly OnboardingStep[],
  facts: readonly Fact[],
): Promise<FactsRead> {
  let differs = false;
  const known = new Map<string, Date>();
  for (const step of steps) {
    const fact = facts.find(({ key }) => key === step.fact);
    if (!fact) continue;
    const { holds, since, evidence, href } = await fact.read(reading, step.organisationId);
    const shown = step.evidence;
    const isWaivedStill = step.waived !== null && !step.holds && !holds;
    step.holds = holds;
    if (!isWaivedStill) step.show(evidence, href);
    if (holds && since) known.set(step.key, since);
    differs ||= step.evidence !== shown;
  }
  return { differs, since: known };
}
