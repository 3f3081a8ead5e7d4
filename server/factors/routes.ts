import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Context } from 'hono';
import { SignInAnswer } from '../../shared/sign-in/contract.ts';
import {
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
} from '../../shared/factors/contract.ts';
import { accept, describe } from '../core/http/accept.ts';
import { type AppEnv, createRouter } from '../core/http/router.ts';
import { answerSigned, type SignInServices } from '../sign-in/services.ts';
import type { RelyingParty } from './ceremonies.ts';
import {
  addPasskey,
  askPasskey,
  type Asked,
  askPasskeyToSignIn,
  removePasskey,
  renamePasskey,
  showPasskey,
  signInByPasskey,
} from './passkeys.ts';
import { reauthenticate } from './reauthenticate.ts';
import { type Added, findOwnFactors, renewRecoveryCodes } from './second-factors.ts';
import { showCode } from './show-code.ts';
import { confirmTotp, removeTotp, startTotp } from './totp-factors.ts';

/** What the routes of factors stand on; built once. */
interface FactorServices extends SignInServices {
  /** Known once the server listens. */
  party: () => RelyingParty;
}

/** Second factors, passkeys, and showing once more who one is; below `/api`. */
export function factorRoutes(services: FactorServices) {
  const { cookie, secrets, party } = services;
  const signed = answerSigned(cookie);
  const added = (c: Context<AppEnv>, { signed: { token, next }, recoveryCodes }: Added) => {
    cookie.write(c, token);
    return c.json({ recoveryCodes, next });
  };
  const asked = (c: Context<AppEnv>, { options, browser }: Asked) => {
    cookie.writeCeremony(c, browser);
    return c.json(options);
  };
  const passkeyParts = (c: Context) => ({ party: party(), browser: cookie.takeCeremony(c) });

  return createRouter()
    .get(
      '/auth/mfa',
      describe({ summary: 'List the own second factors', answer: OwnFactors }),
      async (c) => c.json(await findOwnFactors(c.var.work)),
    )
    .post(
      '/auth/mfa',
      describe({ summary: 'Show the second factor by a code', answer: SignInAnswer }),
      accept('json', ShowCode),
      async (c) => signed(c, await showCode(c.var.work, services, c.req.valid('json'))),
    )
    .post(
      '/auth/mfa/passkey',
      describe({ summary: 'Show the second factor by a passkey', answer: SignInAnswer }),
      accept('json', ShowPasskey),
      async (c) =>
        signed(c, await showPasskey(c.var.work, passkeyParts(c), responseIn(c.req.valid('json')))),
    )
    .post(
      '/auth/mfa/totp',
      describe({ summary: 'Begin with an authenticator app', answer: NewTotp }),
      async (c) => c.json(await startTotp(c.var.work, { secrets, host: party().host })),
    )
    .post(
      '/auth/mfa/totp/:id/confirm',
      describe({ summary: 'Add an authenticator app by its first code', answer: FactorAdded }),
      accept('json', ShowCode),
      async (c) => {
        const { code } = c.req.valid('json');
        return added(c, await confirmTotp(c.var.work, services, c.req.param('id'), code));
      },
    )
    .delete(
      '/auth/mfa/totp/:id',
      describe({ summary: 'Remove an authenticator app' }),
      async (c) => {
        await removeTotp(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .post(
      '/auth/mfa/recovery-codes',
      describe({ summary: 'Replace the recovery codes', answer: RecoveryCodes }),
      async (c) => c.json({ recoveryCodes: await renewRecoveryCodes(c.var.work) }),
    )
    .post(
      '/auth/mfa/passkeys/options',
      describe({ summary: 'Ask for a passkey, new or known', answer: PasskeyOptions }),
      accept('json', AskPasskey),
      async (c) => asked(c, await askPasskey(c.var.work, party(), c.req.valid('json'))),
    )
    .post(
      '/auth/mfa/passkeys',
      describe({ summary: 'Add a passkey', answer: FactorAdded }),
      accept('json', AddPasskey),
      async (c) => added(c, await addPasskey(c.var.work, passkeyParts(c), c.req.valid('json'))),
    )
    .put(
      '/auth/mfa/passkeys/:id',
      describe({ summary: 'Give a passkey another name', answer: Passkey }),
      accept('json', NamePasskey),
      async (c) =>
        c.json(await renamePasskey(c.var.work, c.req.param('id'), c.req.valid('json').name)),
    )
    .delete('/auth/mfa/passkeys/:id', describe({ summary: 'Remove a passkey' }), async (c) => {
      await removePasskey(c.var.work, c.req.param('id'));
      return c.body(null, 204);
    })
    .post(
      '/auth/passkey/options',
      describe({ summary: 'Ask for a passkey to sign in with', answer: PasskeyOptions }),
      async (c) => asked(c, await askPasskeyToSignIn(c.var.work, party())),
    )
    .post(
      '/auth/passkey',
      describe({ summary: 'Sign in by a passkey alone', answer: SignInAnswer }),
      accept('json', ShowPasskey),
      async (c) =>
        signed(
          c,
          await signInByPasskey(c.var.work, passkeyParts(c), responseIn(c.req.valid('json'))),
        ),
    )
    .post(
      '/auth/reauthenticate',
      describe({ summary: 'Show once more who one is', answer: SignInAnswer }),
      accept('json', Reauthenticate),
      async (c) =>
        signed(
          c,
          await reauthenticate(
            c.var.work,
            { ...services, ...passkeyParts(c) },
            c.req.valid('json'),
          ),
        ),
    );
}

/** What a browser handed on; it is verified, so its shape need not be known. */
function responseIn({ response }: ShowPasskey): AuthenticationResponseJSON {
  return response as unknown as AuthenticationResponseJSON;
}
