import { answersNothing, answersValue, endpoint, takesBody } from '../core/endpoint.ts';
import type { SignInAnswer } from '../sign-in/contract.ts';
import type {
  AddPasskey,
  AskPasskey,
  FactorAdded,
  NamePasskey,
  NewTotp,
  OwnFactors,
  Passkey,
  PasskeyOptions,
  Reauthenticate,
  RecoveryCodes,
  ShowCode,
  ShowPasskey,
} from './contract.ts';

export const findOwnFactors = endpoint('GET /auth/mfa', answersValue<typeof OwnFactors>());

export const showCode = endpoint(
  'POST /auth/mfa',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof ShowCode>(),
);

export const showPasskey = endpoint(
  'POST /auth/mfa/passkey',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof ShowPasskey>(),
);

export const startTotp = endpoint('POST /auth/mfa/totp', answersValue<typeof NewTotp>());

export const confirmTotp = endpoint(
  'POST /auth/mfa/totp/:id/confirm',
  answersValue<typeof FactorAdded>(),
  takesBody<typeof ShowCode>(),
);

export const removeTotp = endpoint('DELETE /auth/mfa/totp/:id', answersNothing());

export const renewRecoveryCodes = endpoint(
  'POST /auth/mfa/recovery-codes',
  answersValue<typeof RecoveryCodes>(),
);

export const askPasskey = endpoint(
  'POST /auth/mfa/passkeys/options',
  answersValue<typeof PasskeyOptions>(),
  takesBody<typeof AskPasskey>(),
);

export const addPasskey = endpoint(
  'POST /auth/mfa/passkeys',
  answersValue<typeof FactorAdded>(),
  takesBody<typeof AddPasskey>(),
);

export const renamePasskey = endpoint(
  'PUT /auth/mfa/passkeys/:id',
  answersValue<typeof Passkey>(),
  takesBody<typeof NamePasskey>(),
);

export const removePasskey = endpoint('DELETE /auth/mfa/passkeys/:id', answersNothing());

export const askPasskeyToSignIn = endpoint(
  'POST /auth/passkey/options',
  answersValue<typeof PasskeyOptions>(),
);

export const signInByPasskey = endpoint(
  'POST /auth/passkey',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof ShowPasskey>(),
);

export const reauthenticate = endpoint(
  'POST /auth/reauthenticate',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof Reauthenticate>(),
);
