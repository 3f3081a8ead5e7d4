import {
  answersNothing,
  answersPage,
  answersValue,
  endpoint,
  takesBody,
} from '../core/endpoint.ts';
import type {
  AcceptInvitation,
  AskPasswordReset,
  ChangePassword,
  ConfirmPasswordReset,
  InvitationView,
  OpenPasswordReset,
  OwnSession,
  PasswordResetView,
  SessionView,
  SignIn,
  SignInAnswer,
} from './contract.ts';

export const signIn = endpoint(
  'POST /auth/sign-in',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof SignIn>(),
);

export const signOut = endpoint('POST /auth/sign-out', answersNothing());

export const changePassword = endpoint(
  'POST /auth/password',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof ChangePassword>(),
);

export const askPasswordReset = endpoint(
  'POST /auth/password-reset',
  answersNothing(),
  takesBody<typeof AskPasswordReset>(),
);

export const openPasswordReset = endpoint(
  'POST /auth/password-reset/open',
  answersValue<typeof PasswordResetView>(),
  takesBody<typeof OpenPasswordReset>(),
);

export const confirmPasswordReset = endpoint(
  'POST /auth/password-reset/confirm',
  answersNothing(),
  takesBody<typeof ConfirmPasswordReset>(),
);

export const findSession = endpoint('GET /auth/session', answersValue<typeof SessionView>());

export const listOwnSessions = endpoint('GET /auth/sessions', answersPage<typeof OwnSession>());

export const endOtherSessions = endpoint('DELETE /auth/sessions', answersNothing());

export const endOwnSession = endpoint('DELETE /auth/sessions/:id', answersNothing());

export const findInvitation = endpoint(
  'GET /invitations/:token',
  answersValue<typeof InvitationView>(),
);

export const acceptInvitation = endpoint(
  'POST /invitations/:token/accept',
  answersValue<typeof SignInAnswer>(),
  takesBody<typeof AcceptInvitation>(),
);
