/** What stands in the audit where a personal value was. */
export const ERASED = 'erased';
