/** Who signs what happens by time alone. */
export const byTime = { id: 'system', displayName: 'Canopy' };
