import { TokenFields } from '../../shared/tokens/contract.ts';
import { tokenRecord } from '../../shared/tokens/records.ts';
import { publish } from '../core/changes/publication.ts';
import { tokenAccess } from './access-effect.ts';
import { Token } from './token.entity.ts';

/** The last use is left out: it would write a change for every minute of a busy program. */
export const tokenPublication = publish(tokenRecord, {
  entity: Token,
  fields: TokenFields,
  access: tokenAccess,
});
