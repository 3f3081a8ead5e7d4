import { ClosingPreview, MakeToken, NewToken, Token } from '../../shared/tokens/contract.ts';
import * as endpoints from '../../shared/tokens/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import { previewClosing } from './from-outside.ts';
import { listOwnTokens, listTokensAt, listTokensOf } from './list-tokens.ts';
import { makeToken } from './make-token.ts';
import { revokeToken } from './revoke-token.ts';

/** API tokens. */
export function tokenRoutes() {
  return serve('tokens', endpoints, (on) => {
    on(
      endpoints.listOwnTokens,
      { summary: 'List the API tokens that the caller made', answer: Token },
      ({ work }) => listOwnTokens(work),
    );
    on(
      endpoints.makeToken,
      {
        summary: 'Make an API token; its text is shown once',
        body: MakeToken,
        answer: NewToken,
        collection: 'tokens',
        ignoresKey: true,
      },
      ({ work, body }) => makeToken(work, body),
    );
    on(endpoints.revokeToken, { summary: 'Revoke an API token' }, ({ work, id }) =>
      revokeToken(work, id),
    );
    on(
      endpoints.listTokensOf,
      { summary: 'List the API tokens that act as an account', answer: Token },
      ({ work, id }) => listTokensOf(work, id),
    );
    on(
      endpoints.previewClosing,
      {
        summary: 'List what closing it would end of those above, without closing',
        answer: ClosingPreview,
      },
      ({ work, id }) => previewClosing(work, id),
    );
    on(
      endpoints.listTokensAt,
      { summary: 'List the API tokens that reach an organisation', answer: Token },
      ({ work, id }) => listTokensAt(work, id),
    );
  });
}
