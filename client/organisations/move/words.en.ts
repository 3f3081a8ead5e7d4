import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../../shared/core/words/parts.ts';
import { plural } from '../../../shared/core/words/plural.ts';

type Named = { name: string };

export const en = {
  title: ({ name }: Named) => `Move ${isolated(name)}`,
  about: 'Everything below it moves too. What has been billed stays with the old parent.',
  newParent: 'New parent',
  typeName: 'Type a name',
  chooseParent: 'Choose a new parent.',
  notRead: 'The effects of the move could not be loaded.',
  reading: 'The effects of the move are being loaded.',
  cancel: 'Cancel',
  move: 'Move',
  moveTo: ({ name }: Named) => `Move to ${isolated(name)}`,

  effects: 'Effects of this move',
  alone: ({ path }: { path: Slot }) => parts`${path}`,
  along: ({ path, count }: { path: Slot; count: number }) =>
    parts`${path}, with ${plural(count, { one: '1 organisation', other: `${formats().number(count)} organisations` })} below it`,
  gain: 'Will see it',
  gainNobody: 'Nobody else will see it.',
  lose: 'Will no longer see it',
  loseNobody: 'Everybody who sees it now still will.',
  noChanges: 'No settings change.',
  changes: 'Settings that change',
  setting: ({ setting }: { setting: string }) => `${setting}:`,
  settingOf: ({ setting, name }: Named & { setting: string }) => `${setting} (${isolated(name)}):`,
  refused: 'It cannot be moved there',
  settings: {
    mfa: 'Second factor required for',
    signInPaths: 'Sign-in methods',
    status: 'State',
    managementMode: 'Closed to the levels above',
    lock: 'Lock',
  },
  setBy: ({ value, name }: Named & { value: string }) => `${value}, set by ${isolated(name)}`,
  values: {
    active: 'Active',
    suspended: 'Suspended',
    nobody: 'Nobody',
    administrators: 'Administrators',
    everybody: 'Everybody',
    managed: 'No',
    'self-managed': 'Yes',
    true: 'Locked',
    false: 'Unlocked',
    allow: 'Allowed',
    deny: 'Denied',
  },
  everyMethod: 'All that the platform allows',
  noMethod: 'None',
  password: 'password or passkey',
  providers: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 identity provider',
      other: `${formats().number(count)} identity providers`,
    }),
  holder: ({ name, role, organisation }: Named & { role: string; organisation: string }) =>
    `${isolated(name)} (${role} at ${isolated(organisation)})`,
  unnamed: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 account of a level above',
      other: `${formats().number(count)} accounts of levels above`,
    }),
};
