/** A restart does not mend it: what `sysexits` calls a bad configuration. */
export const BAD_CONFIGURATION = 78;

/** Why a node does not start, in words for whoever runs it. */
export class CannotStart extends Error {
  readonly status: number;

  constructor(message: string, status = BAD_CONFIGURATION) {
    super(message);
    this.status = status;
  }
}
