import { isolated } from '../../../shared/core/isolated.ts';
import type { Holders } from '../../../shared/access/contract.ts';
import type { SettingChange } from '../../../shared/access/move-preview-contract.ts';
import { roleTitle } from '../../../shared/access/roles.ts';
import type { SelfProvisioningKey } from '../../../shared/organisations/contract.ts';
import { PASSWORD_PATH } from '../../../shared/organisations/sign-in-paths.ts';
import { capitalised, formatCount, formatList } from '../../core/format.ts';
import { delegations } from '../settings/self-provisioning.ts';

const DELEGATION = 'selfProvisioning.';

/** The settings that a move can change, as people call them, and how their values read. */
const settings: Record<string, { label: string; value: (value: unknown) => string }> = {
  mfa: {
    label: 'A second factor is asked of',
    value: (value) => String(value),
  },
  signInPaths: { label: 'Ways to sign in', value: pathWords },
  status: { label: 'State', value: (value) => String(value) },
  managementMode: {
    label: 'Barrier above it',
    value: (value) => (value === 'managed' ? 'none' : 'closed'),
  },
  lock: { label: 'Lock', value: (value) => (value === true ? 'locked' : 'unlocked') },
};

/** *A second factor is asked of* */
export function settingWords({ setting }: Pick<SettingChange, 'setting'>): string {
  if (setting.startsWith(DELEGATION)) {
    return delegations[setting.slice(DELEGATION.length) as SelfProvisioningKey];
  }
  return settings[setting]?.label ?? setting;
}

/** *Everybody, by Birch* */
export function settledWords(
  { setting }: Pick<SettingChange, 'setting'>,
  { value, from }: SettingChange['before'],
): string {
  const say = setting.startsWith(DELEGATION)
    ? (each: unknown) => (each === 'allow' ? 'allowed' : 'denied')
    : (settings[setting]?.value ?? String);
  return capitalised(say(value)) + (from ? `, by ${isolated(from.displayName)}` : '');
}

/** *Ann Ames (Partner administrator of Alder)*, and at the end how many have no name here. */
export function sightWords({ accounts, unnamed }: Holders): string[] {
  const named = accounts.map(
    ({ displayName, role, organisation }) =>
      `${isolated(displayName)} (${roleTitle(role)} of ${isolated(organisation.displayName)})`,
  );
  return unnamed === 0 ? named : [...named, `${formatCount(unnamed, 'account')} further up`];
}

function pathWords(value: unknown): string {
  if (!Array.isArray(value)) return 'all that the platform allows';
  const providers = value.filter((path) => path !== PASSWORD_PATH).length;
  const words = [
    ...(value.includes(PASSWORD_PATH) ? ['password or passkey'] : []),
    ...(providers > 0 ? [formatCount(providers, 'provider')] : []),
  ];
  return words.length === 0 ? 'none' : formatList(words);
}
