import * as endpoints from '../../shared/sign-in/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.findSession, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.listOwnSessions, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.endOtherSessions, everybody: 204, signedOut: 401 },
  { endpoint: endpoints.endOwnSession, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.signOut, everybody: 204 },
  {
    endpoint: endpoints.changePassword,
    everybody: 403,
    signedOut: 401,
    body: { current: 'not the current one', next: 'another walk through the forest' },
  },
  { endpoint: endpoints.askPasswordReset, everybody: 204, body: { email: '@new' } },
  { endpoint: endpoints.openPasswordReset, everybody: 410, body: { token: 'unknown' } },
  {
    endpoint: endpoints.confirmPasswordReset,
    everybody: 410,
    body: { token: 'unknown', password: 'a long walk in the wood' },
  },
  {
    endpoint: endpoints.signIn,
    everybody: 401,
    body: { email: '@new', password: 'nobody has this' },
  },
  { endpoint: endpoints.findInvitation, everybody: 410 },
  {
    endpoint: endpoints.acceptInvitation,
    everybody: 410,
    body: { displayName: 'Eve', password: 'a long walk in the wood' },
  },
];
