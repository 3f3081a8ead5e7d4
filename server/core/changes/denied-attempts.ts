/**
 * The guard marks an attempt in the audit: the action is one of the columns that the hash covers.
 */
export const DENIED = ':denied';

/** The action of the audit record of an attempt that was refused. */
export function deniedAction(action: string): string {
  return `${action}${DENIED}`;
}
