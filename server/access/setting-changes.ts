import { type Actor, isInScope } from '../../shared/access/decide.ts';
import {
  barrierIndex,
  type Place,
  type PlaceLink,
  suspendedBy,
} from '../../shared/access/place.ts';
import type { SettingChange } from '../../shared/access/move-preview-contract.ts';
import {
  SelfProvisioningKey,
  type OrganisationReference,
} from '../../shared/organisations/contract.ts';
import { effectiveDelegation } from '../../shared/organisations/delegation.ts';
import { effectiveMfa } from '../../shared/organisations/mfa-rule.ts';
import { effectiveSignInPaths } from '../../shared/organisations/sign-in-paths.ts';

type Settled = SettingChange['before'];

/** A setting, and how to read its effective value at the end of a path. */
interface Setting {
  setting: string;
  at: (place: Place) => { value: Settled['value']; from: PlaceLink | undefined };
}

/** The inherited settings; what a move changes of them shows at the moved branch's root. */
const settings: readonly Setting[] = [
  { setting: 'mfa', at: (place) => effectiveMfa(place) },
  { setting: 'signInPaths', at: signInPathsAt },
  ...SelfProvisioningKey.options.map((key) => ({
    setting: `selfProvisioning.${key}`,
    at: (place: Place) => effectiveDelegation(key, boundBy(key, place)),
  })),
  { setting: 'status', at: statusAt },
  { setting: 'managementMode', at: barrierAt },
];

/**
 * The effective settings that differ between the place before a move and after it, and the locks
 * that a move lifts. Only values are compared, except for a barrier, where its owner counts too.
 * Levels that the person may not see are not named.
 */
export function settingChanges(
  person: Actor,
  before: Place,
  after: Place,
  locks: readonly (OrganisationReference & { lockedAt: string | null })[],
): SettingChange[] {
  const organisation = mention(after.at(-1) as PlaceLink);
  const changed = settings.flatMap(({ setting, at }) => {
    const [was, is] = [settled(at(before)), settled(at(after))];
    if (isSame(setting, was, is)) return [];
    const told = { before: asSeen(person, was, before), after: asSeen(person, is, after) };
    return [{ setting, organisation, ...told }];
  });
  const lifted = locks.map(({ id, kind, displayName, lockedAt }) => {
    const locker = before.find((link) => link.id === lockedAt);
    const from = locker ? mention(locker) : null;
    return {
      setting: 'lock',
      organisation: { id, kind, displayName },
      before: { value: true, from },
      after: { value: false, from: null },
    };
  });
  return [...changed, ...lifted];
}

function isSame(setting: string, was: Settled, is: Settled): boolean {
  const isValueSame = JSON.stringify(was.value) === JSON.stringify(is.value);
  return isValueSame && (setting !== 'managementMode' || was.from?.id === is.from?.id);
}

function settled({ value, from }: ReturnType<Setting['at']>): Settled {
  return { value, from: from ? mention(from) : null };
}

function asSeen(person: Actor, { value, from }: Settled, place: Place): Settled {
  const way = place.slice(0, place.findIndex(({ id }) => id === from?.id) + 1);
  return { value, from: isInScope(person, way) ? from : null };
}

function signInPathsAt(place: Place) {
  const { value, from } = effectiveSignInPaths(place);
  return { value: value && [...value], from };
}

/** The levels whose delegation binds a place: a level's own choice binds only those below it. */
function boundBy(key: SelfProvisioningKey, place: Place): readonly PlaceLink[] {
  const { kind } = place[place.length - 1] as PlaceLink;
  return key.startsWith(`${kind}.`) ? place.slice(0, -1) : place;
}

function statusAt(place: Place) {
  const from = suspendedBy(place);
  return { value: from ? 'suspended' : 'active', from };
}

function barrierAt(place: Place) {
  const index = barrierIndex(place);
  return {
    value: index > 0 ? 'self-managed' : 'managed',
    from: index > 0 ? place[index] : undefined,
  };
}

function mention({ id, kind, displayName }: PlaceLink): OrganisationReference {
  return { id, kind, displayName };
}
