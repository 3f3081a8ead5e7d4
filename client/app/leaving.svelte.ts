import { createContext } from 'svelte';
import { formatCount } from '../core/format.ts';
import { toldBriefly } from '../core/refusals.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Edits } from '../live/edits/edits.svelte.ts';
import { toast } from '../ui/toast.ts';

/** Signing out. Where edits are not saved yet it asks first, for they go with the session. */
export class Leaving {
  readonly #session: Session;
  readonly #edits: Edits;
  #isAsking = $state(false);
  #isBusy = $state(false);

  constructor(session: Session, edits: Edits) {
    this.#session = session;
    this.#edits = edits;
  }

  get isAsking(): boolean {
    return this.#isAsking;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get question() {
    const count = formatCount(this.#edits.unsaved.length, 'edit');
    return {
      title: 'Sign out without saving?',
      body: `${count} of yours could not be saved yet, and would be lost. The list is at the top right.`,
      confirmLabel: `Sign out and lose ${count}`,
    };
  }

  readonly ask = (): void => {
    if (this.#edits.unsaved.length > 0) this.#isAsking = true;
    else void this.#leave();
  };

  readonly stay = (): void => {
    this.#isAsking = false;
  };

  readonly go = (): void => void this.#leave();

  async #leave(): Promise<void> {
    this.#isBusy = true;
    try {
      await this.#session.signOut();
      this.#edits.forget();
    } catch (error) {
      await toast({ text: 'You are still signed in', detail: toldBriefly(error), tone: 'danger' });
    } finally {
      this.#isBusy = false;
      this.#isAsking = false;
    }
  }
}

export const [getLeaving, setLeaving] = createContext<Leaving>();
