import { type AccountWithGrants, EditAccount } from '../../shared/accounts/contract.ts';
import { ApiError } from '../core/api.ts';
import { fieldErrors, Form } from '../core/form.svelte.ts';
import type { Live } from '../live/live.svelte.ts';

/**
 * Another name for an account, saved on the version that was there at the beginning: a name that
 * somebody else gave meanwhile is put to the person first, and then knowingly overwritten.
 */
export class Rename {
  readonly form: Form<'displayName'>;
  readonly #before: string;
  #version: number | '*';

  constructor(live: Live, { id, displayName, version }: AccountWithGrants) {
    this.#before = displayName;
    this.#version = version;
    this.form = new Form({
      initial: { displayName },
      check: (values) => fieldErrors(EditAccount, values),
      send: async (values) => {
        try {
          await live.save('account', id, values, this.#version);
        } catch (error) {
          if (conflictIn(error)) this.#version = '*';
          throw error;
        }
      },
    });
  }

  get isUnchanged(): boolean {
    return this.form.values.displayName.trim() === this.#before;
  }

  /** What to tell of a failed attempt, beyond the usual. */
  told(failure: unknown): { title: string; detail: string } | undefined {
    const conflict = conflictIn(failure);
    return (
      conflict && {
        title: `${conflict.changedBy.displayName} changed the name to “${String(conflict.theirs)}”`,
        detail: 'Save again to put yours in its place, or cancel to leave theirs.',
      }
    );
  }
}

function conflictIn(error: unknown) {
  return error instanceof ApiError ? error.problem.conflicts?.[0] : undefined;
}
