import { MINUTE } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import { sessionCookie } from '../sign-in/session-cookie.ts';
import { relyingParty, sweepCeremonies } from './ceremonies.ts';
import { Ceremony } from './ceremony.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { factorRoutes } from './routes.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** Second factors and passkeys. */
export const factors: Feature = {
  name: 'factors',
  entities: [TotpFactor, RecoveryCode, Passkey, Ceremony],
  publications: [],
  reactions: [],
  routes: (node) =>
    factorRoutes({
      cookie: sessionCookie(node.isHttps),
      secrets: node.secrets,
      party: () => relyingParty(node.publicUrl, node.config.publicUrl !== null),
    }),
  sweeps: [
    {
      every: 5 * MINUTE,
      run: ({ database, clock }) => sweepCeremonies(database.em.fork(), clock.now()),
    },
  ],
};
