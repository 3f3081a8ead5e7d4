import type { Holders } from '../../../shared/access/contract.ts';
import type { SettingChange } from '../../../shared/access/move-preview-contract.ts';
import { roleTitle } from '../../../shared/access/roles.ts';
import type { SelfProvisioningKey } from '../../../shared/organisations/contract.ts';
import { PASSWORD_PATH } from '../../../shared/organisations/sign-in-paths.ts';
import { capitalised, formatList } from '../../core/format.ts';
import { words as ofSettings } from '../settings/words.ts';
import { words } from './words.ts';

const DELEGATION = 'selfProvisioning.';

/** *Second factor required for* */
export function settingWords({ setting }: Pick<SettingChange, 'setting'>): string {
  if (setting.startsWith(DELEGATION)) {
    return ofSettings.delegations[setting.slice(DELEGATION.length) as SelfProvisioningKey];
  }
  return own(words.settings, setting) ?? setting;
}

/** *Everybody, set by Birch* */
export function settledWords(
  { setting }: Pick<SettingChange, 'setting'>,
  { value, from }: SettingChange['before'],
): string {
  const plain = value as string | number | boolean | null;
  const text =
    setting === 'signInPaths'
      ? pathWords(value)
      : (own(words.values, String(plain)) ?? String(plain));
  return from ? words.setBy({ value: text, name: from.displayName }) : text;
}

/** *Ann Ames (Partner administrator at Alder)*, and at the end how many have no name here. */
export function sightWords({ accounts, unnamed }: Holders): string[] {
  const named = accounts.map(({ displayName, role, organisation }) =>
    words.holder({
      name: displayName,
      role: roleTitle(role),
      organisation: organisation.displayName,
    }),
  );
  return unnamed === 0 ? named : [...named, words.unnamed({ count: unnamed })];
}

function pathWords(value: unknown): string {
  if (!Array.isArray(value)) return words.everyMethod;
  const providers = value.filter((path) => path !== PASSWORD_PATH).length;
  const methods = [
    ...(value.includes(PASSWORD_PATH) ? [words.password] : []),
    ...(providers > 0 ? [words.providers({ count: providers })] : []),
  ];
  return methods.length === 0 ? words.noMethod : capitalised(formatList(methods));
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
