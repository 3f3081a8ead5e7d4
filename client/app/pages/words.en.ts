import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Kind } from '../../organisations/create/create-request.ts';

type Named = { name: string };
type OfKind = { kind: Kind };

export const en = {
  welcome: ({ name }: Named) => `Welcome, ${isolated(name)}`,
  noRole: 'You hold no role yet',
  noRoleLead:
    'As soon as somebody gives you one, what it opens appears here and in the tree, without a reload.',
  yourOrganisations: 'Your organisations',
  suspended: 'Suspended',
  directlyBelow: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 organisation directly below',
      other: `${formats().number(count)} organisations directly below`,
    }),
  stillEmpty: ({ name }: Named) => `${isolated(name)} is still empty`,
  beginWith: ({ kind }: OfKind) =>
    `Begin with a ${kind}. What you create appears at once for everybody who may see it.`,
  create: ({ kind }: OfKind) => `Create a ${kind}`,
  lately: 'Lately',
  allActivity: 'All activity',

  audit: 'Audit',

  noPage: 'There is no page here',
  noPageLead:
    'The address may be mistyped, or what it led to may have moved. The tree and the search find everything that your roles reach.',
  goHome: 'Go to Home',
  homeLink: 'Canopy, home',
};
