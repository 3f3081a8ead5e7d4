import { leadsThrough } from '../../shared/organisations/path.ts';
import type { AccessEffect, Reader } from '../core/changes/access-effect.ts';

/** Fields of an organisation whose change may open or close something. */
const securityFields = ['status', 'managementMode'];

/** Fields that stand in the explanation of somebody's access. */
const explainingFields = ['displayName', 'lockedAt'];

/**
 * The state, the barrier and the place of an organisation concern everybody whose roles, home or
 * subscriptions lie on a way through it.
 */
export const organisationAccess: AccessEffect = {
  changesAccess: ({ op, pathBefore, fields }) =>
    op === 'delete' ||
    pathBefore !== null ||
    (op === 'update' && securityFields.some((field) => field in fields)),
  concerns: ({ recordId }, reader) =>
    leadsThrough(reader.person.homePath, recordId) ||
    reader.person.heldPaths.some((path) => leadsThrough(path, recordId)) ||
    reader.subscriptions.some(({ path }) => path.includes(recordId)),
  explains: ({ op, recordId, fields }, reader) =>
    op === 'update' &&
    explainingFields.some((field) => field in fields) &&
    holdsBelow(reader, recordId),
  closes: ({ fields }) =>
    'managementMode' in fields ? fields['managementMode'] === 'self-managed' : undefined,
};

/** What settings open or close is told by the sessions that they end or look at again. */
export const settingsAccess: AccessEffect = {
  changesAccess: () => false,
  concerns: () => false,
  explains: ({ organisationId }, reader) => holdsBelow(reader, organisationId),
};

function holdsBelow({ person }: Reader, organisationId: string | null): boolean {
  return person.grants.some(({ path }) => leadsThrough(path, organisationId ?? '-'));
}
