import { isolated } from '../../../shared/core/isolated.ts';
import { type Fields, flattenFields } from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { ApiError } from '../../core/api.ts';
import { capitalised, formatDate, formatNames } from '../../core/format.ts';
import { organisationPath, type OrganisationView } from '../../core/paths.ts';
import { toldBriefly } from '../../core/refusals.ts';
import type { Edit } from './pending-edits.ts';
import type { Single } from '../records.ts';

type Named = Pick<Edit, 'resource' | 'label' | 'recordName'>;

const views: Record<Single, OrganisationView> = {
  organisation: 'details',
  billing: 'billing',
  settings: 'settings',
  account: 'accounts',
};

/** Where the field of an edit is shown. */
export function pathOf({ resource, organisationId }: Edit): string {
  return organisationPath(organisationId, views[resource]);
}

/** *the name*; settings are called by what they say: *“Partners create tenants”*. */
export function fieldWords({ resource, label }: Pick<Named, 'resource' | 'label'>): string {
  if (resource === 'settings') return `“${label}”`;
  return `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** *the name of Alder* */
export function whatWords(named: Named): string {
  return `${fieldWords(named)} of ${isolated(named.recordName)}`;
}

/** The values of a patch as people read them. */
export function valueWords(patch: Fields): string {
  const values = Object.values(flattenFields(patch)).map(oneWord);
  return values.length === 1
    ? (values[0] ?? '')
    : values.filter((each) => each !== NONE).join(', ');
}

const NONE = 'nothing';

function oneWord(value: unknown): string {
  if (value === true) return 'Yes';
  if (value === false) return 'No';
  return typeof value === 'string' && value !== '' ? isolated(capitalisedChoice(value)) : NONE;
}

/** Choices are stored in lower case, and shown as a sentence begins. */
function capitalisedChoice(value: string): string {
  return ['inherit', 'allow', 'deny'].includes(value) ? capitalised(value) : value;
}

/** Who made it something else, and what: *Ann changed this to “X”*. */
export function conflictWords(problem: Problem, what = 'this'): string {
  const conflicts = problem.conflicts ?? [];
  const people = [...new Set(conflicts.map(({ changedBy }) => changedBy.displayName))];
  const theirs = conflicts.map((conflict) => oneWord(conflict.theirs));
  return `${formatNames(people)} changed ${what} to “${theirs.join(', ')}”`;
}

/** When something was given that waited for long: *Typed on 13 November 2026 and not sent since* */
export function ageWords({ at }: Pick<Edit, 'at'>): string {
  return `Typed on ${formatDate(new Date(at).toISOString())} and not sent since`;
}

/** Why an edit was refused, in a sentence. */
export function refusalWords(problem: Problem | undefined): string {
  return problem ? toldBriefly(new ApiError(problem)) : '';
}
