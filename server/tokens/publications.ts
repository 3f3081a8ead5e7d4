import { publish } from '../core/changes/publication.ts';
import { Token } from './token.entity.ts';

/** The last use is left out: it would write a change for every minute of a busy program. */
export const tokenPublication = publish<Token>({
  entity: Token,
  resource: 'token',
  topic: 'access',
  recordId: (token) => token.id,
  organisationId: (token) => token.organisationId,
  organisationColumn: 'organisationId',
  fields: {
    accountId: 'accountId',
    name: 'name',
    role: 'role',
    organisationId: 'organisationId',
    createdAt: 'createdAt',
    expiresAt: 'expiresAt',
  },
});
