import * as endpoints from '../../shared/factors/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

/** An answer that no authenticator gave. */
const nothing = { id: 'unknown', response: {} };

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.findOwnFactors, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.showCode, everybody: 403, signedOut: 401, body: { code: '000000' } },
  { endpoint: endpoints.showPasskey, everybody: 403, signedOut: 401, body: { response: nothing } },
  { endpoint: endpoints.startTotp, everybody: 200, signedOut: 401 },
  {
    endpoint: endpoints.confirmTotp,
    everybody: 404,
    signedOut: 401,
    body: { code: '000000' },
  },
  { endpoint: endpoints.removeTotp, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.renewRecoveryCodes, everybody: 404, signedOut: 401 },
  {
    endpoint: endpoints.askPasskey,
    everybody: 200,
    signedOut: 401,
    body: { purpose: 'enrol' },
  },
  {
    endpoint: endpoints.addPasskey,
    everybody: 403,
    signedOut: 401,
    body: { name: 'Key', response: nothing },
  },
  {
    endpoint: endpoints.renamePasskey,
    everybody: 404,
    signedOut: 401,
    body: { name: 'Key' },
  },
  { endpoint: endpoints.removePasskey, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.askPasskeyToSignIn, everybody: 200 },
  { endpoint: endpoints.signInByPasskey, everybody: 403, body: { response: nothing } },
  {
    endpoint: endpoints.reauthenticate,
    everybody: 403,
    signedOut: 401,
    body: { password: 'nobody has this' },
  },
];
