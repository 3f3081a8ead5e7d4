import { createContext } from 'svelte';
import type { AccessSummary, Grant } from '../../shared/access/contract.ts';
import type { Account, SessionView } from '../../shared/accounts/contract.ts';
import type { NextStep } from '../../shared/accounts/next-step.ts';
import { type Api, ApiError } from './api.ts';

/** Why a session is over, where it is known. */
export type SignedOutReason = 'signed-out' | 'expired' | 'disabled';

/** Where this browser stands with the server. */
export type SessionState =
  | { is: 'unknown' }
  | { is: 'signed-out'; reason?: SignedOutReason }
  | { is: 'pending'; next: Exclude<NextStep, 'done'> }
  | { is: 'signed-in' };

const noAccess: AccessSummary = { chains: {} };

/**
 * Who is signed in, with which roles, opening what. Loaded once, then kept current by the live
 * connection (`take`), so that nothing else has to ask.
 */
export class Session {
  readonly #api: Api;
  #state = $state.raw<SessionState>({ is: 'unknown' });
  #view = $state.raw<SessionView>();
  #isReplacing = false;
  /** Counts what the live connection said of the session. */
  #told = 0;

  constructor(api: Api) {
    this.#api = api;
    api.onunauthenticated = () => {
      if (this.#state.is === 'signed-in') this.end('expired');
    };
    api.onpending = () => {
      if (this.#state.is === 'signed-in') void this.load().catch(() => undefined);
    };
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The person; only for what is drawn while somebody is signed in. */
  get account(): Account {
    if (!this.#view) throw new Error('Nobody is signed in.');
    return this.#view.account;
  }

  get accountId(): string | undefined {
    return this.#view?.account.id;
  }

  get grants(): readonly Grant[] {
    return this.#view?.grants ?? [];
  }

  get access(): AccessSummary {
    return this.#view?.access ?? noAccess;
  }

  /** The least length of another password. */
  get minPasswordLength(): number | undefined {
    return this.#view?.minPasswordLength;
  }

  get expiresAt(): string | undefined {
    return this.#view?.expiresAt;
  }

  /** Asks the server; to be called at the start, and after signing in or finishing a step of it. */
  async load(): Promise<SessionState> {
    return this.#isReplacing ? this.#state : this.#read();
  }

  /** The live connection tells of everything after it is up: an answer from before is older. */
  async #read({ isAnother = false } = {}): Promise<SessionState> {
    const told = this.#told;
    try {
      const { data } = await this.#api.get<SessionView>('/auth/session');
      if (isAnother || told === this.#told) this.#hold(data);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      this.#view = undefined;
      this.#state = { is: 'signed-out' };
    }
    return this.#state;
  }

  /** Takes what the server says of the session now. */
  take(view: SessionView): void {
    this.#told += 1;
    this.#hold(view);
  }

  #hold(view: SessionView): void {
    this.#view = view;
    this.#state = view.next === 'done' ? { is: 'signed-in' } : { is: 'pending', next: view.next };
  }

  /** The session is over. What is still on screen keeps reading whose it was until it goes. */
  end(reason: SignedOutReason): void {
    if (this.#isReplacing) return;
    this.#state = { is: 'signed-out', reason };
  }

  /** Does what ends this session and begins another in its place, without leaving the page. */
  async replace(deed: () => Promise<void>): Promise<void> {
    this.#isReplacing = true;
    try {
      await deed();
      await this.#read({ isAnother: true });
    } finally {
      this.#isReplacing = false;
    }
  }

  async signOut(): Promise<void> {
    await this.#api.post('/auth/sign-out');
    this.end('signed-out');
  }
}

export const [getSession, setSession] = createContext<Session>();
export const [getApi, setApi] = createContext<Api>();
