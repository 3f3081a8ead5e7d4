import {
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type { MoveOrganisation } from '../organisations/contract.ts';
import type { ChangeGrant, GiveGrant, Grant, TakeRole } from './contract.ts';
import type { MovePreview } from './move-preview-contract.ts';

export const listGrantsAt = endpoint('GET /organisations/:id/grants', answersPage<typeof Grant>());

export const listGrantsOf = endpoint('GET /accounts/:id/grants', answersPage<typeof Grant>());

export const giveGrant = endpoint(
  'POST /accounts/:id/grants',
  answersMade<typeof Grant>(),
  takesBody<typeof GiveGrant>(),
);

export const changeGrant = endpoint(
  'PATCH /grants/:id',
  answersRecord<typeof Grant>(),
  takesBody<typeof ChangeGrant>(),
);

export const revokeGrant = endpoint(
  'DELETE /grants/:id',
  answersNothing(),
  takesQuery<typeof TakeRole>(),
);

export const previewMove = endpoint(
  'POST /organisations/:id/move/preview',
  answersValue<typeof MovePreview>(),
  takesBody<typeof MoveOrganisation>(),
);
