import type { Transaction } from './db/transaction.ts';

/**
 * Something that a feature does and that higher features react to within its transaction. It
 * belongs to the lower feature, which knows nobody who reacts.
 */
export interface FeatureEvent<Payload, Answer = void> {
  readonly name: string;
  /** Whether the highest features react first, because what they have stands on lower ones. */
  readonly isHighestFirst: boolean;
  /** The property carries types only: what a reaction is given, and what it answers. */
  readonly types?: (payload: Payload) => Answer;
}

/** What a feature does when it is told of an event; by throwing a `Refusal` it refuses the deed. */
export interface Reaction {
  readonly event: FeatureEvent<never, unknown>;
  readonly run: (tx: Transaction, payload: never) => Promise<unknown>;
}

/** The declaration of an event: `event<{ path: string }>('branch suspended')`. */
export function event<Payload, Answer = void>(
  name: string,
  { isHighestFirst = false } = {},
): FeatureEvent<Payload, Answer> {
  return { name, isHighestFirst };
}

/** The declaration of a reaction to an event of a lower feature. */
export function on<Payload, Answer>(
  told: FeatureEvent<Payload, Answer>,
  run: (tx: Transaction, payload: Payload) => Promise<Answer>,
): Reaction {
  return { event: told, run };
}

/** All reactions, in the order of the features that declare them. */
export class Reactions {
  readonly #all: readonly Reaction[];

  constructor(all: readonly Reaction[]) {
    this.#all = all;
  }

  /**
   * The reactions to an event run one after the other, and answers with what each said.
   */
  async tell<Payload, Answer>(
    tx: Transaction,
    told: FeatureEvent<Payload, Answer>,
    payload: Payload,
  ): Promise<Answer[]> {
    const awaiting = this.#all.filter((reaction) => reaction.event.name === told.name);
    const answers: Answer[] = [];
    for (const { run } of told.isHighestFirst ? awaiting.reverse() : awaiting) {
      answers.push((await run(tx, payload as never)) as Answer);
    }
    return answers;
  }
}
