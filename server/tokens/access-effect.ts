import type { AccessEffect } from '../core/changes/access-effect.ts';

/** A token that ends, or gets another holder, concerns who calls by it. */
export const tokenAccess: AccessEffect = {
  changesAccess: ({ op }) => op !== 'create', // nothing is open by it yet
  concerns: ({ recordId }, { person }) => recordId === person.token?.id,
};
