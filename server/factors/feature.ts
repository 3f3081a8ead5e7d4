import type { Feature } from '../core/feature.ts';
import { Ceremony } from './ceremony.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** Second factors and passkeys. */
export const factors: Feature = {
  name: 'factors',
  entities: [TotpFactor, RecoveryCode, Passkey, Ceremony],
  publications: [],
  reactions: [],
};
