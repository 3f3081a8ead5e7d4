import { says } from '../../shared/organisations/words.ts';
import { createAction } from '../../shared/access/actions.ts';
import { fieldError, Refusal, refuseField } from '../../shared/core/refusals.ts';
import type {
  CreateOrganisation,
  NewBilling,
  Organisation as View,
} from '../../shared/organisations/contract.ts';
import { hasBarrier, hasBilling, hasSettings } from '../../shared/organisations/hierarchy.ts';
import type { MfaRule } from '../../shared/organisations/mfa-rule.ts';
import { childPath } from '../../shared/organisations/path.ts';
import { nameColumns } from '../core/db/name-columns.ts';
import { flushOr } from '../core/db/flush-or.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { administratorNamed } from './events.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { viewOrganisation } from './organisation-view.ts';
import { Organisation } from './organisation.entity.ts';
import { requireOrganisation } from './require-organisation.ts';

/**
 * An administrator creates an organisation below a parent that may hold it, with its billing
 * profile. What manages itself from the start is closed to whoever creates it, so its first
 * administrator can be invited in the same request.
 */
export function createOrganisation(work: Work, input: CreateOrganisation): Promise<View> {
  checkBilling(input);
  checkManagementMode(input);
  const first = input.firstAdministrator;
  const create = async (tx: Transaction) => {
    const parent = await requireOrganisation(tx, input.parentId, createAction(input.kind));

    const id = newId();
    const organisation = tx.em.create(Organisation, {
      id,
      kind: input.kind,
      parentId: parent.organisation.id,
      path: childPath(parent.organisation.path, id),
      displayName: input.displayName,
      ...nameColumns(input.displayName),
      description: input.description,
      externalId: input.externalId,
      status: 'active',
      managementMode: input.managementMode,
      modeChosenAt: input.managementMode === 'self-managed' ? tx.now : null,
      lockedAt: null,
      createdAt: tx.now,
    });
    if (input.billing) createBilling(tx, id, input.billing);
    if (hasSettings(input.kind)) createSettings(tx, id);

    await flushUnique(tx);
    if (first) await tx.tell(administratorNamed, { work, organisation, first });
    return viewOrganisation(tx.em, organisation);
  };
  return work.transaction('organisation.create', create, { changesAccess: first !== undefined });
}

/**
 * Creation adds the (still empty) settings that every platform, distributor, partner and tenant
 * has.
 */
export function createSettings(
  tx: Transaction,
  organisationId: string,
  mfa: MfaRule = 'nobody',
): void {
  tx.em.create(OrganisationSettings, {
    organisationId,
    subPartners: false,
    selfProvisioning: {},
    mfa,
    signInPaths: null,
  });
}

/** Pending changes are written; an external id that a sibling has already is refused. */
export function flushUnique(tx: Transaction): Promise<void> {
  const errors = [fieldError('externalId', says.externalIdTaken)];
  return flushOr(
    tx,
    'organisations.external_id',
    () => new Refusal('external-id.taken', undefined, { errors }),
  );
}

function createBilling(tx: Transaction, organisationId: string, billing: NewBilling): void {
  const { contact, address } = billing;
  tx.em.create(BillingProfile, {
    organisationId,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    addressLine1: address.line1,
    addressLine2: address.line2,
    addressPostalCode: address.postalCode,
    addressCity: address.city,
    addressRegion: address.region,
    addressCountry: address.country,
    currency: billing.currency,
    taxId: billing.taxId,
  });
}

function checkBilling({ kind, billing }: CreateOrganisation): void {
  if (hasBilling(kind) === (billing !== undefined)) return;
  throw refuseField(
    'billing',
    hasBilling(kind) ? says.needsBilling({ kind }) : says.noBilling({ kind }),
  );
}

function checkManagementMode({ kind, managementMode }: CreateOrganisation): void {
  if (managementMode === 'managed' || hasBarrier(kind)) return;
  throw refuseField('managementMode', says.ownersMode({ kind }));
}
