import { organisationKinds } from '../../shared/organisations/hierarchy.ts';
import type { Kind } from '../organisations/create/create-request.ts';

/** Whether a part of an address names a kind of organisation that can be created. */
export function isCreatedKind(text: string | undefined): text is Kind {
  return text !== 'platform' && organisationKinds.some((kind) => kind === text);
}
