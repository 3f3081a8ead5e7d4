import { tokenRoutes } from './routes.ts';
import { accountDeleted } from '../accounts/events.ts';
import { HOUR } from '../core/clock.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import { barrierClosed, organisationDeleted } from '../organisations/events.ts';
import { clearTokensAt, clearTokensOf } from './clear-tokens.ts';
import { endFromOutside } from './from-outside.ts';
import { tokenPublication } from './publications.ts';
import { sweepTokens } from './sweep-tokens.ts';
import { Token } from './token.entity.ts';

/** API tokens, for programs. */
export const tokens: Feature = {
  name: 'tokens',
  entities: [Token],
  publications: [tokenPublication],
  reactions: [
    on(barrierClosed, (tx, { path, keep }) => endFromOutside(tx, path, keep)),
    on(organisationDeleted, (tx, { organisationId }) => clearTokensAt(tx, organisationId)),
    on(accountDeleted, (tx, { accountId, heirId }) => clearTokensOf(tx, accountId, heirId)),
  ],
  routes: tokenRoutes,
  closedToTokens: ['/tokens', '/tokens/*'],
  sweeps: [{ every: HOUR, run: ({ openOwnWork }) => sweepTokens(openOwnWork()) }],
};
