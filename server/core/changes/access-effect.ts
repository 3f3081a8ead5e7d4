import type { Person } from '../db/person.ts';
import type { NewChange } from './change-rows.ts';
import type { Publication } from './publication.ts';

/** Who follows the log: as whom, in which session, and at the ends of which paths. */
export interface Reader {
  person: Person;
  sessionId: string;
  subscriptions: readonly { path: readonly string[] }[];
}

/**
 * What changes of a record mean for who may see and do what. Said once, by the record's
 * publication: transactions take the lock of access by it, and sockets look again by it.
 */
export interface AccessEffect {
  /** Whether the change may open or close something to anybody, whoever is connected. */
  changesAccess(change: NewChange): boolean;
  /** Whether, if it changes access, it may be that of this reader. */
  concerns(change: NewChange, reader: Reader): boolean;
  /** Whether it changes only what the reader's access is explained with, such as names. */
  explains?(change: NewChange, reader: Reader): boolean;
  /** Whether the organisation manages itself from now on, if the change says so. */
  closes?(change: NewChange): boolean | undefined;
  /** The account whose list of sessions is another after it. */
  relists?(change: NewChange): string | undefined;
}

const nothing: AccessEffect = { changesAccess: () => false, concerns: () => false };

/** What the changes of all records mean for access. */
export class AccessEffects {
  readonly #effects: Map<string, AccessEffect>;

  constructor(publications: readonly Publication[]) {
    this.#effects = new Map(
      publications.flatMap(({ resource, access }) => (access ? [[resource, access] as const] : [])),
    );
  }

  /** What this change means. */
  of({ resource }: Pick<NewChange, 'resource'>): AccessEffect {
    return this.#effects.get(resource) ?? nothing;
  }

  /** Whether any of the changes may open or close something to anybody. */
  changeAccess(changes: readonly NewChange[]): boolean {
    return changes.some((change) => this.of(change).changesAccess(change));
  }

  /** Whether the change may open or close something to this reader. */
  concern(change: NewChange, reader: Reader): boolean {
    const effect = this.of(change);
    return effect.changesAccess(change) && effect.concerns(change, reader);
  }
}
