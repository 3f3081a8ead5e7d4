import { BY_TIME } from '../../shared/core/ids.ts';

/** Who signs what happens by time alone. */
export const byTime = { id: BY_TIME, displayName: 'Canopy' };
