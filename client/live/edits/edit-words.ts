import { isolated } from '../../../shared/core/isolated.ts';
import { type Fields, flattenFields } from '../../../shared/core/merge-patch.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { ApiError } from '../../core/api.ts';
import { formatDate } from '../../core/format.ts';
import { organisationPath, type OrganisationView } from '../../core/paths.ts';
import { toldBriefly } from '../../core/refusals.ts';
import type { Edit } from './pending-edits.ts';
import type { Single } from '../records.ts';
import { words } from '../words.ts';

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

/**
 * The name of a field in a sentence: *the name*; settings by their label: *“Partners create
 * tenants”*.
 */
export function fieldWords({ resource, label }: Pick<Named, 'resource' | 'label'>): string {
  return resource === 'settings' ? words.setting({ label }) : words.field({ label });
}

/** The name of a field with that of its record: *the name of Alder*. */
export function whatWords(named: Named): string {
  return words.fieldOf({ field: fieldWords(named), name: named.recordName });
}

/** The values of a patch as people read them. */
export function valueWords(patch: Fields): string {
  const values = Object.values(flattenFields(patch)).map(oneWord);
  return values.length === 1
    ? (values[0] ?? '')
    : values.filter((each) => each !== words.nothing).join(', ');
}

function oneWord(value: unknown): string {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (typeof value !== 'string' || value === '') return words.nothing;
  return isChoice(value) ? words.choices[value] : isolated(value);
}

function isChoice(value: string): value is keyof typeof words.choices {
  return Object.hasOwn(words.choices, value);
}

/** Who made it something else, and what: *Ann changed this to “X”*. */
export function conflictWords(problem: Problem, field?: string): string {
  const conflicts = problem.conflicts ?? [];
  const people = [...new Set(conflicts.map(({ changedBy }) => changedBy.displayName))];
  const value = conflicts.map((conflict) => oneWord(conflict.theirs)).join(', ');
  return field === undefined
    ? words.changedThis({ people, value })
    : words.changedField({ people, field, value });
}

/** The age of an old edit: *Typed on 13 November 2026 and not sent since*. */
export function ageWords(edit: Pick<Edit, 'at'>): string {
  return words.typedOn({ date: dateOf(edit) });
}

/** The age of an old edit, as the question whether to send it. */
export function ageQuestion(edit: Pick<Edit, 'at'>): string {
  return words.stillWanted({ date: dateOf(edit) });
}

function dateOf({ at }: Pick<Edit, 'at'>): string {
  return formatDate(new Date(at).toISOString());
}

/** Why an edit was refused, in a sentence. */
export function refusalWords(problem: Problem | undefined): string {
  return problem ? toldBriefly(new ApiError(problem)) : '';
}
