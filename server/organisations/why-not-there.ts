import type { Said } from '../../shared/core/words/said.ts';
import { isWithin } from '../../shared/organisations/path.ts';
import { says } from '../../shared/organisations/words.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Located } from './require-organisation.ts';

/** What the move itself refuses besides the decision, in a sentence. */
export async function whyNotThere(
  { em }: Reading,
  here: Located,
  parent: Located,
): Promise<Said | null> {
  if (isWithin(parent.path, here.path)) {
    return says.beneathItself;
  }
  const [taken] = await em.execute<object[]>(
    `select 1 from organisations sibling join organisations moved on moved.id = ?
     where sibling.parent_id = ? and sibling.id <> moved.id
       and sibling.external_id = moved.external_id`,
    [here.id, parent.id],
  );
  return taken ? says.externalIdTakenThere : null;
}
