/** For how long what was deleted can be restored. */
export const DELETED_KEPT_DAYS = 30;
