/**
 * The header by which our pages say that a read is their own: nobody pressed anything to ask for
 * just that, so where it is refused the audit accuses nobody of an attempt.
 */
export const PURPOSE_HEADER = 'canopy-purpose';
export const PAGE_PURPOSE = 'page';
