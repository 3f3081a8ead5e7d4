import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Presence as Person } from '../../shared/live/contract.ts';
import type { Live } from './live.svelte.ts';

/** The interval of presence reports: the server drops a seat that is silent for about a minute. */
const HEARTBEAT = 20_000;

/**
 * The presence of people: this tab reports its own place and keeps the people that the server lists
 * at each organisation. Nothing is stored, and it is only as current as the connection.
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

  /** The tab listens and reports its place until the returned function is called. */
  start(): () => void {
    const timer = setInterval(() => {
      if (this.#here) this.#say();
    }, HEARTBEAT);
    const ends = [
      this.#live.onPresence((told) => {
        if (told) this.#people.set(told.organisationId, told.people);
        else this.#people.clear();
      }),
      this.#live.onConnected(() => {
        if (this.#live.connection.isUp) this.#say();
        else this.#people.clear(); // live updates are blocked
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

  /** The other person who edits a field: `<resource>:<id>:<field>`. */
  editing(organisationId: string, field: string): Person | undefined {
    return this.at(organisationId).find((person) => person.field === field);
  }

  /** This tab reports a view of an organisation until the returned function is called. */
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

  /** The field that the person is editing; `undefined` for none. */
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
    // The answer is not awaited: the next heartbeat makes up for a lost report.
    void this.#live.connection.ask('presence', where).catch(() => undefined);
  }
}

export const [getPresence, setPresence] = createContext<Presence>();
