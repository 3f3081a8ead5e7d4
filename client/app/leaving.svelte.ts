import { createContext } from 'svelte';
import { toldBriefly } from '../core/refusals.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Edits } from '../live/edits/edits.svelte.ts';
import { toast } from '../ui/toast.ts';
import { words } from './words.ts';

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
    const count = this.#edits.unsaved.length;
    return {
      title: words.leaveUnsaved,
      body: words.unsaved({ count }),
      confirmLabel: words.leaveAndLose({ count }),
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
      await toast({ text: words.stillSignedIn, detail: toldBriefly(error), tone: 'danger' });
    } finally {
      this.#isBusy = false;
      this.#isAsking = false;
    }
  }
}

export const [getLeaving, setLeaving] = createContext<Leaving>();
