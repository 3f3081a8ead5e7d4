import type { AccessEffect } from '../core/changes/access-effect.ts';

/** Fields of an account by which its sessions are refused, or owe a step of signing in. */
const securityFields = ['status', 'mustChangePassword', 'hasSecondFactor'];

/** The state and the home of an account concern its holder; nothing is open to a new one yet. */
export const accountAccess: AccessEffect = {
  changesAccess: ({ op, pathBefore, fields }) =>
    op === 'delete' ||
    pathBefore !== null ||
    (op === 'update' && securityFields.some((field) => field in fields)),
  concerns: ({ recordId }, { person }) => recordId === person.accountId,
  explains: ({ recordId }, { person }) => recordId === person.accountId,
};
