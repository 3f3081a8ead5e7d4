import type { Topic } from '../../shared/access/actions.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type {
  Change,
  EndedSubscription,
  NotOk,
  Scope,
  Subscribed,
} from '../../shared/live/contract.ts';
import type { Connection } from './connection.svelte.ts';

/** What to follow; without `topics`, all that the person may. */
export interface Asked {
  scope: Scope;
  organisationId: string;
  topics?: readonly Topic[];
}

/** One subscription of the socket, shared by all who need it. */
export interface Subscription {
  readonly asked: Asked;
  /** `waiting` for the line or for the answer. */
  state: 'waiting' | 'joined' | 'refused';
  granted: readonly Topic[];
  problem: Problem | undefined;
  /** Everything up to this number of the log has been seen; `undefined` before the first read. */
  seq: number | undefined;
  users: number;
}

export interface SubscriptionEvents {
  changes: (changes: readonly Change[]) => void;
  /** What was read before can no longer be continued: read anew. */
  reset: (subscription: Subscription) => void;
  /** Topics came to it or went from it, perhaps all. */
  regranted: (subscription: Subscription) => void;
  /** The log began another history: nothing known holds. */
  renewed: () => void;
}

/** So many are resumed at once; the server bounds what a socket may ask at a time. */
const TOGETHER = 8;
/** How long to hold back after having asked too much at a time. */
const BREATH = 1_000;

const keyOf = ({ scope, organisationId, topics }: Asked): string =>
  `${scope}:${organisationId}:${topics?.join() ?? '*'}`;

/**
 * All that this client follows. Each is counted by its users, joined when the line is up, and
 * resumed from its last number when the line comes back, so that a view never has to know.
 */
export class Subscriptions {
  readonly #connection: Connection;
  readonly #tell: SubscriptionEvents;
  readonly #all = new Map<string, Subscription>();
  readonly #waiting = new Map<Subscription, (() => void)[]>();
  #epoch: string | undefined;
  /** Counts connections, so that an answer on an old one is not taken for one on the new. */
  #line = 0;

  constructor(connection: Connection, tell: SubscriptionEvents) {
    this.#connection = connection;
    this.#tell = tell;
  }

  hold(asked: Asked): Subscription {
    const key = keyOf(asked);
    const known = this.#all.get(key);
    if (known) {
      known.users += 1;
      return known;
    }
    const subscription: Subscription = {
      asked,
      state: 'waiting',
      granted: [],
      problem: undefined,
      seq: undefined,
      users: 1,
    };
    this.#all.set(key, subscription);
    if (this.#connection.isUp) void this.#join(subscription);
    return subscription;
  }

  release(subscription: Subscription): void {
    subscription.users -= 1;
    const key = keyOf(subscription.asked);
    if (subscription.users > 0 || this.#all.get(key) !== subscription) return;
    this.#all.delete(key);
    if (subscription.state === 'joined' && this.#connection.isUp) this.#leave(subscription);
  }

  /** Resolves when it is joined or refused, and at once while the line is down. */
  async ready(subscription: Subscription): Promise<void> {
    if (subscription.state !== 'waiting' || !this.#connection.isUp) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(subscription, [...(this.#waiting.get(subscription) ?? []), resolve]);
    });
  }

  /** A read at this number was taken in; where the line is down, it will be resumed from there. */
  learned(subscription: Subscription, seq: number): void {
    subscription.seq ??= seq;
  }

  /** The line is up (again): everything is joined, a few at a time. */
  async resume(): Promise<void> {
    this.#line += 1;
    const line = this.#line;
    const rest = [...this.#all.values()].filter(({ state }) => state !== 'joined');
    const total = rest.length;
    let done = 0;
    this.#connection.catchingUp(total);
    const work = async (): Promise<void> => {
      for (let next = rest.shift(); next; next = rest.shift()) {
        await this.#join(next);
        done += 1;
        if (line === this.#line) this.#connection.catchingUp(total - done);
      }
    };
    await Promise.all(Array.from({ length: Math.min(TOGETHER, total) }, work));
  }

  lost(): void {
    this.#line += 1;
    for (const subscription of this.#all.values()) {
      if (subscription.state === 'joined') subscription.state = 'waiting';
    }
    for (const subscription of [...this.#waiting.keys()]) this.#settle(subscription);
  }

  /** Access changed: what no longer holds is taken out, and everything is asked for again. */
  async renew(ended: readonly EndedSubscription[]): Promise<void> {
    for (const end of ended) this.#end(end);
    for (const subscription of [...this.#all.values()]) await this.#join(subscription);
  }

  /** Keeps account of how far each subscription has come. */
  note({ seq, organisationId, path }: Change): void {
    for (const subscription of this.#all.values()) {
      const { asked } = subscription;
      const concerned =
        asked.scope === 'record'
          ? asked.organisationId === organisationId
          : asked.scope === 'children'
            ? asked.organisationId === path.at(-2)
            : path.includes(asked.organisationId);
      if (concerned && subscription.seq !== undefined && seq > subscription.seq) {
        subscription.seq = seq;
      }
    }
  }

  /** Whether anything followed still shows what is at the end of `path` under this topic. */
  covers(topic: Topic, path: readonly string[]): boolean {
    return [...this.#all.values()].some(({ asked, state, granted }) => {
      if (state === 'refused' || (state === 'joined' && !granted.includes(topic))) return false;
      if (asked.topics && !asked.topics.includes(topic)) return false;
      if (asked.scope === 'record') return asked.organisationId === path.at(-1);
      if (asked.scope === 'children') return asked.organisationId === path.at(-2);
      return path.includes(asked.organisationId);
    });
  }

  clear(): void {
    this.lost();
    this.#all.clear();
    this.#epoch = undefined;
  }

  async #join(subscription: Subscription): Promise<void> {
    const line = this.#line;
    const { seq } = subscription;
    let answer: Subscribed | NotOk;
    try {
      answer = await this.#connection.ask('subscribe', {
        ...subscription.asked,
        ...(seq === undefined ? {} : { since: seq, ...(this.#epoch && { epoch: this.#epoch }) }),
      });
    } catch {
      return; // The line went down; `resume` asks again.
    }
    if (line !== this.#line) return;
    if (this.#all.get(keyOf(subscription.asked)) !== subscription) {
      if (answer.ok) this.#leave(subscription);
      return;
    }
    if (!answer.ok && answer.problem.code === 'request.too-many') {
      setTimeout(() => void this.#join(subscription), BREATH);
      return;
    }
    if (answer.ok) this.#joined(subscription, answer);
    else this.#refused(subscription, answer);
    this.#settle(subscription);
  }

  #joined(subscription: Subscription, { head, epoch, topics, changes, reset }: Subscribed): void {
    if (this.#epoch !== undefined && this.#epoch !== epoch) this.#startOver();
    this.#epoch = epoch;
    const { granted, state } = subscription;
    const regranted = state === 'refused' || (granted.length > 0 && !sameTopics(granted, topics));
    subscription.state = 'joined';
    subscription.granted = topics;
    subscription.problem = undefined;
    if (reset) {
      subscription.seq = head;
      this.#tell.reset(subscription);
    } else {
      subscription.seq ??= head;
      if (changes && changes.length > 0) this.#tell.changes(changes);
    }
    if (regranted) this.#tell.regranted(subscription);
  }

  #refused(subscription: Subscription, { problem }: NotOk): void {
    subscription.state = 'refused';
    subscription.granted = [];
    subscription.problem = problem;
    subscription.seq = undefined;
    this.#tell.regranted(subscription);
  }

  #end({ scope, organisationId, topics }: EndedSubscription): void {
    for (const subscription of this.#all.values()) {
      const { asked } = subscription;
      if (asked.scope !== scope || asked.organisationId !== organisationId) continue;
      subscription.granted = subscription.granted.filter((topic) => !topics.includes(topic));
      if (subscription.granted.length === 0) {
        subscription.state = 'refused';
        subscription.seq = undefined;
      }
      this.#tell.regranted(subscription);
    }
  }

  #startOver(): void {
    for (const subscription of this.#all.values()) subscription.seq = undefined;
    this.#tell.renewed();
  }

  #leave({ asked }: Subscription): void {
    void this.#connection.ask('unsubscribe', asked).catch(() => undefined);
  }

  #settle(subscription: Subscription): void {
    for (const resolve of this.#waiting.get(subscription) ?? []) resolve();
    this.#waiting.delete(subscription);
  }
}

function sameTopics(some: readonly Topic[], others: readonly Topic[]): boolean {
  return some.length === others.length && some.every((topic) => others.includes(topic));
}
