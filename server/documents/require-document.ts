import type { Action } from '../../shared/access/actions.ts';
import { decide, type DecisionFacts } from '../../shared/access/decide.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Visibility } from '../../shared/documents/contract.ts';
import type { Reading } from '../core/db/reading.ts';
import {
  type Located,
  requireAllowed,
  requirePlace,
  requireVisible,
} from '../organisations/require-organisation.ts';
import { Document } from './document.entity.ts';

/** What is done with a document. */
type Deed = 'view' | 'edit';

/** The action that it takes, by whom the document is for [W2]. */
export function actionFor(visibility: Visibility, deed: Deed): Action {
  return visibility === 'inside' ? `ownDocuments.${deed}` : `documents.${deed}`;
}

/** The place at which documents for these people may be uploaded and removed. */
export function requireEditing(
  reading: Reading,
  organisationId: string,
  visibility: Visibility,
  facts?: DecisionFacts,
): Promise<Located> {
  return requirePlace(reading, organisationId, actionFor(visibility, 'edit'), facts);
}

/**
 * The document, if the person may do this with it. One that is only for those inside does not exist
 * for anybody above, whoever knows its id.
 */
export async function requireDocument(
  reading: Reading,
  id: string,
  deed: Deed,
): Promise<Located & { document: Document }> {
  const { em, person } = reading;
  const document = isId(id) ? await em.findOne(Document, { id }) : null;
  if (!document) throw new Refusal('not-found');
  const { organisationId, visibility } = document;
  const located = await requireVisible(reading, organisationId);
  const viewing = actionFor(visibility, 'view');
  const isSeen = decide(person, viewing, located.place).allowed;
  if (visibility === 'inside' && !isSeen) throw new Refusal('not-found');
  requireAllowed(reading, viewing, located.place);
  if (deed === 'edit') requireAllowed(reading, actionFor(visibility, 'edit'), located.place);
  return { ...located, document };
}
