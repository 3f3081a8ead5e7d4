import type { AccessEffect } from '../core/changes/access-effect.ts';

/** A role concerns whoever holds it, or is to. */
export const grantAccess: AccessEffect = {
  changesAccess: () => true,
  // an update tells only what changed, so whose it is has to be known
  concerns: ({ recordId, record, fields }, { person }) =>
    (record ?? fields)['accountId'] === person.accountId ||
    person.grants.some(({ id }) => id === recordId),
};
