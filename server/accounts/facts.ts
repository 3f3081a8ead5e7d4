import { isAdministrator, roles } from '../../shared/access/roles.ts';
import { says } from '../../shared/accounts/words.ts';
import type { Said } from '../../shared/core/words/said.ts';
import type { Captured } from '../core/changes/capture.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Fact } from '../core/facts.ts';

const administrative = roles.filter(isAdministrator);

/** Fields of an account that say whether somebody is in, and how well they are known. */
const telling = ['status', 'hasSecondFactor'];

/** An administrator of an organisation, by a role there that lasts. */
interface Administrator {
  id: string;
  display_name: string;
  status: string;
  has_second_factor: boolean | number;
}

/** What is so of one of the administrators of an organisation. */
function ofAdministrators(
  key: string,
  is: (administrator: Administrator) => boolean,
  words: { so: (given: { name: string }) => Said; not: Said },
): Fact {
  return {
    key,
    concerns: administeredBy,
    read: async (reading, organisationId) => {
      const found = (await administratorsAt(reading, organisationId)).find(is);
      return {
        holds: found !== undefined,
        evidence: found ? words.so({ name: found.display_name }) : words.not,
        href: `/organisations/${organisationId}/accounts${found ? `/${found.id}` : ''}`,
      };
    },
  };
}

/** Where a role begins or ends, and where the roles are held of somebody who comes in. */
async function administeredBy(
  { em }: Reading,
  { publication, op, recordId, organisationId, after }: Captured,
): Promise<readonly string[]> {
  if (publication.resource === 'grant') return organisationId === null ? [] : [organisationId];
  const isTelling = op === 'update' && telling.some((field) => field in after);
  if (publication.resource !== 'account' || !isTelling) return [];
  const rows = await em.execute<{ id: string }[]>(
    'select organisation_id as id from grants where account_id = ?',
    [recordId],
  );
  return rows.map(({ id }) => id);
}

/** The longest holders of a role first; not machines, and not those who were let in for a time. */
function administratorsAt({ em }: Reading, organisationId: string): Promise<Administrator[]> {
  return em.execute<Administrator[]>(
    `select a.id, a.display_name, a.status, a.has_second_factor
     from grants g join accounts a on a.id = g.account_id
     where g.organisation_id = ? and g.expires_at is null and a.type = 'administrator'
       and g.role in (${marksFor(administrative)})
     order by g.created_at, g.id`,
    [organisationId, ...administrative],
  );
}

/** What is so of an organisation by those who administer it. */
export const accountFacts: readonly Fact[] = [
  ofAdministrators('administrator-invited', () => true, {
    so: says.administratorInvited,
    not: says.noAdministratorInvited,
  }),
  ofAdministrators('invitation-accepted', ({ status }) => status === 'active', {
    so: says.invitationAccepted,
    not: says.noInvitationAccepted,
  }),
  ofAdministrators(
    'second-factor',
    ({ status, has_second_factor }) => status === 'active' && Boolean(has_second_factor),
    { so: says.factorEnrolled, not: says.noFactorEnrolled },
  ),
];
