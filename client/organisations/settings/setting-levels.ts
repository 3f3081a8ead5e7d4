import type { PlaceLink } from '../../../shared/access/decide.ts';
import { isolated } from '../../../shared/core/isolated.ts';

/** The levels by which a setting is explained: one in place of all that may not be looked into. */
export function settingLevels(place: readonly PlaceLink[] = []): readonly PlaceLink[] {
  return place.slice(
    Math.max(
      0,
      place.findLastIndex(({ isAbove }) => isAbove),
    ),
  );
}

/** A level that says something, at the beginning of a sentence. */
export function levelName(link: PlaceLink | undefined): string {
  return !link || link.isAbove ? 'A level above' : isolated(link.displayName);
}
