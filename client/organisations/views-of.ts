import {
  hasBilling,
  hasSettings,
  type OrganisationKind,
} from '../../shared/organisations/hierarchy.ts';
import { type OrganisationView, organisationViews } from '../core/paths.ts';

/** The views that an organisation of a kind has, in their order. */
export function viewsOf(kind: OrganisationKind): readonly OrganisationView[] {
  return organisationViews.filter((name) => {
    if (name === 'billing' || name === 'onboarding') return hasBilling(kind);
    return name !== 'settings' || hasSettings(kind);
  });
}
