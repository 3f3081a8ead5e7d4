import type { MovePreview } from '../../shared/access/move-preview-contract.ts';
import { idsAlong, idsOf } from '../../shared/organisations/path.ts';
import type { Reading } from '../core/db/reading.ts';
import { asFarAsSeen, readHoldings } from './holdings.ts';

/**
 * The accounts that would gain or lose access to an organisation by its move. A role at a level
 * above both places, or within the moved branch, reaches it before and after.
 */
export async function sightChanges(
  reading: Reading,
  before: string,
  after: string,
): Promise<Pick<MovePreview, 'gains' | 'loses'>> {
  const [from, to] = [idsOf(before), idsOf(after)];
  const held = await readHoldings(reading, idsAlong([before, after]));
  const ofEach = [...Map.groupBy(held, ({ account_id }) => account_id).values()];
  const reachedOnlyBy = (way: readonly string[], other: readonly string[]) =>
    ofEach.flatMap((holdings) => {
      const isInBoth = holdings.some(({ id }) => other.includes(id));
      return isInBoth ? [] : holdings.filter(({ id }) => way.includes(id)).slice(0, 1);
    });
  return {
    gains: await asFarAsSeen(reading, reachedOnlyBy(to, from)),
    loses: await asFarAsSeen(reading, reachedOnlyBy(from, to)),
  };
}
