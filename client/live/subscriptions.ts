import type { Topic } from '../../shared/access/actions.ts';
import type { Change, EndedSubscription, NotOk, Subscribed } from '../../shared/live/contract.ts';
import type { Connection } from './connection.svelte.ts';
import { Proof } from './proof.ts';
import { Proving } from './proving.ts';
import {
  type Asked,
  keyOf,
  leftBy,
  newSubscription,
  sameTopics,
  shows,
  type Subscription,
  type SubscriptionEvents,
} from './subscription.ts';

/** The subscriptions resumed in parallel; the server limits requests per socket. */
const TOGETHER = 8;
/** The wait after a refusal for too many requests. */
const BREATH = 1_000;

/**
 * All live subscriptions of this client. Each counts its users, is joined when the connection is
 * up, and resumes from its last number after a reconnect, so that views need not care.
 */
export class Subscriptions {
  readonly #connection: Connection;
  readonly #tell: SubscriptionEvents;
  readonly #all = new Map<string, Subscription>();
  readonly #waiting = new Map<Subscription, (() => void)[]>();
  #epoch: string | undefined;
  readonly #proving: Proving;
  /** A counter of connections, so that an answer on an old one is not taken for one on the new. */
  #line = 0;

  constructor(connection: Connection, tell: SubscriptionEvents) {
    this.#connection = connection;
    this.#tell = tell;
    this.#proving = new Proving(connection, () => this.#all.values(), tell.reset);
  }

  hold(asked: Asked): Subscription {
    const key = keyOf(asked);
    const known = this.#all.get(key);
    if (known) {
      known.users += 1;
      return known;
    }
    const subscription = newSubscription(asked);
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

  /** The promise resolves when it is joined or refused, and at once while disconnected. */
  async ready(subscription: Subscription): Promise<void> {
    if (subscription.state !== 'waiting' || !this.#connection.isUp) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(subscription, [...(this.#waiting.get(subscription) ?? []), resolve]);
    });
  }

  /** Data as of this number was read; a subscription not joined yet will resume from there. */
  learned(subscription: Subscription, seq: number): void {
    subscription.seq ??= seq;
  }

  /** The connection is up: all subscriptions are joined, a few at a time. */
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
    if (line !== this.#line) return;
    await this.#proving.start();
  }

  lost(): void {
    this.#line += 1;
    this.#proving.stop();
    for (const subscription of this.#all.values()) {
      if (subscription.state === 'joined') subscription.state = 'waiting';
    }
    for (const subscription of [...this.#waiting.keys()]) this.#settle(subscription);
  }

  /** The server ended subscriptions or some of their topics. */
  end(ended: readonly EndedSubscription[]): void {
    for (const end of ended) this.#end(end);
  }

  /** More topics may be open: refused subscriptions, and those for all topics, ask again. */
  async renew(): Promise<void> {
    const open = [...this.#all.values()].filter(
      ({ asked, state }) => state === 'refused' || (state === 'joined' && !asked.topics),
    );
    for (const subscription of open) await this.#join(subscription);
  }

  /** A change is counted as delivered to each subscription that covers it, before it is applied. */
  note(change: Change): void {
    const { seq, path, topic } = change;
    this.#proving.reached(seq);
    const before = this.#tell.pathBefore(change);
    for (const subscription of this.#all.values()) {
      const { asked, granted, state } = subscription;
      // A waiting one gets the change when it resumes; counting it now would leave a gap.
      if (state !== 'joined' || !granted.includes(topic)) continue;
      if (!shows(asked, path) && !(before && shows(asked, before))) continue;
      subscription.proof?.note(change);
      if (subscription.seq !== undefined) subscription.seq = Math.max(subscription.seq, seq);
    }
  }

  /** Whether any subscription still covers this topic at the end of `path`. */
  covers(topic: Topic, path: readonly string[]): boolean {
    return [...this.#all.values()].some(({ asked, state, granted }) => {
      if (state === 'refused' || (state === 'joined' && !granted.includes(topic))) return false;
      if (asked.topics && !asked.topics.includes(topic)) return false;
      return shows(asked, path);
    });
  }

  /** Whether this topic at the end of `path` is followed, but closed to this person. */
  hides(topic: Topic, path: readonly string[]): boolean {
    const isFollowed = [...this.#all.values()].some(
      ({ asked }) => shows(asked, path) && (asked.topics ?? [topic]).includes(topic),
    );
    return isFollowed && !this.covers(topic, path);
  }

  clear(): void {
    this.lost();
    this.#all.clear();
    this.#epoch = undefined;
    this.#proving.startOver();
  }

  async #join(subscription: Subscription): Promise<void> {
    const line = this.#line;
    const { seq } = subscription;
    const key = keyOf(subscription.asked);
    if (this.#all.get(key) !== subscription) return;
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
    if (this.#all.get(key) !== subscription) {
      // A new subscription of the same key needs what was joined, so it stays.
      if (answer.ok && !this.#all.has(key)) this.#leave(subscription);
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
    this.#proving.reached(head);
    if (reset || subscription.seq === undefined) subscription.seq = head;
    if (reset || regranted) subscription.proof = undefined;
    subscription.proof ??= new Proof(reset ? head : subscription.seq);
    if (reset) this.#tell.reset(subscription);
    else if (changes && changes.length > 0) this.#tell.changes(changes);
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
      subscription.proof = subscription.proof && new Proof(this.#proving.head);
      if (subscription.granted.length === 0) {
        subscription.state = 'refused';
        subscription.seq = undefined;
      }
      this.#tell.regranted(subscription);
    }
  }

  #startOver(): void {
    for (const subscription of this.#all.values()) {
      subscription.seq = undefined;
      subscription.proof = undefined;
    }
    this.#proving.startOver();
    this.#tell.renewed();
  }

  #leave(subscription: Subscription): void {
    const left = leftBy(subscription, [...this.#all.values()]);
    if (left) void this.#connection.ask('unsubscribe', left).catch(() => undefined);
  }

  #settle(subscription: Subscription): void {
    for (const resolve of this.#waiting.get(subscription) ?? []) resolve();
    this.#waiting.delete(subscription);
  }
}
