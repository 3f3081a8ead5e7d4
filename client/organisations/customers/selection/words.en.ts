import { isolated } from '../../../../shared/core/isolated.ts';
import { formats } from '../../../../shared/core/words/formats.ts';
import { plural } from '../../../../shared/core/words/plural.ts';

type Counted = { count: number };

const organisations = (count: number): string =>
  plural(count, { one: '1 organisation', other: `${formats().number(count)} organisations` });

export const en = {
  selection: 'Selected customers',
  suspendTitle: ({ count }: Counted) => `Suspend ${organisations(count)}?`,
  suspendAbout:
    'They and everything below them are suspended: people there are signed out and cannot sign in. Billing continues. You can activate them again at any time.',
  suspendAll: ({ count }: Counted) => `Suspend ${organisations(count)}`,
  activateTitle: ({ count }: Counted) => `Activate ${organisations(count)}?`,
  activateAbout:
    'People there can sign in again. What was suspended separately below them stays suspended.',
  activateAll: ({ count }: Counted) => `Activate ${organisations(count)}`,
  moveTitle: ({ count }: Counted) => `Move ${organisations(count)}`,
  moveAbout: 'Everything below them moves too. What has been billed stays with the old parent.',
  move: 'Move',
  moveTo: ({ name }: { name: string }) => `Move to ${isolated(name)}`,
  newParent: 'New parent',
  typeName: 'Type a name',
  chooseTarget: 'Choose a new parent.',
  reason: 'Reason',
  reasonHint: 'Optional. Whoever sees that it is suspended or locked reads it, the customer too.',
  deeds: { suspend: 'Suspend…', activate: 'Activate…', move: 'Move…' },
};
