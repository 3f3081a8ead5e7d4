import {
  answersMade,
  answersNothing,
  answersPage,
  answersValue,
  endpoint,
  takesBody,
} from '../core/endpoint.ts';
import type { ClosingPreview, MakeToken, NewToken, Token } from './contract.ts';

export const listOwnTokens = endpoint('GET /tokens', answersPage<typeof Token>());

export const makeToken = endpoint(
  'POST /tokens',
  answersMade<typeof NewToken>(),
  takesBody<typeof MakeToken>(),
);

export const revokeToken = endpoint('DELETE /tokens/:id', answersNothing());

export const listTokensOf = endpoint('GET /accounts/:id/tokens', answersPage<typeof Token>());

export const listTokensAt = endpoint('GET /organisations/:id/tokens', answersPage<typeof Token>());

export const previewClosing = endpoint(
  'GET /organisations/:id/access/closing',
  answersValue<typeof ClosingPreview>(),
);
