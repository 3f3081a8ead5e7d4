import { Refusal } from '../../shared/core/refusals.ts';
import { nestFields } from '../../shared/core/merge-patch.ts';
import type { Billing, EditBilling } from '../../shared/organisations/contract.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import { leavesOf } from '../core/changes/publication.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { billingPublication } from './publications.ts';
import { requirePlace } from './require-organisation.ts';

/** The billing profile of an organisation that has one. */
export function findBilling(work: Work, id: string): Promise<Billing> {
  return work.read(async (reading) => {
    await requirePlace(reading, id, 'billing.view');
    return view(await requireProfile(reading, id));
  });
}

/**
 * An administrator changes the touched fields of a billing profile, merged with what others changed
 * meanwhile.
 */
export function editBilling(
  work: Work,
  id: string,
  patch: EditBilling,
  expected: ExpectedVersion,
): Promise<Billing> {
  return work.transaction('billing.edit', async (tx) => {
    await requirePlace(tx, id, 'billing.view');
    const profile = await requireProfile(tx, id);
    await requirePlace(tx, id, 'billing.edit');

    const columns = await mergeEdit(tx, billingPublication, profile, patch, expected);
    Object.assign(profile, columns);

    await tx.em.flush();
    return view(profile);
  });
}

async function requireProfile({ em }: Reading, organisationId: string): Promise<BillingProfile> {
  const profile = await em.findOne(BillingProfile, { organisationId });
  if (!profile) throw new Refusal('not-found');
  return profile;
}

function view(profile: BillingProfile): Billing {
  const fields = nestFields(leavesOf(billingPublication, profile));
  return { ...fields, version: profile.version } as Billing;
}
