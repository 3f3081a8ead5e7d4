import type { PlaceLink } from '../../../shared/access/place.ts';
import { words } from './words.ts';

/** The levels by which a setting is explained: one in place of all that may not be looked into. */
export function settingLevels(place: readonly PlaceLink[] = []): readonly PlaceLink[] {
  return place.slice(
    Math.max(
      0,
      place.findLastIndex(({ isAbove }) => isAbove),
    ),
  );
}

/** A level that says something. */
export function levelName(link: PlaceLink | undefined): string {
  return !link || link.isAbove ? words.levelAbove : link.displayName;
}
