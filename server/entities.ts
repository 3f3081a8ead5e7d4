import { Grant } from './access/grant.entity.ts';
import { Account } from './accounts/account.entity.ts';
import { Invitation } from './accounts/invitation.entity.ts';
import { Ceremony } from './accounts/ceremony.entity.ts';
import { Passkey } from './accounts/passkey.entity.ts';
import { PasswordReset } from './accounts/password-reset.entity.ts';
import { RecoveryCode } from './accounts/recovery-code.entity.ts';
import { Session } from './accounts/session.entity.ts';
import { TotpFactor } from './accounts/totp-factor.entity.ts';
import { AuditRecord } from './core/changes/audit-record.entity.ts';
import { ChangeRow, LogState } from './core/changes/change.entity.ts';
import { IdempotencyKey } from './core/db/idempotency-key.entity.ts';
import { BillingProfile } from './organisations/billing-profile.entity.ts';
import { OrganisationSettings } from './organisations/organisation-settings.entity.ts';
import { Organisation } from './organisations/organisation.entity.ts';

/** Every table of the product. */
export const entities = [
  Organisation,
  BillingProfile,
  OrganisationSettings,
  Grant,
  Account,
  Session,
  Invitation,
  PasswordReset,
  TotpFactor,
  RecoveryCode,
  Passkey,
  Ceremony,
  IdempotencyKey,
  ChangeRow,
  LogState,
  AuditRecord,
];
