import type { AccessEffect } from '../core/changes/access-effect.ts';

/** How a changed grant affects live sessions: those of its holder have their access recomputed. */
export const grantAccess: AccessEffect = {
  changesAccess: () => true,
  // An update carries only the changed fields, so the holder is found by the grant's id.
  concerns: ({ recordId, record, fields }, { person }) =>
    (record ?? fields)['accountId'] === person.accountId ||
    person.grants.some(({ id }) => id === recordId),
};
