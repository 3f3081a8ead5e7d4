import { newId } from '../../../server/core/new-id.ts';
import type { Organisation } from '../../../server/organisations/organisation.entity.ts';

/** The row of the log that an edit of a description leaves; without its number. */
export function editRow(
  { id, path }: Pick<Organisation, 'id' | 'path'>,
  description: string,
  at: Date,
) {
  return {
    commit: newId(),
    at,
    actorId: id,
    actorName: 'Somebody',
    action: 'organisation.edit',
    topic: 'directory' as const,
    resource: 'organisation' as const,
    recordId: id,
    organisationId: id,
    path,
    pathBefore: null,
    op: 'update' as const,
    version: 1,
    fields: { description, updatedAt: at.toISOString() },
    former: null,
    record: null,
  };
}
