import type { AccessSummary, InForce, KnownLink } from '../../shared/access/contract.ts';
import { type Actor, decide, isInScope } from '../../shared/access/decide.ts';
import { barrierIndex, type Place, type PlaceLink } from '../../shared/access/place.ts';
import { SelfProvisioningKey } from '../../shared/organisations/contract.ts';
import { effectiveDelegation } from '../../shared/organisations/delegation.ts';
import { commercialOwner } from '../../shared/organisations/hierarchy.ts';
import { effectiveMfa } from '../../shared/organisations/mfa-rule.ts';
import { effectiveSignInPaths } from '../../shared/organisations/sign-in-paths.ts';

/**
 * The levels around a person's grants, summarised for the client's own decisions. Of levels whose
 * settings the person may not see, it holds the combined effect, not which level causes it.
 */
export function summariseAccess(
  actor: Actor,
  placeAt: (organisationId: string) => Place | undefined,
): AccessSummary {
  const summary: AccessSummary = { chains: {}, above: {} };
  for (const { organisationId } of actor.grants) {
    const place = placeAt(organisationId);
    if (!place) continue;
    const chain = place.map((link, at) => asKnown(actor, link, place.slice(0, at + 1)));
    summary.chains[organisationId] = chain;
    const parent = chain.at(-2);
    if (parent && !('selfProvisioning' in parent)) {
      summary.above[organisationId] = inForceAbove(place);
    }
  }
  return summary;
}

function asKnown(actor: Actor, link: PlaceLink, way: readonly PlaceLink[]): KnownLink {
  const { id, kind, displayName, status, managementMode, lockedAt } = link;
  if (!isInScope(actor, way)) return { id, kind, displayName };
  if (decide(actor, 'settings.view', way as unknown as Place).allowed) return link;
  return { id, kind, displayName, status, managementMode, lockedAt };
}

/** The settings in force from the levels above; identical whichever level sets them. */
function inForceAbove(place: Place): InForce {
  const above = place.slice(0, -1);
  const isFolder = place.at(-1)?.kind === 'folder';
  const paths = effectiveSignInPaths(above).value;
  const delegated = SelfProvisioningKey.options.map(
    (key) => [key, effectiveDelegation(key, above).value] as const,
  );
  return {
    managementMode: barrierIndex(above) > 0 ? 'self-managed' : 'managed',
    subPartners: isFolder && (commercialOwner(above)?.subPartners ?? false),
    selfProvisioning: Object.fromEntries(delegated) as InForce['selfProvisioning'],
    mfa: effectiveMfa(above).value,
    signInPaths: paths && [...paths].sort(),
  };
}
