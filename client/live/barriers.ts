import { isInside, type Topic, viewAction } from '../../shared/access/actions.ts';
import type { Place } from '../../shared/access/place.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Gone } from './gone.ts';
import type { Live } from './live.svelte.ts';
import { allowed, placeOf, reasonAgainst } from './place.ts';
import type { Reader } from './reader.ts';

/**
 * The decision whether a topic is closed, made by the client before it asks the server: a request
 * for a closed topic is a denied attempt, which the audit log of those inside keeps for good.
 */
export class Barriers {
  readonly #live: Live;
  readonly #session: Session;
  readonly #reader: Reader;
  /** The organisations being read, each once for all callers. */
  readonly #reading = new Map<string, Promise<void>>();

  constructor(live: Live, session: Session, reader: Reader) {
    this.#live = live;
    this.#session = session;
    this.#reader = reader;
  }

  /**
   * The organisations on the path below one's own grants are read first, for the decision needs
   * them.
   */
  async isClosed(organisationId: string, topic: Topic): Promise<boolean> {
    if (!isInside(topic)) return false;
    await this.#learnWay(organisationId);
    return this.closedBy(organisationId, topic) !== undefined;
  }

  closedBy(organisationId: string, topic: Topic): Gone | undefined {
    if (!isInside(topic)) return undefined;
    const place = placeOf(this.#live, this.#session, organisationId);
    if (!place) return undefined;
    const detail = reasonAgainst(this.#decide(topic, place));
    return detail === undefined ? undefined : { because: 'denied', detail };
  }

  #decide(topic: Topic, place: Place) {
    return allowed(this.#live, this.#session, viewAction(topic), place);
  }

  async #learnWay(organisationId: string): Promise<void> {
    await this.#learn(organisationId);
    const way = this.#live.store.path(organisationId).map(({ id }) => id);
    const top = way.findIndex((id) => this.#isGranted(id));
    await Promise.all(way.slice(Math.max(top, 0)).map((id) => this.#learn(id)));
  }

  /** A failed read leaves a level unknown: the topic is then requested, and the server says why. */
  #learn(id: string): Promise<void> {
    if (this.#live.store.get('organisation', id)) return Promise.resolve();
    const known = this.#reading.get(id);
    if (known) return known;
    const read = this.#reader
      .record('organisation', id)
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#reading.delete(id));
    this.#reading.set(id, read);
    return read;
  }

  #isGranted(id: string): boolean {
    return this.#session.grants.some(({ organisation }) => organisation.id === id);
  }
}
