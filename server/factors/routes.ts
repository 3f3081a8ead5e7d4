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
import * as endpoints from '../../shared/factors/endpoints.ts';
import type { AppEnv } from '../core/http/router.ts';
import { serve } from '../core/http/serve.ts';
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

/** Second factors, passkeys, and showing once more who one is. */
export function factorRoutes(services: FactorServices) {
  const { cookie, secrets, party } = services;
  const signed = answerSigned(cookie);
  const added = (c: Context<AppEnv>, { signed: { token, next }, recoveryCodes }: Added) => {
    cookie.write(c, token);
    return { recoveryCodes, next };
  };
  const asked = (c: Context<AppEnv>, { options, browser }: Asked) => {
    cookie.writeCeremony(c, browser);
    return { ...options };
  };
  const passkeyParts = (c: Context) => ({ party: party(), browser: cookie.takeCeremony(c) });

  return serve('factors', endpoints, (on) => {
    on(
      endpoints.findOwnFactors,
      { summary: 'List the own second factors', answer: OwnFactors },
      ({ work }) => findOwnFactors(work),
    );
    on(
      endpoints.showCode,
      { summary: 'Show the second factor by a code', body: ShowCode, answer: SignInAnswer },
      async ({ work, c, body }) => signed(c, await showCode(work, services, body)),
    );
    on(
      endpoints.showPasskey,
      { summary: 'Show the second factor by a passkey', body: ShowPasskey, answer: SignInAnswer },
      async ({ work, c, body }) =>
        signed(c, await showPasskey(work, passkeyParts(c), responseIn(body))),
    );
    on(
      endpoints.startTotp,
      { summary: 'Begin with an authenticator app', answer: NewTotp },
      ({ work }) => startTotp(work, { secrets, host: party().host }),
    );
    on(
      endpoints.confirmTotp,
      {
        summary: 'Add an authenticator app by its first code',
        body: ShowCode,
        answer: FactorAdded,
      },
      async ({ work, c, id, body }) => added(c, await confirmTotp(work, services, id, body.code)),
    );
    on(endpoints.removeTotp, { summary: 'Remove an authenticator app' }, ({ work, id }) =>
      removeTotp(work, id),
    );
    on(
      endpoints.renewRecoveryCodes,
      { summary: 'Replace the recovery codes', answer: RecoveryCodes },
      async ({ work }) => ({ recoveryCodes: await renewRecoveryCodes(work) }),
    );
    on(
      endpoints.askPasskey,
      { summary: 'Ask for a passkey, new or known', body: AskPasskey, answer: PasskeyOptions },
      async ({ work, c, body }) => asked(c, await askPasskey(work, party(), body)),
    );
    on(
      endpoints.addPasskey,
      { summary: 'Add a passkey', body: AddPasskey, answer: FactorAdded },
      async ({ work, c, body }) => added(c, await addPasskey(work, passkeyParts(c), body)),
    );
    on(
      endpoints.renamePasskey,
      { summary: 'Give a passkey another name', body: NamePasskey, answer: Passkey },
      ({ work, id, body }) => renamePasskey(work, id, body.name),
    );
    on(endpoints.removePasskey, { summary: 'Remove a passkey' }, ({ work, id }) =>
      removePasskey(work, id),
    );
    on(
      endpoints.askPasskeyToSignIn,
      { summary: 'Ask for a passkey to sign in with', answer: PasskeyOptions },
      async ({ work, c }) => asked(c, await askPasskeyToSignIn(work, party())),
    );
    on(
      endpoints.signInByPasskey,
      { summary: 'Sign in by a passkey alone', body: ShowPasskey, answer: SignInAnswer },
      async ({ work, c, body }) =>
        signed(c, await signInByPasskey(work, passkeyParts(c), responseIn(body))),
    );
    on(
      endpoints.reauthenticate,
      { summary: 'Show once more who one is', body: Reauthenticate, answer: SignInAnswer },
      async ({ work, c, body }) =>
        signed(c, await reauthenticate(work, { ...services, ...passkeyParts(c) }, body)),
    );
  });
}

/** What a browser handed on; it is verified, so its shape need not be known. */
function responseIn({ response }: ShowPasskey): AuthenticationResponseJSON {
  return response as unknown as AuthenticationResponseJSON;
}
