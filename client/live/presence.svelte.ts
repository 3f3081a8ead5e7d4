import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Presence as Person } from '../../shared/live/contract.ts';
import type { Live } from './live.svelte.ts';

/** The server forgets who does not say within a minute or so that they are still there. */
const HEARTBEAT = 20_000;

/**
 * Who else is where. Says where this tab is, and knows the people at each organisation that it
 * was told of. Nothing here is kept: it is as true as the connection is up.
 */
export class Presence {
  readonly #live: Live;
  readonly #accountId: () => string | undefined;
  readonly #people = new SvelteMap<string, readonly Person[]>();
  #here: { organisationId: string; view: string } | null = null;
  #field: string | undefined;

  constructor(live: Live, accountId: () => string | undefined) {
    this.#live = live;
    this.#accountId = accountId;
  }

  /** The tab listens, and keeps saying where it is, until the answer is called. */
  start(): () => void {
    const timer = setInterval(() => {
      if (this.#here) this.#say();
    }, HEARTBEAT);
    const ends = [
      this.#live.onPresence(({ organisationId, people }) => {
        this.#people.set(organisationId, people);
      }),
      this.#live.onConnected(() => {
        this.#people.clear();
        this.#say();
      }),
    ];
    return () => {
      clearInterval(timer);
      for (const end of ends) end();
      this.#people.clear();
    };
  }

  /** The others at an organisation, oneself left out. */
  at(organisationId: string): readonly Person[] {
    const people = this.#people.get(organisationId) ?? [];
    return people.filter(({ accountId }) => !this.isOneself(accountId));
  }

  isOneself(accountId: string): boolean {
    return accountId === this.#accountId();
  }

  /** Who else has a field in hand: `<resource>:<id>:<field>`. */
  editing(organisationId: string, field: string): Person | undefined {
    return this.at(organisationId).find((person) => person.field === field);
  }

  /** This tab shows a view of an organisation, until the answer is called. */
  show(organisationId: string, view: string): () => void {
    const here = { organisationId, view };
    this.#here = here;
    this.#field = undefined;
    this.#say();
    return () => {
      if (this.#here !== here) return;
      this.#here = null;
      this.#say();
    };
  }

  /** The person has this field in hand, or with `undefined` none any more. */
  take(field: string | undefined): void {
    this.#field = field;
    this.#say();
  }

  #say(): void {
    if (!this.#live.connection.isUp) return;
    const where = this.#here && {
      ...this.#here,
      ...(this.#field !== undefined && { field: this.#field }),
    };
    // Nobody waits for the answer, and a lost one is made good by the next heartbeat.
    void this.#live.connection.ask('presence', where).catch(() => undefined);
  }
}

export const [getPresence, setPresence] = createContext<Presence>();
