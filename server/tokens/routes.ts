import { pageOf } from '../../shared/core/paging.ts';
import { ClosingPreview, MakeToken, NewToken, Token } from '../../shared/tokens/contract.ts';
import { accept, created, describe } from '../core/http/accept.ts';
import { createRouter } from '../core/http/router.ts';
import { previewClosing } from './from-outside.ts';
import { listOwnTokens, listTokensAt, listTokensOf } from './list-tokens.ts';
import { makeToken } from './make-token.ts';
import { revokeToken } from './revoke-token.ts';

/** API tokens, below `/api`. */
export function tokenRoutes() {
  return createRouter()
    .get(
      '/tokens',
      describe({ summary: 'List the API tokens that the caller made', answer: pageOf(Token) }),
      async (c) => c.json(await listOwnTokens(c.var.work)),
    )
    .post(
      '/tokens',
      describe({
        summary: 'Make an API token; its text is shown once',
        answer: NewToken,
        status: 201,
      }),
      accept('json', MakeToken),
      async (c) => created(c, 'tokens', await makeToken(c.var.work, c.req.valid('json'))),
    )
    .delete('/tokens/:id', describe({ summary: 'Revoke an API token' }), async (c) => {
      await revokeToken(c.var.work, c.req.param('id'));
      return c.body(null, 204);
    })
    .get(
      '/accounts/:id/tokens',
      describe({ summary: 'List the API tokens that act as an account', answer: pageOf(Token) }),
      async (c) => c.json(await listTokensOf(c.var.work, c.req.param('id'))),
    )
    .get(
      '/organisations/:id/access/closing',
      describe({
        summary: 'List what closing it would end of those above, without closing',
        answer: ClosingPreview,
      }),
      async (c) => c.json(await previewClosing(c.var.work, c.req.param('id'))),
    )
    .get(
      '/organisations/:id/tokens',
      describe({
        summary: 'List the API tokens that reach an organisation',
        answer: pageOf(Token),
      }),
      async (c) => c.json(await listTokensAt(c.var.work, c.req.param('id'))),
    );
}
