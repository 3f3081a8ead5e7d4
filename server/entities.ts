import { AccessRequest } from './access/access-request.entity.ts';
import { Grant } from './access/grant.entity.ts';
import { Account } from './accounts/account.entity.ts';
import { Invitation } from './accounts/invitation.entity.ts';
import { Ceremony } from './accounts/ceremony.entity.ts';
import { Passkey } from './accounts/passkey.entity.ts';
import { PasswordReset } from './accounts/password-reset.entity.ts';
import { RecoveryCode } from './accounts/recovery-code.entity.ts';
import { LinkedIdentity } from './accounts/linked-identity.entity.ts';
import { Session } from './accounts/session.entity.ts';
import { SignInFailure } from './accounts/sign-in-failure.entity.ts';
import { TotpFactor } from './accounts/totp-factor.entity.ts';
import { AuditCheckpoint } from './audit/audit-checkpoint.entity.ts';
import { AuditErasure } from './audit/audit-erasure.entity.ts';
import { AuditFloor } from './audit/audit-floor.entity.ts';
import { AuditMark } from './audit/audit-mark.entity.ts';
import { AuditRecord } from './core/changes/audit-record.entity.ts';
import { ChangeRow, LogState } from './core/changes/change.entity.ts';
import { IdempotencyKey } from './core/db/idempotency-key.entity.ts';
import { FederatedFlow } from './federation/federated-flow.entity.ts';
import { IdentityProvider } from './federation/identity-provider.entity.ts';
import { BillingProfile } from './organisations/billing-profile.entity.ts';
import { DeletedOrganisation } from './organisations/deleted-organisation.entity.ts';
import { OrganisationSettings } from './organisations/organisation-settings.entity.ts';
import { Organisation } from './organisations/organisation.entity.ts';
import { Token } from './tokens/token.entity.ts';

/** Every table of the product. */
export const entities = [
  Organisation,
  BillingProfile,
  OrganisationSettings,
  DeletedOrganisation,
  Grant,
  AccessRequest,
  Account,
  Session,
  SignInFailure,
  Invitation,
  PasswordReset,
  TotpFactor,
  RecoveryCode,
  Passkey,
  Ceremony,
  LinkedIdentity,
  IdentityProvider,
  FederatedFlow,
  Token,
  IdempotencyKey,
  ChangeRow,
  LogState,
  AuditRecord,
  AuditCheckpoint,
  AuditErasure,
  AuditFloor,
  AuditMark,
];
