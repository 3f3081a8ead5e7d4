import { type AccountWithGrants, EditAccount } from '../../../shared/accounts/contract.ts';
import { ApiError } from '../../core/api.ts';
import { fieldErrors, Form } from '../../core/form.svelte.ts';
import { LiveEdit } from '../../live/edits/live-edit.svelte.ts';
import type { Live } from '../../live/live.svelte.ts';
import { words } from './words.ts';

/**
 * Another name for an account, saved on the version that was there at the beginning: a name that
 * somebody else gave meanwhile is put to the person first, and then knowingly overwritten. While
 * the server cannot be reached, the name is taken and waits.
 */
export class Rename {
  readonly form: Form<'displayName'>;
  readonly #before: string;
  readonly #editing: LiveEdit;

  constructor(live: Live, { id, displayName }: AccountWithGrants) {
    this.#before = displayName;
    this.#editing = new LiveEdit({
      live,
      resource: 'account',
      recordId: id,
      field: 'displayName',
      label: words.name,
    });
    this.#editing.begin();
    this.form = new Form({
      initial: { displayName },
      check: (values) => fieldErrors(EditAccount, values),
      send: (values) => this.#send(values.displayName.trim()),
    });
  }

  get isUnchanged(): boolean {
    return this.form.values.displayName.trim() === this.#before;
  }

  /** What to tell of a failed attempt, beyond the usual. */
  told(failure: unknown): { title: string; detail: string } | undefined {
    const conflict = failure instanceof ApiError ? failure.problem.conflicts?.[0] : undefined;
    return (
      conflict && {
        title: words.nameChanged({
          person: conflict.changedBy.displayName,
          name: String(conflict.theirs),
        }),
        detail: words.nameChangedHint,
      }
    );
  }

  /** Gives up what was refused; what waits for the server goes its way. */
  cancel(): void {
    this.#editing.drop();
  }

  async #send(displayName: string): Promise<void> {
    const patch = { displayName };
    const outcome = this.#editing.conflict
      ? await this.#editing.keepMine(patch)
      : await this.#editing.save(patch);
    if ('problem' in outcome) throw new ApiError(outcome.problem);
  }
}
