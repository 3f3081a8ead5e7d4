import type { AccessEffect } from '../core/changes/access-effect.ts';

/** A session that ends, or is looked at again, concerns itself; nothing is open on a new one yet. */
export const sessionAccess: AccessEffect = {
  changesAccess: ({ op }) => op !== 'create',
  concerns: ({ recordId }, { sessionId }) => recordId === sessionId,
  relists: ({ record, fields }) => {
    const { accountId } = record ?? fields;
    return typeof accountId === 'string' ? accountId : undefined;
  },
};
