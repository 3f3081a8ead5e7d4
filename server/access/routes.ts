import { ChangeGrant, GiveGrant, Grant, TakeRole } from '../../shared/access/contract.ts';
import * as endpoints from '../../shared/access/endpoints.ts';
import { MovePreview } from '../../shared/access/move-preview-contract.ts';
import { MoveOrganisation } from '../../shared/organisations/contract.ts';
import { serve } from '../core/http/serve.ts';
import { changeGrant } from './change-grant.ts';
import { giveGrant } from './give-grant.ts';
import { listGrantsAt, listGrantsOf } from './list-grants.ts';
import { previewMove } from './preview-move.ts';
import { revokeGrant } from './revoke-grant.ts';

/** The routes of grants and of the preview of a move. */
export function accessRoutes() {
  return serve('access', endpoints, (on) => {
    on(
      endpoints.listGrantsAt,
      { summary: 'List who holds a role here', answer: Grant },
      ({ work, id }) => listGrantsAt(work, id),
    );
    on(
      endpoints.listGrantsOf,
      { summary: 'List the roles of an account', answer: Grant },
      ({ work, id }) => listGrantsOf(work, id),
    );
    on(
      endpoints.giveGrant,
      { summary: 'Give an account a role', body: GiveGrant, answer: Grant, collection: 'grants' },
      ({ work, id, body }) => giveGrant(work, id, body),
    );
    on(
      endpoints.changeGrant,
      { summary: 'Make a role another one', body: ChangeGrant, answer: Grant },
      ({ work, id, body, expected }) => changeGrant(work, id, { patch: body, expected }),
    );
    on(
      endpoints.revokeGrant,
      {
        summary: 'Take a role away, and cancel open invitations that were made by it to roles',
        query: TakeRole,
      },
      ({ work, id, query }) => revokeGrant(work, id, query),
    );
    on(
      endpoints.previewMove,
      {
        summary: 'Say what a move would change, without moving',
        body: MoveOrganisation,
        answer: MovePreview,
      },
      ({ work, id, body }) => previewMove(work, id, body),
    );
  });
}
