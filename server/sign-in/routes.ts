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
import { pageOf } from '../../shared/core/paging.ts';
import { accept, describe } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import { acceptInvitation, findInvitation } from './accept-invitation.ts';
import { answerSigned, type SignInServices } from './services.ts';
import { changePassword } from './change-password.ts';
import { findSession } from './find-session.ts';
import { deviceOf, markDevice } from './known-device.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts';
import { askPasswordReset, confirmPasswordReset, findPasswordReset } from './password-reset.ts';
import { signInByPassword } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Signing in, and one's own sessions and password; below `/api`. */
export function signInRoutes(services: SignInServices) {
  const { cookie, secrets } = services;
  const signed = answerSigned(cookie);

  return createRouter()
    .post(
      '/auth/sign-in',
      describe({ summary: 'Sign in', answer: SignInAnswer }),
      accept('json', SignIn),
      async (c) => {
        const input = c.req.valid('json');
        const device = deviceOf(secrets, cookie.readDevice(c), input.email);
        const { token, next } = await signInByPassword(c.var.work, device, input);
        cookie.write(c, token);
        cookie.writeDevice(c, markDevice(secrets, input.email));
        return c.json({ next });
      },
    )
    .post('/auth/sign-out', describe({ summary: 'Sign out' }), async (c) => {
      await signOut(c.var.work);
      cookie.clear(c);
      return c.body(null, 204);
    })
    .post(
      '/auth/password',
      describe({ summary: 'Change the own password', answer: SignInAnswer }),
      accept('json', ChangePassword),
      async (c) => signed(c, await changePassword(c.var.work, c.req.valid('json'))),
    )
    .post(
      '/auth/password-reset',
      describe({ summary: 'Ask for a link to another password' }),
      accept('json', AskPasswordReset),
      async (c) => {
        const { email } = c.req.valid('json');
        await askPasswordReset(c.var.work, email);
        return c.body(null, 204);
      },
    )
    .post(
      '/auth/password-reset/open',
      describe({
        summary: 'Read what a link to another password is for',
        answer: PasswordResetView,
      }),
      accept('json', OpenPasswordReset),
      async (c) => c.json(await findPasswordReset(c.var.work, c.req.valid('json').token)),
    )
    .post(
      '/auth/password-reset/confirm',
      describe({ summary: 'Set another password by a link' }),
      accept('json', ConfirmPasswordReset),
      async (c) => {
        const { email } = await confirmPasswordReset(c.var.work, c.req.valid('json'));
        cookie.writeDevice(c, markDevice(secrets, email));
        return c.body(null, 204);
      },
    )
    .get(
      '/auth/session',
      describe({ summary: 'Read the own session', answer: SessionView }),
      async (c) => c.json(await findSession(c.var.work)),
    )
    .get(
      '/auth/sessions',
      describe({ summary: 'List the own sessions', answer: pageOf(OwnSession) }),
      async (c) => c.json(await listOwnSessions(c.var.work)),
    )
    .delete('/auth/sessions', describe({ summary: 'End all other own sessions' }), async (c) => {
      await endOtherSessions(c.var.work);
      return c.body(null, 204);
    })
    .delete(
      '/auth/sessions/:id',
      describe({ summary: 'End one of the own sessions' }),
      async (c) => {
        await endOwnSession(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .get(
      '/invitations/:token',
      describe({ summary: 'Read an open invitation', answer: InvitationView }),
      async (c) => c.json(await findInvitation(c.var.work, c.req.param('token'))),
    )
    .post(
      '/invitations/:token/accept',
      describe({ summary: 'Accept an invitation', answer: SignInAnswer }),
      accept('json', AcceptInvitation),
      async (c) =>
        signed(c, await acceptInvitation(c.var.work, c.req.param('token'), c.req.valid('json'))),
    );
}
