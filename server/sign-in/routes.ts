import {
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
} from '../../shared/sign-in/contract.ts';
import * as endpoints from '../../shared/sign-in/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import { acceptInvitation, findInvitation } from './accept-invitation.ts';
import { answerSigned, type SignInServices } from './services.ts';
import { changePassword } from './passwords/change-password.ts';
import { findSession } from './find-session.ts';
import { deviceOf, markDevice } from './known-device.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts';
import {
  askPasswordReset,
  confirmPasswordReset,
  findPasswordReset,
} from './passwords/password-reset.ts';
import { signInByPassword } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Signing in, and one's own sessions and password. */
export function signInRoutes(services: SignInServices) {
  const { cookie, secrets } = services;
  const signed = answerSigned(cookie);

  return serve('sign-in', endpoints, (on) => {
    on(
      endpoints.signIn,
      { summary: 'Sign in', body: SignIn, answer: SignInAnswer },
      async ({ work, c, body }) => {
        const device = deviceOf(secrets, cookie.readDevice(c), body.email);
        const answer = signed(c, await signInByPassword(work, device, body));
        cookie.writeDevice(c, markDevice(secrets, body.email));
        return answer;
      },
    );
    on(endpoints.signOut, { summary: 'Sign out' }, async ({ work, c }) => {
      await signOut(work);
      cookie.clear(c);
    });
    on(
      endpoints.changePassword,
      { summary: 'Change the own password', body: ChangePassword, answer: SignInAnswer },
      async ({ work, c, body }) => signed(c, await changePassword(work, body)),
    );
    on(
      endpoints.askPasswordReset,
      { summary: 'Ask for a link to another password', body: AskPasswordReset },
      ({ work, body }) => askPasswordReset(work, body.email),
    );
    on(
      endpoints.openPasswordReset,
      {
        summary: 'Read what a link to another password is for',
        body: OpenPasswordReset,
        answer: PasswordResetView,
      },
      ({ work, body }) => findPasswordReset(work, body.token),
    );
    on(
      endpoints.confirmPasswordReset,
      { summary: 'Set another password by a link', body: ConfirmPasswordReset },
      async ({ work, c, body }) => {
        const { email } = await confirmPasswordReset(work, body);
        cookie.writeDevice(c, markDevice(secrets, email));
      },
    );
    on(
      endpoints.findSession,
      { summary: 'Read the own session', answer: SessionView },
      ({ work }) => findSession(work),
    );
    on(
      endpoints.listOwnSessions,
      { summary: 'List the own sessions', answer: OwnSession },
      ({ work }) => listOwnSessions(work),
    );
    on(endpoints.endOtherSessions, { summary: 'End all other own sessions' }, ({ work }) =>
      endOtherSessions(work),
    );
    on(endpoints.endOwnSession, { summary: 'End one of the own sessions' }, ({ work, id }) =>
      endOwnSession(work, id),
    );
    on(
      endpoints.findInvitation,
      { summary: 'Read an open invitation', answer: InvitationView },
      ({ work, token }) => findInvitation(work, token),
    );
    on(
      endpoints.acceptInvitation,
      { summary: 'Accept an invitation', body: AcceptInvitation, answer: SignInAnswer },
      async ({ work, c, token, body }) => signed(c, await acceptInvitation(work, token, body)),
    );
  });
}
