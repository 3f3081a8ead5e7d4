/** How wide the sidebar may be, in rem. */
export const WIDTHS = { least: 12, usual: 16.5, most: 36 };

export function isSidebarWidth(value: unknown): boolean {
  return typeof value === 'number' && value >= WIDTHS.least && value <= WIDTHS.most;
}

export function sidebarWidthNear(rem: number): number {
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, rem));
}
