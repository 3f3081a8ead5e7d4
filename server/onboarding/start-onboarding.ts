import type { Onboarding as View } from '../../shared/onboarding/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import type { Fact } from '../core/facts.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { viewWhole } from './find-onboarding.ts';
import { start } from './start.ts';
import { findWhole } from './whole.ts';

/** An administrator begins the onboarding of an organisation that was there before onboardings were. */
export function startOnboarding(work: Work, id: string, facts: readonly Fact[]): Promise<View> {
  return work.transaction('onboarding.start', async (tx) => {
    const { organisation } = await requireOrganisation(tx, id, 'onboarding.start');

    if (await findWhole(tx, id)) throw new Refusal('onboarding.exists');

    const whole = await start(tx, organisation, facts);
    await tx.em.flush();
    return viewWhole(tx, whole);
  });
}
