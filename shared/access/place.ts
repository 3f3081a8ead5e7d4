import type {
  ManagementMode,
  OrganisationStatus,
  SelfProvisioning,
} from '../organisations/contract.ts';
import type { OrganisationKind } from '../organisations/hierarchy.ts';
import type { MfaRule } from '../organisations/mfa-rule.ts';
import type { SignInPaths } from '../organisations/sign-in-paths.ts';

/** What a decision needs to know of one organisation of the way down. */
export interface PlaceLink {
  id: string;
  kind: OrganisationKind;
  displayName: string;
  status: OrganisationStatus;
  managementMode: ManagementMode;
  lockedAt: string | null;
  subPartners: boolean;
  selfProvisioning: SelfProvisioning;
  /** Of whom it asks a second factor; absent where it asks nobody. */
  mfa?: MfaRule | undefined;
  /** By which paths its people sign in; absent where it leaves that as it is above. */
  signInPaths?: SignInPaths | undefined;
  /**
   * Set where whoever asks may not look into it: what it says is what is in force at their grant,
   * whichever level above says so, and sentences do not name it.
   */
  isAbove?: true;
}

/** The way from the platform (first) to the organisation that is acted on (last). */
export type Place = readonly [PlaceLink, ...PlaceLink[]];

/** The index of the innermost self-managed organisation of the way; 0 where nothing is closed. */
export function barrierIndex(place: readonly Pick<PlaceLink, 'managementMode'>[]): number {
  return Math.max(
    0,
    place.findLastIndex((link) => link.managementMode === 'self-managed'),
  );
}

/** The organisation of the way, topmost first, that is suspended and so suspends the rest [H8]. */
export function suspendedBy<Link extends Pick<PlaceLink, 'status'>>(
  place: readonly Link[],
): Link | undefined {
  return place.find((link) => link.status === 'suspended');
}
