import { createContext, untrack } from 'svelte';
import type { AccessSummary, Grant } from '../../shared/access/contract.ts';
import type { Account } from '../../shared/people/contract.ts';
import type { SessionView } from '../../shared/sign-in/contract.ts';
import { findSession, signOut } from '../../shared/sign-in/endpoints.ts';
import type { NextStep } from '../../shared/core/next-step.ts';
import { type Api, ApiError } from './api.ts';

/** Why a session is over, where it is known. */
export type SignedOutReason = 'signed-out' | 'expired' | 'disabled';

/** What a tab tells the others of the session that they share. */
export type Moved = 'signed-in' | 'signed-out';

/** Where this browser stands with the server. */
export type SessionState =
  | { is: 'unknown' }
  | { is: 'signed-out'; reason?: SignedOutReason }
  | { is: 'pending'; next: Exclude<NextStep, 'done'> }
  /** Somebody else has signed in in this browser since this page was opened. */
  | { is: 'another'; view: SessionView }
  | { is: 'signed-in' };

/** Milliseconds; after that the server counts as out of reach. */
const ANSWER_WITHIN = 5_000;

const noAccess: AccessSummary = { chains: {}, above: {} };

/**
 * Who is signed in, with which roles, opening what. Loaded once, then kept current by the live
 * connection (`take`), so that nothing else has to ask.
 */
export class Session {
  readonly #api: Api;
  #state = $state.raw<SessionState>({ is: 'unknown' });
  #view = $state.raw<SessionView>();
  #isReplacing = false;
  /** Whoever is signed in next is meant: the person here has left, or nobody was here. */
  #isVacant = true;
  /** Counts what the live connection said of the session. */
  #told = 0;

  /** The session tells the other tabs of this browser. */
  onmoved: ((how: Moved) => void) | undefined;
  /** Another tab has signed in, and what it knows is known here. */
  onjoined: (() => void) | undefined;

  constructor(api: Api) {
    this.#api = api;
    api.onunauthenticated = () => {
      if (this.#state.is === 'signed-in') this.end('expired');
    };
    // An effect that asks the server for something is not to ask again with every news of the session.
    api.accountId = () =>
      untrack(() =>
        this.#state.is === 'signed-out' || this.#state.is === 'unknown'
          ? undefined
          : this.#view?.account.id,
      );
    api.onanother = () => void this.load().catch(() => undefined);
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

  /** Whose session it is; where somebody else has signed in meanwhile, theirs. */
  get accountId(): string | undefined {
    const view = this.#state.is === 'another' ? this.#state.view : this.#view;
    return view?.account.id;
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

  /** Somebody has signed in here, or has finished a step of it. */
  async begin(): Promise<SessionState> {
    this.#isVacant = true;
    const state = await this.#read({ isAnother: true });
    this.onmoved?.('signed-in');
    return state;
  }

  /** The session asks the server; at the start, and whenever there is doubt. */
  async load(): Promise<SessionState> {
    return this.#isReplacing ? this.#state : this.#read();
  }

  /** The session asks whether the server answers, and takes what it says. */
  async isAnswered(): Promise<boolean> {
    try {
      await this.load();
      return true;
    } catch (error) {
      return error instanceof ApiError;
    }
  }

  /** The live connection tells of everything after it is up: an answer from before is older. */
  async #read({ isAnother = false } = {}): Promise<SessionState> {
    const told = this.#told;
    try {
      const { data } = await this.#api.call(findSession);
      if (isAnother || told === this.#told) this.#hold(data);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      this.#view = undefined;
      this.#isVacant = true;
      this.#state = { is: 'signed-out' };
    }
    return this.#state;
  }

  /** The session takes what the server says of the session now. */
  take(view: SessionView): void {
    this.#told += 1;
    this.#hold(view);
  }

  #hold(view: SessionView): void {
    if (!this.#isVacant && this.#view?.account?.id !== view.account?.id) {
      this.#state = { is: 'another', view };
      return;
    }
    this.#isVacant = false;
    this.#view = view;
    this.#state = view.next === 'done' ? { is: 'signed-in' } : { is: 'pending', next: view.next };
  }

  /** The session is over. What is still on screen keeps reading whose it was until it goes. */
  end(reason: SignedOutReason): void {
    if (this.#isReplacing) return;
    this.#state = { is: 'signed-out', reason };
  }

  /**
   * The deed ends this session and begins another in its place, without leaving the
   * page.
   */
  async replace(deed: () => Promise<void>): Promise<void> {
    this.#isReplacing = true;
    try {
      await deed();
      await this.#read({ isAnother: true });
    } finally {
      this.#isReplacing = false;
    }
  }

  /** The person here goes on as who is signed in by now. */
  acceptAnother(): void {
    if (this.#state.is !== 'another') return;
    this.#isVacant = true;
    this.#hold(this.#state.view);
  }

  async signOut(): Promise<void> {
    await this.#api.call(signOut);
    this.#isVacant = true;
    this.end('signed-out');
    this.onmoved?.('signed-out');
  }

  /** The page comes back out of the browser's memory, perhaps after its session: nothing shows until the server says. */
  async comeBack(): Promise<SessionState> {
    const late = AbortSignal.timeout(ANSWER_WITHIN);
    try {
      return await Promise.race([
        this.load(),
        new Promise<never>((_, reject) => {
          late.onabort = () => {
            reject(new Error('No answer in time.'));
          };
        }),
      ]);
    } catch {
      this.#state = { is: 'unknown' };
      return this.#state;
    }
  }

  /** Another tab of this browser signed in, or out. */
  moved(how: Moved): void {
    if (this.#state.is === 'unknown') return;
    if (how === 'signed-in') void this.load().then(this.onjoined, () => undefined);
    else if (this.#state.is !== 'signed-out') this.end('signed-out');
  }
}

export const [getSession, setSession] = createContext<Session>();
export const [getApi, setApi] = createContext<Api>();
