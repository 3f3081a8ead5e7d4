import type { Said } from '../../shared/core/words/said.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { idsOf } from '../../shared/organisations/path.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import { says } from '../../shared/organisations/words.ts';
import type { Fact } from '../core/facts.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { below } from './within.ts';

/** What a profile has to name before somebody can be billed by it. */
const needed = [
  'contactName',
  'contactEmail',
  'contactPhone',
  'addressLine1',
  'addressCity',
] as const;

const billingComplete: Fact = {
  key: 'billing-complete',
  concerns: (_, { publication, organisationId }) =>
    publication.resource === 'billing' && organisationId !== null ? [organisationId] : [],
  read: async ({ em }, organisationId) => {
    const profile = await em.findOne(BillingProfile, { organisationId });
    const parts = needed.filter((part) => !profile?.[part]);
    return {
      holds: parts.length === 0,
      evidence:
        parts.length === 0
          ? says.billingIsComplete({ name: profile?.contactName ?? '' })
          : says.billingLacks({ parts }),
      href: `/organisations/${organisationId}/billing`,
    };
  },
};

const modeChosen: Fact = {
  key: 'mode-chosen',
  // that the mode was confirmed shows in no field of its own
  concerns: (_, { publication, op, recordId, after }) =>
    publication.resource === organisationRecord.name &&
    op === 'update' &&
    ('managementMode' in after || Object.keys(after).every((field) => field === 'updatedAt'))
      ? [recordId]
      : [],
  read: async ({ em }, id) => {
    const { modeChosenAt, managementMode } = await em.findOneOrFail(Organisation, { id });
    const isChosen = modeChosenAt !== null;
    return {
      holds: isChosen,
      since: modeChosenAt,
      evidence: !isChosen
        ? says.modeNotChosen
        : managementMode === 'managed'
          ? says.staysManaged
          : says.managesItself,
      href: `/organisations/${id}/settings`,
    };
  },
};

/** The first of what an organisation was taken on for stands below it, at whatever depth. */
function firstBelow(
  key: string,
  kind: OrganisationKind,
  words: { first: (given: { name: string }) => Said; none: Said },
): Fact {
  return {
    key,
    concerns: (_, { publication, op, path, pathBefore, record }) =>
      publication.resource === organisationRecord.name &&
      record['kind'] === kind &&
      (op !== 'update' || pathBefore !== null)
        ? [...idsOf(path ?? '').slice(0, -1), ...idsOf(pathBefore ?? '').slice(0, -1)]
        : [],
    read: async ({ em }, id) => {
      const { path } = await em.findOneOrFail(Organisation, { id });
      const [first] = await em.find(
        Organisation,
        { ...below(path), kind },
        { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 1 },
      );
      return {
        holds: first !== undefined,
        since: first?.createdAt ?? null,
        evidence: first ? words.first({ name: first.displayName }) : words.none,
        href: first ? `/organisations/${first.id}` : `/organisations/${id}`,
      };
    },
  };
}

/** What is so of an organisation by the tree, its billing profile and its settings. */
export const organisationFacts: readonly Fact[] = [
  billingComplete,
  modeChosen,
  firstBelow('first-partner', 'partner', { first: says.firstPartner, none: says.noPartnerYet }),
  firstBelow('first-tenant', 'tenant', { first: says.firstTenant, none: says.noTenantYet }),
];
