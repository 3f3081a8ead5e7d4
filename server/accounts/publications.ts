import { publish } from '../core/changes/publication.ts';
import { Account } from './account.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { LinkedIdentity } from './linked-identity.entity.ts';
import { Session } from './session.entity.ts';

export const accountPublication = publish<Account>({
  entity: Account,
  resource: 'account',
  topic: 'accounts',
  recordId: (account) => account.id,
  organisationId: (account) => account.organisationId,
  organisationColumn: 'organisationId',
  fields: {
    organisationId: 'organisationId',
    email: 'email',
    displayName: 'displayName',
    type: 'type',
    status: 'status',
    mustChangePassword: 'mustChangePassword',
    hasSecondFactor: 'hasSecondFactor',
    lockedUntil: 'lockedUntil',
    createdAt: 'createdAt',
    updatedAt: 'updatedAt',
  },
});

/**
 * What befalls a session is logged for the server itself: its sockets look again, or are closed,
 * and its person's other pages are told that their list of sessions is another.
 */
export const sessionPublication = publish<Session>({
  entity: Session,
  resource: 'session',
  topic: null,
  recordId: (session) => session.id,
  organisationId: () => null,
  fields: { accountId: 'accountId', address: 'address', userAgent: 'userAgent' },
});

/** Invitations are audited, never logged. */
export const invitationPublication = publish<Invitation>({
  entity: Invitation,
  resource: 'invitation',
  topic: null,
  logs: [],
  recordId: (invitation) => invitation.id,
  organisationId: () => null,
  fields: { accountId: 'accountId', expiresAt: 'expiresAt', usedAt: 'usedAt' },
});

/** What a provider opens is audited, never logged. */
export const identityPublication = publish<LinkedIdentity>({
  entity: LinkedIdentity,
  resource: 'identity',
  topic: null,
  logs: [],
  recordId: (identity) => identity.id,
  organisationId: () => null,
  fields: {
    accountId: 'accountId',
    providerId: 'providerId',
    issuer: 'issuer',
    subject: 'subject',
    email: 'email',
  },
});
