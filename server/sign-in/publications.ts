import { keepInside } from '../core/changes/publication.ts';
import { sessionAccess } from './access-effect.ts';
import { Invitation } from './invitation.entity.ts';
import { LinkedIdentity } from './linked-identity.entity.ts';
import { Session } from './session.entity.ts';

/**
 * What befalls a session is logged for the server itself: its sockets look again, or are closed,
 * and its person's other pages are told that their list of sessions is another.
 */
export const sessionPublication = keepInside<Session>({
  entity: Session,
  resource: 'session',
  recordId: (session) => session.id,
  fields: { accountId: 'accountId', address: 'address', userAgent: 'userAgent' },
  access: sessionAccess,
});

/** Invitations are audited, never logged. */
export const invitationPublication = keepInside<Invitation>({
  entity: Invitation,
  resource: 'invitation',
  logs: [],
  recordId: (invitation) => invitation.id,
  fields: { accountId: 'accountId', expiresAt: 'expiresAt', usedAt: 'usedAt' },
});

/** What a provider opens is audited, never logged. */
export const identityPublication = keepInside<LinkedIdentity>({
  entity: LinkedIdentity,
  resource: 'identity',
  logs: [],
  recordId: (identity) => identity.id,
  fields: {
    accountId: 'accountId',
    providerId: 'providerId',
    issuer: 'issuer',
    subject: 'subject',
    email: 'email',
  },
});
